import type { Served } from '../check/served.ts';
import type { Text } from '../contracts/index.ts';
import { code, say, value } from '../text/say.ts';
import type { Baseline } from './baseline.ts';

/** Told apart by what is served, never by what a call returned. */
export type RenewalVerdict =
  | { readonly state: 'renewed'; readonly look: Extract<Served, { seen: true }>; readonly text: Text }
  | { readonly state: 'same'; readonly text: Text }
  | { readonly state: 'cannot-tell'; readonly text: Text };

/** Renewed: every address that answers serves another certificate that ends later. @param baseline null where nothing was seen before */
export function judgeRenewal(looks: readonly Served[], baseline: Baseline | null): RenewalVerdict {
  const seen = looks.filter((look) => look.seen);
  const silent = looks.find((look) => !look.seen);
  const old = baseline === null ? undefined : seen.find((look) => !isNewer(look, baseline));
  const [first] = seen;
  if (first === undefined) return { state: 'cannot-tell', text: silent === undefined || silent.seen ? noAddress() : unreachable(silent) };
  if (baseline === null)
    return {
      state: 'cannot-tell',
      text: say('Nothing was seen before the renewal to compare with.', '更新前の証明書を確認できなかったため、比較できません。'),
    };
  if (old !== undefined) {
    return {
      state: 'same',
      text: say('{address} still serves serial {serial}, until {until}.', '{address} はまだシリアル番号 {serial} (有効期限 {until}) を提示しています。', {
        address: value(old.address),
        serial: code(old.leaf.serial),
        until: { date: old.leaf.notAfter },
      }),
    };
  }
  if (silent !== undefined && !silent.seen) return { state: 'cannot-tell', text: unreachable(silent) };
  return {
    state: 'renewed',
    look: first,
    text: say('{address} serves serial {serial}, until {until}.', '{address} はシリアル番号 {serial} (有効期限 {until}) を提示しています。', {
      address: value(first.address),
      serial: code(first.leaf.serial),
      until: { date: first.leaf.notAfter },
    }),
  };
}

function isNewer({ leaf }: Extract<Served, { seen: true }>, baseline: Baseline): boolean {
  return leaf.fingerprintSha256 !== baseline.fingerprintSha256 && leaf.serial !== baseline.serial && Date.parse(leaf.notAfter) > Date.parse(baseline.notAfter);
}

function noAddress(): Text {
  return say('Azure tells no address to look at.', '確認するアドレスを Azure から取得できません。');
}

function unreachable({ address, layer, reason }: Extract<Served, { seen: false }>): Text {
  return say('{address} does not answer ({layer}: {reason}).', '{address} が応答しません ({layer}: {reason})。', {
    address: value(address),
    layer: code(layer),
    reason: value(reason),
  });
}
