import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from '../../core/contracts/index.ts';
import { scheduleUnit } from '../../core/schedule/schedule.ts';
import { SCHEDULERS, type Scheduler, type ScheduleUnit } from '../../core/schedule/unit.ts';
import { lines } from '../../core/text/join.ts';
import { code, say } from '../../core/text/say.ts';
import { VERSION } from '../host/version.ts';
import { chooseProfiles } from './choose-profiles.ts';
import { writeDocument } from './document.ts';
import { wrong } from './options.ts';
import { needBook } from './profiles.ts';
import { type Session, tell } from './session.ts';

export interface ScheduleFlags {
  readonly all?: boolean;
  readonly for?: string;
}

/** Prints what makes a scheduler renew these profiles; nothing is installed. */
export async function schedule(session: Session, names: readonly string[], flags: ScheduleFlags): Promise<ExitCode> {
  const { host, options } = session;
  const scheduler = schedulerOf(flags.for, host.platform);
  const book = await needBook(session);
  const chosen = chooseProfiles(book, names, flags.all ?? false);
  const relativeFile = relative(host.cwd, book.path).split(sep).join('/');
  const unit = await scheduleUnit(scheduler, {
    // Without names: also those that come later.
    profiles: flags.all === true ? [] : chosen,
    node: host.execPath,
    bin: fileURLToPath(new URL('dist/amltls.mjs', host.root)),
    profileFile: book.path,
    relativeFile,
    version: VERSION,
  });
  if (options.format === 'text') show(session, unit);
  else {
    const { files, commands, notes } = unit;
    writeDocument(session, 'schedule', { for: scheduler, profiles: chosen, files, commands, notes: notes.map(session.words) });
  }
  return 0;
}

function schedulerOf(named: string | undefined, platform: NodeJS.Platform): Scheduler {
  if (named === undefined) return platform === 'win32' ? 'windows' : platform === 'linux' ? 'systemd' : 'cron';
  return SCHEDULERS.find((each) => each === named) ?? wrong('--for', named, SCHEDULERS.join(', '));
}

// A single file can be piped into its place; of several each begins with a comment that names it.
function show(session: Session, { files, commands, notes }: ScheduleUnit): void {
  for (const { path, content } of files) {
    if (files.length > 1) session.out.line(`# ${path}`);
    for (const line of content.trimEnd().split('\n')) session.out.line(line);
    if (files.length > 1) session.out.line('');
  }
  const places = code(files.map(({ path }) => path).join(', '));
  tell(session, say('Put it into {places}, then:', '{places} に保存してから、次を実行してください:', { places }));
  tell(session, lines(commands.map((command) => say('  {command}', '  {command}', { command: code(command) }))));
  for (const note of notes) tell(session, note);
}
