import { findRule } from '../../certificates/rules/catalogue.ts';
import { say, value } from '../../text/say.ts';
import type { Explanation } from './explanation.ts';

/** What the catalogue of certificate rules knows about a code, for rules that nobody has explained at more length. */
export function explanationOfRule(code: string): Explanation | undefined {
  const rule = findRule(code);
  if (rule === undefined) return undefined;
  const { says, why, cure, source } = rule;
  const ellipsis = value('…');
  return {
    means: say('{says} {why}', '{says} {why}', { says: says({ name: ellipsis, detail: ellipsis }), why }),
    arises: say(
      'It was so when the certificate was issued or the file put together. The rule: {source}.',
      '証明書の発行時、またはファイルの作成時からの状態です。規則: {source}',
      { source: value(source) },
    ),
    see: ['openssl x509 -in cert.pem -noout -text', 'amltls cert lint cert.pem --key key.pem --host www.contoso.com'],
    mend: cure,
  };
}
