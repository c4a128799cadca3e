import { type PromptTerminal, prompted } from '../../host/prompted.ts';

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
  if (choices.length <= LONG) return await prompted(terminal, (context) => select({ message, choices, loop: false, pageSize: LONG, ...usualFirst }, context));
  const among = (term: string | undefined) => choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes((term ?? '').toLowerCase()));
  return await prompted(terminal, (context) => search({ message, source: among, ...usualFirst }, context));
}

/** Something offered, or anything else that is typed. Throws as `chooseOne`. */
export async function typeOrChoose(message: string, offers: readonly PromptChoice[], usual: string | undefined, terminal: PromptTerminal): Promise<string> {
  const { search } = await import('@inquirer/prompts');
  const own = (term: string | undefined): readonly PromptChoice[] => {
    const typed = term?.trim() ?? '';
    const found = offers.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase()));
    return typed === '' || found.some(({ value }) => value === typed) ? found : [...found, { name: typed, value: typed }];
  };
  return await prompted(terminal, (context) => search({ message, source: own, ...(usual === undefined ? {} : { default: usual }) }, context));
}

/** A line. Throws as `chooseOne`. */
export async function typeLine(message: string, usual: string | undefined, terminal: PromptTerminal): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  return await prompted(terminal, (context) => input({ message, ...(usual === undefined ? {} : { default: usual }) }, context));
}
