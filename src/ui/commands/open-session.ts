import type { Language, PluginKind } from '../../core/contracts/index.ts';
import { type BuiltIns, createRegistry } from '../../core/registry/registry.ts';
import { createFiles } from '../../plugins/shared/local/files.ts';
import { flagValue } from '../host/flag-value.ts';
import { type Host, switchColorOff } from '../host/host.ts';
import { createKeptLog, createLog, type KeptLog } from '../host/log.ts';
import { createOutput } from '../host/output.ts';
import { hasPerson, hasUnicode, wantsPlain } from '../host/terminal.ts';
import { createLines, type Lines } from '../plain/lines.ts';
import { createWriter } from '../text/writer.ts';
import { checkOptions, type GlobalOptions } from './options.ts';
import type { Session } from './session.ts';

/** A session that can report problems at once, and is made ready when the command line is understood. */
export interface Opened {
  now(): Session;
  configure(options: GlobalOptions): Session;
  /** What would have been logged, where no log file was asked for. */
  readonly kept: KeptLog;
  close(): void;
}

// A problem on the command line itself has to be reported before the command line is understood: in the format it asks for, if it does.
export function openSession(host: Host, builtIns: BuiltIns, language: Language): Opened {
  const hidden = new Map<string, string>();
  const files = createFiles();
  const notes = createOutput(host.stderr, hidden);
  const kept = createKeptLog(hidden, Date.now);
  const closers: (() => void)[] = [];
  let lines: Lines | undefined;
  const base = {
    host,
    files,
    language,
    hidden,
    foreign: new Set<string>(),
    notes,
    registry: createRegistry(builtIns),
    builtIn: (kind: PluginKind, id: string) => Object.hasOwn(builtIns[kind], id),
    onClose: (work: () => void) => void closers.push(work),
    store: async () => (await import('../../core/engine/store.ts')).openStore({ files, folder: host.folders.state }),
    writer: createWriter(language, hasUnicode(host)),
    out: createOutput(host.stdout, hidden),
    signal: host.signal,
    lines() {
      lines ??= createLines(host.stdin, notes.line);
      return lines;
    },
  };
  const configured = (options: GlobalOptions): Session => ({
    ...base,
    options,
    words: base.writer.words,
    log: options.logFile === undefined ? kept : createLog(options.logFile, options.logLevel, hidden, Date.now),
    person: options.format === 'text' && hasPerson(host),
    plain: wantsPlain(host, options.plain),
  });
  let session = configured(checkOptions({ format: formatFlag(host.argv) }, {}));
  return {
    kept,
    now: () => session,
    configure(options) {
      if (!options.color) switchColorOff();
      session = configured(options);
      return session;
    },
    close() {
      lines?.close();
      for (const work of closers) work();
    },
  };
}

function formatFlag(argv: readonly string[]): string {
  const given = flagValue(argv, '--format');
  return given === 'json' || given === 'ndjson' ? given : 'text';
}
