import { randomUUID } from 'node:crypto';
import type { Operation } from '../state/operation.ts';
import type { WorldState } from '../state/world-state.ts';

const KEPT = 500;

/** Notes a long-running operation; the oldest are forgotten. */
export function beginOperation(state: WorldState, operation: Omit<Operation, 'id'>): Operation {
  const begun = { id: randomUUID(), ...operation };
  state.operations.push(begun);
  state.operations.splice(0, state.operations.length - KEPT);
  return begun;
}

/** How it stands at `now` (practice ms). */
export function operationState(operation: Operation, now: number): 'InProgress' | 'Succeeded' | 'Failed' {
  if (now < operation.endsAt) return 'InProgress';
  return operation.error === undefined ? 'Succeeded' : 'Failed';
}
