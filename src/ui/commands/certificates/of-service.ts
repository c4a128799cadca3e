import { chainView } from '../../../core/certificates/inspect/chain-view.ts';
import { lookAtServed } from '../../../core/check/served.ts';
import type { Context, Domain, Endpoints } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { say, value } from '../../../core/text/say.ts';
import type { CertificateSource } from '../../ink/screens/certificates/state.ts';
import { expectedOf } from '../check/expected.ts';
import type { Session } from '../session.ts';
import { contentsOf, judge } from './judge.ts';

const AZURE_MS = 15_000;
const UNKNOWN = say('The name of the service is not known yet.', 'サービスの名前がまだわかりません。');

/** The chain that the service hands to clients now, with what speaks against it. */
export async function certificateOfService(session: Session, context: Context, domain: Domain): Promise<CertificateSource> {
  const { env, signal } = context;
  const none = { id: 'served', links: [], findings: [] } as const;
  try {
    const endpoints = await endpointsOf(session, context, domain);
    const host = domain.kind === 'custom' ? domain.fqdn : endpoints?.host;
    if (host === undefined) return { ...none, note: endpoints?.waiting ?? UNKNOWN };
    // Before the name leads there, the service can be asked at its own address.
    const resolved = await env.dns.lookup(host, signal).catch(() => []);
    const [address] = resolved.length > 0 ? resolved : (endpoints?.addresses ?? []);
    if (address === undefined) return { ...none, note: say('{host} leads nowhere yet.', '{host} はまだ名前解決できません。', { host: value(host) }) };
    const seen = await lookAtServed(env, { address, port: endpoints?.port ?? 443, servername: host }, signal);
    if (!seen.seen) {
      const about = { host: value(host), reason: value(seen.reason) };
      return { ...none, note: say('{host} served no certificate: {reason}', '{host} から証明書を取得できませんでした: {reason}', about) };
    }
    const { trustPem } = domain.kind === 'custom' ? await expectedOf(session, context, domain.fqdn) : {};
    const findings = await judge({ env, contents: contentsOf(seen.chain), subject: host, names: [host], trustPem });
    return { id: 'served', links: chainView(seen.chain, env.clock.now()), findings };
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return { ...none, note: toProblem(thrown).message };
  }
}

// A custom name can be looked at without Azure.
async function endpointsOf({ registry }: Session, context: Context, domain: Domain): Promise<Endpoints | undefined> {
  const id = context.answers['target.plugin'];
  if (typeof id !== 'string') return undefined;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(AZURE_MS)]);
  try {
    return await (await registry.get('target', id)).endpoints(domain, { ...context, signal });
  } catch (thrown) {
    if (domain.kind !== 'custom' || isAbort(thrown, context.signal)) throw thrown;
    return undefined;
  }
}
