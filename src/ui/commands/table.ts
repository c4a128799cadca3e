import type { Command } from 'commander';
import type { Text } from '../../core/contracts/index.ts';
import type { Session } from './session.ts';

/** The names to set up: all, or the one that was asked for. */
export function chosen(commands: Readonly<Record<string, unknown>>, asked: string | undefined): readonly string[] {
  return asked !== undefined && Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
}

/** How commands are put on the table; those of one family have a file of their own (`cert/commands.ts`). */
export interface Table {
  readonly words: (text: Text) => string;
  add(parent: Command, usage: string, summary: Text): Command;
  /** What a command does when it is chosen. @param name for its schema: `cert-lint` */
  does(name: string, run: (session: Session, args: readonly string[], flags: object) => Promise<number>): (this: Command) => void;
}
