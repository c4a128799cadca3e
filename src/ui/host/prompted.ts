import { Interrupted } from '../../core/problems/interrupted.ts';

/** Where prompts are drawn and answered. */
export interface PromptTerminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** What a prompt is answered with. @throws Interrupted on Ctrl-C, the signal's reason when aborted */
export async function prompted<T>(terminal: PromptTerminal, ask: (context: PromptTerminal) => Promise<T>): Promise<T> {
  const { input, output, signal } = terminal;
  try {
    return await ask({ input, output, signal });
  } catch (thrown) {
    // The prompt's own Ctrl-C: it reads keys raw, so that no signal is made of it.
    if (thrown instanceof Error && thrown.name.endsWith('PromptError')) throw signal.aborted ? signal.reason : new Interrupted();
    throw thrown;
  }
}
