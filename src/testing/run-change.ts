import type { Change, ChangeEvent, Context, Json, Pending } from '../core/contracts/index.ts';

export interface Applied {
  readonly events: readonly ChangeEvent[];
  readonly receipt: Json;
}

/** Lets a change run to its end. @param onEvent sees each event before the change goes on */
export async function runChange(change: Change, context: Context, onEvent?: (event: ChangeEvent) => Promise<void>, pending?: Pending): Promise<Applied> {
  const events: ChangeEvent[] = [];
  const running = change.apply(context, pending);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return { events, receipt: next.value };
    events.push(next.value);
    await onEvent?.(next.value);
  }
}

/** What must be the same when a plan is made twice. */
export function shapeOf({ id, step, effect, before, after, requests }: Change) {
  return { id, step, effect, before, after, requests };
}
