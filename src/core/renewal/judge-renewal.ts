import type { Served } from '../check/served.ts';
import type { Text } from '../contracts/index.ts';
import { code, date, say, value } from '../text/say.ts';
import type { OpenWait } from '../wait/open-wait.ts';
import { noAddress, unreachable } from './unseen.ts';

type Look = Extract<Served, { seen: true }>;

/** Told apart by what is served, never by what a call returned. `look`: an address that answered, where one did. */
export type RenewalVerdict =
  | { readonly state: 'renewed'; readonly look: Look; readonly text: Text }
  | { readonly state: 'same'; readonly look: Look; readonly text: Text }
  | { readonly state: 'cannot-tell'; readonly look?: Look; readonly text: Text };

/**
 * Renewed: every address serves another certificate that ends later. Where nothing was seen before the renewal, one that was issued
 * since it was asked for.
 * @param host the name that clients use, where it is known
 */
export function judgeRenewal(looks: readonly Served[], wait: Pick<OpenWait, 'baseline' | 'startedAt'>, host?: string): RenewalVerdict {
  const seen = looks.filter((look) => look.seen);
  const silent = looks.find((look) => !look.seen);
  const old = seen.find((look) => !isNewer(look, wait));
  const [first] = seen;
  if (first === undefined) return { state: 'cannot-tell', text: silent === undefined ? noAddress(host) : unreachable(silent) };
  if (old !== undefined)
    return wait.baseline === null ? { state: 'cannot-tell', look: old, text: nothingToCompare(old) } : { state: 'same', look: old, text: still(old) };
  if (silent !== undefined) return { state: 'cannot-tell', look: first, text: unreachable(silent) };
  return { state: 'renewed', look: first, text: serves(first) };
}

function isNewer({ leaf }: Look, { baseline, startedAt }: Pick<OpenWait, 'baseline' | 'startedAt'>): boolean {
  if (baseline === null) return Date.parse(leaf.notBefore) >= startedAt;
  return leaf.fingerprintSha256 !== baseline.fingerprintSha256 && leaf.serial !== baseline.serial && Date.parse(leaf.notAfter) > Date.parse(baseline.notAfter);
}

const about = ({ address, leaf }: Look) => ({ address: value(address), serial: code(leaf.serial), until: date(leaf.notAfter) });

function still(look: Look): Text {
  return say(
    '{address} still serves serial {serial}, until {until}.',
    '{address} はまだシリアル番号 {serial} (有効期限 {until}) を提示しています。',
    about(look),
  );
}

function serves(look: Look): Text {
  return say('{address} serves serial {serial}, until {until}.', '{address} はシリアル番号 {serial} (有効期限 {until}) を提示しています。', about(look));
}

function nothingToCompare(look: Look): Text {
  return say(
    '{address} serves serial {serial}, until {until}; nothing was seen before the renewal to compare it with.',
    '{address} はシリアル番号 {serial} (有効期限 {until}) を提示していますが、更新前の証明書を確認できなかったため、比較できません。',
    about(look),
  );
}
