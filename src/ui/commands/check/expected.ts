import type { Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { isAbort } from '../../../core/problems/to-problem.ts';
import { within } from '../../../plugins/shared/net/within.ts';
import type { Session } from '../session.ts';

/** What a profile's certificate tells of what should be served. */
export interface Expected {
  readonly expectedFingerprint?: string;
  /** PEM of the CA that the profile accepts. */
  readonly trustPem?: string;
}

// A plugin may ask its authority; nobody waits for that to look at the service.
const PLAN_MS = 10_000;

/** The certificate that the profile names. Files that are not there any more do not keep anybody from looking at the service. */
export async function expectedOf(session: Session, context: Context, fqdn: string): Promise<Expected> {
  const id = context.answers['certificate.plugin'];
  if (typeof id !== 'string') return {};
  using limit = within(context.signal, PLAN_MS);
  const { signal } = limit;
  try {
    const { bundle } = await (await session.registry.get('certificate', id)).plan([fqdn], { ...context, signal });
    if (bundle === undefined) return await trustOf(context);
    return { expectedFingerprint: bundle.fingerprintSha256, ...(bundle.trustPem === undefined ? {} : { trustPem: bundle.trustPem }) };
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    session.log.write('info', 'certificate not read', { cause: thrown });
    return await trustOf(context);
  }
}

async function trustOf(context: Context): Promise<Expected> {
  const path = context.answers['certificate.trust'];
  if (typeof path !== 'string') return {};
  const { readTrust } = await import('../../../plugins/shared/pair/read-files.ts');
  try {
    return { trustPem: await readTrust(context.paths.resolve(path), context) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return {};
    throw thrown;
  }
}
