import type { Files, Language, PluginKind, RunEvent, Text } from '../../core/contracts/index.ts';
import type { Store } from '../../core/engine/store.ts';
import type { Registry } from '../../core/registry/registry.ts';
import type { Host } from '../host/host.ts';
import type { Log } from '../host/log.ts';
import type { Hidden, Output } from '../host/output.ts';
import type { PromptTerminal } from '../host/prompted.ts';
import type { Aside } from '../ink/frame/aside.ts';
import type { Lines } from '../plain/lines.ts';
import type { Writer } from '../text/writer.ts';
import type { GlobalOptions } from './options.ts';

/** What a command is handed: flags, ways out, the plugins; everything of one run of the program. */
export interface Session {
  readonly host: Host;
  readonly options: GlobalOptions;
  readonly registry: Registry;
  /** Whether a plugin of this kind and id comes with the program. */
  builtIn(kind: PluginKind, id: string): boolean;
  /** Done when the session ends, whatever became of it. */
  onClose(work: () => void): void;
  readonly files: Files;
  /** What is remembered of earlier runs; loaded by those commands that ask. */
  store(): Promise<Store>;
  readonly language: Language;
  readonly writer: Writer;
  /** stdout: results, data. */
  readonly out: Output;
  /** stderr: progress, notes, problems. */
  readonly notes: Output;
  readonly log: Log;
  readonly hidden: Hidden;
  /** Servers inside some network, named by a profile file that is not the user's own: what is opened for them connects to public addresses only. */
  readonly foreign: Set<string>;
  /** A person reads and can answer: a terminal both ways, and text is wanted. */
  readonly person: boolean;
  /** Lines only, nothing redrawn. */
  readonly plain: boolean;
  readonly signal: AbortSignal;
  /** Somebody who stands by while commands run, and what he says to it. */
  readonly aside?: Aside;
  /** Told of all that happens in a run, as it happens. */
  readonly heard?: (event: RunEvent) => void;
  /** The one reader of stdin, line by line; what is typed or piped ahead is not lost between two questions. */
  lines(): Lines;
  words(text: Text): string;
}

/** Where prompts are drawn: beside the results. */
export function terminalOf({ host, signal }: Session): PromptTerminal {
  return { input: host.stdin, output: host.stderr, signal };
}

/** Says a text to the person beside the results. */
export function tell(session: Session, text: Text): void {
  for (const line of session.words(text).split('\n')) session.notes.line(line);
}

/** Writes a result in text. */
export function answer(session: Session, text: Text): void {
  for (const line of session.words(text).split('\n')) session.out.line(line);
}
