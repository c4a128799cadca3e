import { type LastLook, type LookKey, readLook, type Standing, standingOf } from '../../../core/check/last-look.ts';
import type { Text } from '../../../core/contracts/index.ts';
import { date, say } from '../../../core/text/say.ts';
import type { Session } from '../session.ts';

const DAY = 86_400_000;

/** As a home screen shows it. */
export interface ShownStanding {
  readonly text: Text;
  /** Something is to be done. */
  readonly due: boolean;
  /** Of the certificate's lifetime, what is left: 0 to 1. */
  readonly share?: number;
}

/** What the last look at a profile means now; undefined where nobody looked yet. Reads one small file, asks nobody. */
export async function standingOfProfile({ files, host }: Session, key: LookKey): Promise<ShownStanding | undefined> {
  const look = await readLook(files, host.folders.state, key);
  if (look === undefined) return undefined;
  const standing = standingOf(look, Date.now());
  const share = shareOf(look, standing);
  return { text: words(look, standing), due: standing.due || look.severity === 'error', ...(share === undefined ? {} : { share }) };
}

function shareOf({ notBefore, notAfter }: LastLook, { daysLeft }: Standing): number | undefined {
  if (notBefore === null || notAfter === null || daysLeft === null) return undefined;
  const whole = (Date.parse(notAfter) - Date.parse(notBefore)) / DAY;
  return Math.max(0, Math.min(1, daysLeft / Math.max(1, whole)));
}

function words(look: LastLook, { daysLeft, due }: Standing): Text {
  if (look.codes.includes('tls-off')) return say('TLS off', 'TLS オフ');
  if (daysLeft === null) return say('No certificate was seen on {date}.', '{date} の確認では証明書がありませんでした。', { date: date(look.at) });
  if (daysLeft < 0) return say('Expired', '有効期限切れ');
  if (due) return say('{days} days left, renewal due', '残り {days} 日、更新時期', { days: daysLeft });
  return look.severity === 'error'
    ? say('{days} days left, faults found', '残り {days} 日、問題あり', { days: daysLeft })
    : say('{days} days left', '残り {days} 日', { days: daysLeft });
}
