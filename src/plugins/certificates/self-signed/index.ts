import { findingsOfPair } from '../../../core/certificates/findings/findings-of-pair.ts';
import { selfSignedFinding } from '../../../core/certificates/findings/of-trust.ts';
import { isSelfSigned } from '../../../core/certificates/order.ts';
import type { Pair } from '../../../core/certificates/pair.ts';
import { toChainPem } from '../../../core/certificates/read.ts';
import { type Context, definePlugin, type Finding } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { findingsOfPlace } from '../../shared/keys/place.ts';
import { bundleOf } from '../../shared/pair/bundle.ts';
import type { PairFiles } from '../../shared/pair/read-files.ts';
import { createPair } from './create.ts';
import { filesOf, findPair } from './files.ts';
import { certFile, days, keyFile, keyType, wishOf } from './questions.ts';

/** A certificate made here, for development: it is its own issuer, and only clients that are told so trust it. */
export default definePlugin({
  api: 1,
  kind: 'certificate',
  id: 'self-signed',
  title: say('Make one here, for development only', 'ここで作成する (開発用途のみ)'),
  summary: say(
    'A self-signed certificate. Every client has to be told to trust it: not for production.',
    '自己署名証明書です。すべてのクライアントに信頼する設定が必要なため、運用環境には使用できません。',
  ),
  questions: [certFile, keyFile, keyType, days],
  async plan(names, context) {
    const files = filesOf(names, context);
    const found = await findPair(files, context);
    if (found.state === 'pair') return await judged(found.pair, files, names, context);
    const findings = [selfSignedFinding(value(names[0] ?? ''), 'warning', files.cert), ...(await findingsOfPlace(files.key, context))];
    return { findings, changes: [createPair({ ...wishOf(context), names, files, keyExists: found.state === 'key' })] };
  },
});

async function judged(pair: Pair, files: PairFiles, names: readonly string[], context: Context) {
  const { chain } = pair;
  const trustPem = chain !== undefined && isSelfSigned(chain.leaf) ? toChainPem([chain.leaf]) : undefined;
  const roots = await context.env.tls.roots();
  const at = context.env.clock.now();
  const findings = findingsOfPair(pair, { certFile: files.cert, keyFile: files.key, names, at, roots, trustPem, selfSigned: 'warning' });
  const cured = findings.map((finding) => withCure(finding, files));
  if (chain === undefined) return { findings: cured, changes: [] };
  return { bundle: bundleOf(chain, files, trustPem), findings: cured, changes: [] };
}

// What was made here is not worth repairing.
function withCure(finding: Finding, { cert, key }: PairFiles): Finding {
  if (finding.severity !== 'error' && finding.code !== 'expires-soon') return finding;
  const again = say(
    'Move {cert} and {key} away: the next run makes a new pair.',
    '{cert} と {key} を移動してください。次回の実行時に新しい証明書と鍵を作成します。',
    {
      cert: value(cert),
      key: value(key),
    },
  );
  return { ...finding, next: [again] };
}
