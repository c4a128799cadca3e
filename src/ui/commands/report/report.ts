import { arch, release } from 'node:os';
import { join } from 'node:path';
import type { ExitCode, JsonObject } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { VERSION } from '../../host/version.ts';
import { writeDocument } from '../document.ts';
import { stateDirOf } from '../environment.ts';
import { answer, type Session, tell } from '../session.ts';
import { configuration } from './configuration.ts';
import { LAST_LOG } from './last-log.ts';
import { scrub } from './scrub.ts';
import { secretValues } from './secret-values.ts';
import { documentsIn, linesOf, recordsIn } from './state.ts';

const KEPT = 5;

/** Writes what a bug report needs, without secrets, to a file that only its owner reads, and says where it is. Nothing is sent. */
export async function report(session: Session): Promise<ExitCode> {
  const file = await writeReport(session);
  if (session.options.format !== 'text') writeDocument(session, 'report', { file, exitCode: 0 }, true);
  else {
    answer(session, file);
    tell(
      session,
      say(
        'Keys, tokens and passphrases were left out. Look through it before you attach it to a bug report.',
        'キー、トークン、パスフレーズは除外されています。バグ報告に添付する前に内容を確認してください。',
      ),
    );
  }
  return 0;
}

/** The same for a crash, which it tells of. @returns where it lies @throws ProblemError of `Files.write` */
export async function writeReport(session: Session, crash?: JsonObject): Promise<string> {
  const { files, host } = session;
  const folder = join(host.folders.state, 'reports');
  const file = join(folder, `amltls-report-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  await files.write(file, `${JSON.stringify(await collect(session, crash), null, 2)}\n`, { mode: 0o600, exclusive: true });
  const older = (await files.list(folder)).filter((name) => name.startsWith('amltls-report-')).slice(0, -KEPT);
  for (const name of older) await files.remove(join(folder, name));
  return file;
}

async function collect(session: Session, crash: JsonObject | undefined): Promise<JsonObject> {
  const { files, host, options, language, person, plain } = session;
  const { state, config } = host.folders;
  const { view, variables } = await configuration(session);
  const hidden = new Map([...session.hidden, ...secretValues(host.env, variables)]);
  const log = options.logFile ?? join(state, LAST_LOG);
  const bundle: JsonObject = {
    schema: 'amltls/report-bundle/1',
    at: new Date().toISOString(),
    ...(crash === undefined ? {} : { crash }),
    versions: { amltls: VERSION, node: host.nodeVersion, platform: host.platform, arch: arch(), release: release() },
    terminal: { person, plain, language, columns: host.stdout.columns ?? null, term: host.env['TERM'] ?? null },
    // Whether they are set says enough.
    variables: Object.keys(host.env)
      .filter((name) => /^(?:AMLTLS_|AZURE_|ARM_|NODE_|SSL_|LC_|LANG|TERM|NO_COLOR|FORCE_COLOR|.*_proxy$)/i.test(name))
      .sort(),
    folders: { state, config },
    configuration: view,
    records: await recordsIn(files, state, hidden),
    practiceRecords: await recordsIn(files, join(stateDirOf(session), 'runs'), hidden),
    looks: await documentsIn(files, join(state, 'looks'), hidden),
    renewalRuns: await documentsIn(files, join(state, 'renewal-runs'), hidden),
    log: await linesOf(files, log, hidden, 'lines'),
  };
  return scrub(bundle, hidden) as JsonObject;
}
