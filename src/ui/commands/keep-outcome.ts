import { keepLook } from '../../core/check/last-look.ts';
import type { Environment, Outcome } from '../../core/contracts/index.ts';
import { domainOf } from '../../core/domain/domain-of.ts';
import { toProblem } from '../../core/problems/to-problem.ts';
import { actsFrom } from '../../core/renewal/acts-from.ts';
import { environmentId } from './environment.ts';
import type { UsableProfile } from './profiles.ts';
import type { Session } from './session.ts';

/** What a run proved at its end is a look, too: the home screen shows it without another check. */
export async function keepOutcome(session: Session, env: Pick<Environment, 'practice' | 'clock'>, used: UsableProfile, ended: Outcome): Promise<void> {
  const { summary, status } = ended;
  if (used.name === undefined || used.source === undefined || summary === undefined || (status !== 'done' && status !== 'unchanged')) return;
  const { certificate, scoringUris } = summary;
  const off = certificate === undefined && scoringUris.length > 0 && scoringUris.every((uri) => uri.startsWith('http:'));
  // Nothing was seen: what was seen before says more.
  if (certificate === undefined && !off) return;
  const look = {
    version: 1,
    profile: used.name,
    profileFile: await session.files.realPath(used.source.file),
    environment: environmentId(session, used.answers),
    practice: env.practice,
    at: new Date(env.clock.now()).toISOString(),
    host: summary.host ?? null,
    notBefore: certificate?.notBefore ?? null,
    notAfter: certificate?.notAfter ?? null,
    renewFrom: certificate === undefined ? null : renewFrom(certificate, domainOf(used.answers).kind === 'microsoft'),
    severity: off ? 'info' : 'ok',
    codes: off ? ['tls-off'] : [],
  } as const;
  // A full disk is no reason to keep the outcome from the person.
  await keepLook(session.files, session.host.folders.state, { ...look, codes: [...look.codes] }).catch((thrown: unknown) =>
    session.log.write('warn', 'look not kept', { code: toProblem(thrown).code }),
  );
}

function renewFrom({ renewAt, notAfter }: { readonly renewAt: string; readonly notAfter: string }, microsoft: boolean): string {
  return microsoft ? new Date(Math.max(Date.parse(renewAt), actsFrom(notAfter))).toISOString() : renewAt;
}
