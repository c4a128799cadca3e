import { Interrupted } from '../../../core/problems/interrupted.ts';

/** Where prompts are drawn and answered. */
export interface PromptTerminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

export interface PromptChoice {
  readonly name: string;
  readonly value: string;
  /** Why it cannot be taken. */
  readonly disabled?: boolean;
}

/** More than this is found by typing. */
const LONG = 20;

/** One of several. @throws Interrupted on Ctrl-C, the signal's reason when aborted */
export async function chooseOne(message: string, choices: readonly PromptChoice[], usual: string | undefined, terminal: PromptTerminal): Promise<string> {
  const { search, select } = await import('@inquirer/prompts');
  const usualFirst = usual === undefined ? {} : { default: usual };
  if (choices.length <= LONG) return await asked(terminal, (context) => select({ message, choices, loop: false, pageSize: LONG, ...usualFirst }, context));
  const among = (term: string | undefined) => choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes((term ?? '').toLowerCase()));
  return await asked(terminal, (context) => search({ message, source: among, ...usualFirst }, context));
}

/** Something offered, or anything else that is typed. Throws as `chooseOne`. */
export async function typeOrChoose(message: string, offers: readonly PromptChoice[], usual: string | undefined, terminal: PromptTerminal): Promise<string> {
  const { search } = await import('@inquirer/prompts');
  const own = (term: string | undefined): readonly PromptChoice[] => {
    const typed = term?.trim() ?? '';
    const found = offers.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()));
    return typed === '' || found.some(({ value }) => value === typed) ? found : [...found, { name: typed, value: typed }];
  };
  return await asked(terminal, (context) => search({ message, source: own, ...(usual === undefined ? {} : { default: usual }) }, context));
}

/** A line. Throws as `chooseOne`. */
export async function typeLine(message: string, usual: string | undefined, terminal: PromptTerminal): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  return await asked(terminal, (context) => input({ message, ...(usual === undefined ? {} : { default: usual }) }, context));
}

async function asked<T>({ input, output, signal }: PromptTerminal, ask: (context: PromptTerminal) => Promise<T>): Promise<T> {
  try {
    return await ask({ input, output, signal });
  } catch (thrown) {
    // The prompt's own Ctrl-C: it reads keys raw, so that no signal is made of it.
    if (thrown instanceof Error && thrown.name.endsWith('PromptError')) throw signal.aborted ? signal.reason : new Interrupted();
    throw thrown;
  }
}
