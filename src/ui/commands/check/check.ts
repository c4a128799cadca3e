import { checkEndpoint } from '../../../core/check/check.ts';
import type { ExitCode } from '../../../core/contracts/index.ts';
import { pathsFor } from '../../../core/profile/paths.ts';
import { wrong } from '../options.ts';
import type { Session } from '../session.ts';
import type { LookOptions } from './check-profile.ts';
import { type Environments, openEnvironments } from './environments.ts';
import { parseHostPort } from './host-port.ts';
import { limited } from './limited.ts';
import { exitCodeFor } from './looked.ts';
import { createReport, type Report } from './report.ts';

export interface CheckFlags {
  readonly all?: boolean;
  readonly host?: string;
  readonly trust?: string;
  readonly warnDays?: string;
  readonly errorDays?: string;
  readonly testHooks?: boolean;
}

/** Looks from outside, changes nothing. Exit 3 where a finding is an error. */
export async function check(session: Session, names: readonly string[], flags: CheckFlags): Promise<ExitCode> {
  if (flags.testHooks === true) return await (await import('../hooks/test-hooks.ts')).testHooks(session);
  if (flags.all === true) (await import('../../host/small-heap.ts')).keepHeapSmall();
  const trustPem = flags.trust === undefined ? undefined : await trustOf(session, flags.trust);
  const look: LookOptions = {
    around: true,
    ...days('warnDays', '--warn-days', flags.warnDays),
    ...days('errorDays', '--error-days', flags.errorDays),
    ...(trustPem === undefined ? {} : { trustPem }),
  };
  await using environments = openEnvironments(session);
  const report = createReport(session);
  const all =
    flags.host === undefined
      ? await (await import('./check-profiles.ts')).checkProfiles(session, environments, { names, all: flags.all ?? false, look, report })
      : [await checkHost(session, environments, { text: flags.host, look, report })];
  const exitCode = exitCodeFor(all);
  report.end(all, exitCode);
  return exitCode;
}

/** One host, by itself. @throws ProblemError `host-invalid` */
export async function checkHost(session: Session, environments: Environments, { text, look, report }: { text: string; look: LookOptions; report: Report }) {
  const { host, port } = parseHostPort(text);
  const env = await environments.get({});
  const looked = await limited(session, env, { profile: undefined, host }, (signal) => checkEndpoint({ env, host, port, profile: undefined, signal, ...look }));
  report.add(looked, env.clock.now());
  return looked;
}

async function trustOf({ files, host }: Session, path: string): Promise<string> {
  const paths = pathsFor({ base: host.cwd, home: host.home, stateFolder: host.folders.state, profile: undefined });
  return new TextDecoder().decode(await files.read(paths.resolve(path)));
}

function days<K extends string>(name: K, flag: string, text: string | undefined): { readonly [key in K]?: number } {
  if (text === undefined) return {};
  if (!/^\d{1,5}$/.test(text)) wrong(flag, text, '30');
  return { [name]: Number(text) } as { [key in K]?: number };
}
