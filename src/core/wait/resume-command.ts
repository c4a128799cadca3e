import type { Parts } from '../engine/parts.ts';
import type { WaitKind } from './open-wait.ts';

/** The command that goes on with a wait of this profile, in the environment where it was begun. */
export function resumeCommand(kind: WaitKind, { context, elsewhere }: Pick<Parts, 'context' | 'elsewhere'>): string {
  const command = `amltls watch ${kind} ${context.profile ?? 'PROFILE'}`;
  return elsewhere ? `${command} --env ${context.env.id}` : command;
}
