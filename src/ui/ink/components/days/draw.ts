import { RENEW_SHARE, URGENT_SHARE } from '../../../../core/certificates/lifetime.ts';
import type { Text } from '../../../../core/contracts/index.ts';
import { say } from '../../../../core/text/say.ts';
import { type Piece, piece } from '../../layout/rows.ts';
import type { Look } from '../../look.ts';
import type { Tone } from '../../theme.ts';

export const daysLeft = (days: number): Text => (days < 0 ? say('expired', '期限切れ') : say('{days} days left', '残り {days} 日', { days }));

/** A bar of what is left of a lifetime, coloured by what that means; words beside it say the same. @param share 0 to 1 */
export function drawLifetime(share: number, width: number, look: Look): readonly Piece[] {
  const left = Math.max(0, Math.min(1, share));
  const full = left > 0 ? Math.max(1, Math.round(left * width)) : 0;
  const tone: Tone = left < URGENT_SHARE ? 'bad' : left < RENEW_SHARE ? 'warn' : 'good';
  return [piece(look.symbols.full.repeat(full), tone), piece(look.symbols.empty.repeat(width - full), 'muted')];
}
