import { readContents } from '../../../core/certificates/contents/read-contents.ts';
import { chainView } from '../../../core/certificates/inspect/chain-view.ts';
import type { Context, Finding } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';
import type { CertificateSource } from '../../ink/screens/certificates/state.ts';
import type { Session } from '../session.ts';
import { judge } from './judge.ts';

// A plugin may ask its authority.
const PLAN_MS = 10_000;
const NOT_YET = say(
  'There is none yet: it is made or ordered when the profile is deployed.',
  'まだありません。プロファイルをデプロイするときに作成または申請します。',
);

/** The certificate that a profile's answers name, as its plugin hands it over, with what speaks against it. */
export async function certificateOfAnswers(session: Session, context: Context, fqdn: string): Promise<CertificateSource> {
  const none = { id: 'files', links: [], findings: [] } as const;
  const id = context.answers['certificate.plugin'];
  if (typeof id !== 'string') return { ...none, note: NOT_YET };
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PLAN_MS)]);
  try {
    const plugin = await session.registry.get('certificate', id);
    const { bundle, findings } = await plugin.plan([fqdn], { ...context, signal });
    const named = context.answers['certificate.certFile'];
    const subject = typeof named === 'string' ? named : fqdn;
    const bytes = bundle === undefined ? await fileOf(context) : new TextEncoder().encode(bundle.chainPem);
    if (bytes === undefined) return { ...none, findings, ...(findings.length === 0 ? { note: NOT_YET } : {}) };
    const contents = await readContents(bytes, {});
    const links = chainView(contents.certificates, context.env.clock.now());
    const linted = await judge({ env: context.env, contents, subject, names: [fqdn], trustPem: bundle?.trustPem });
    return { id: 'files', links, findings: joined(findings, linted) };
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    return { ...none, note: toProblem(thrown).message };
  }
}

async function fileOf({ answers, env, paths }: Context): Promise<Uint8Array | undefined> {
  const named = answers['certificate.certFile'];
  return typeof named !== 'string' || named.startsWith('keyvault:') ? undefined : await env.files.read(paths.resolve(named));
}

/** The plugin's own findings, which know the key, then what else lint says. */
function joined(own: readonly Finding[], linted: readonly Finding[]): readonly Finding[] {
  const said = new Set(own.map(({ code }) => code));
  return [...own, ...linted.filter(({ code }) => !said.has(code))];
}
