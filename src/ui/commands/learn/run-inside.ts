import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { Interrupted } from '../../../core/problems/interrupted.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { createOutput } from '../../host/output.ts';
import { reportProblem } from '../document.ts';
import { checkOptions } from '../options.ts';
import { parseCommand } from '../parse-command.ts';
import type { SandboxHosting } from '../sandbox.ts';
import type { Session } from '../session.ts';
import type { Line } from './line.ts';

/** Runs a command of amltls as the command line would, in the lesson's world. Whatever comes of it, the lesson goes on. */
export async function runInside(inside: Session, line: Line, hosting: SandboxHosting): Promise<void> {
  // Ctrl-C ends the command and not the lesson.
  const interrupt = new AbortController();
  const signal = AbortSignal.any([inside.signal, interrupt.signal]);
  const kept = line.into === undefined ? undefined : collector();
  const host = {
    ...inside.host,
    argv: [...line.args],
    signal,
    stop: (reason: Interrupted) => interrupt.abort(reason),
    ...(kept === undefined ? {} : { stdout: kept.stream }),
  };
  const base: Session = { ...inside, host, signal, ...(kept === undefined ? {} : { out: createOutput(kept.stream, inside.hidden), person: false }) };
  let name = 'amltls';
  try {
    const chosen = parseCommand(base, () => Promise.resolve(hosting));
    if (chosen === undefined) return;
    name = chosen.name;
    const own = checkOptions({ ...chosen.options, sandbox: true }, {});
    const options = { ...own, plain: own.plain || inside.plain, color: inside.options.color, environment: inside.options.environment };
    await chosen.run({ ...base, options, person: base.person && options.format === 'text', plain: inside.plain || own.plain });
    if (kept !== undefined && line.into !== undefined) await inside.files.write(resolve(host.cwd, line.into), kept.text(), { mode: 0o600 });
  } catch (thrown) {
    inside.signal.throwIfAborted();
    if (thrown instanceof Interrupted || isAbort(thrown, signal)) return;
    reportProblem(base, name, toProblem(thrown), Date.now());
  }
}

/** Where the results of `… > FILE` go. */
function collector() {
  const parts: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      parts.push(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}
