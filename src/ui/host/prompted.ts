import { Interrupted } from '../../core/problems/interrupted.ts';

/** Where prompts are drawn and answered. */
export interface PromptTerminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** What a prompt is answered with; asked again after Ctrl-Z, since the shell has written over it. @throws Interrupted on Ctrl-C, the signal's reason when aborted */
export async function prompted<T>(terminal: PromptTerminal, ask: (context: PromptTerminal) => Promise<T>): Promise<T> {
  const { input, output, signal } = terminal;
  for (;;) {
    const back = new AbortController();
    const onBack = () => back.abort();
    process.on('SIGCONT', onBack);
    try {
      return await ask({ input, output, signal: AbortSignal.any([signal, back.signal]) });
    } catch (thrown) {
      if (!(thrown instanceof Error && thrown.name.endsWith('PromptError'))) throw thrown;
      if (signal.aborted) throw signal.reason;
      // The prompt's own Ctrl-C: it reads keys raw, so that no signal is made of it.
      if (!back.signal.aborted) throw new Interrupted();
    } finally {
      process.off('SIGCONT', onBack);
    }
  }
}
