import type { StepId } from './answers.ts';
import type { Context } from './context.ts';
import type { ChangeEvent } from './event.ts';
import type { Json } from './json.ts';
import type { Finding } from './problem.ts';
import type { Text } from './text.ts';

/** A request as it will go out, secrets replaced. */
export interface RequestPreview {
  readonly method: string;
  /** Path and query, or the whole URL where it is not the resource manager's. */
  readonly path: string;
  readonly body?: Json;
}

export type Effect = 'create' | 'update' | 'delete' | 'by-hand' | 'none';

/** What the journal knows of a change that was begun and not finished. */
export interface Pending {
  /** ms since the epoch of `Environment.clock`: when it was begun. */
  readonly startedAt: number;
  /** The operation's URL, where the service had already answered. */
  readonly operation?: string;
}

/** One piece of work. The intent is journaled before `apply` is called, its receipt before the next change starts. */
export interface Change {
  /** Stable for the same work on the same resource: `deploy:compute/aks-prod`. */
  readonly id: string;
  readonly step: StepId;
  readonly title: Text;
  readonly effect: Effect;
  /** Why nothing is to be done (`none`), or why this is. */
  readonly why?: Text;
  /** For the diff; only what differs, secrets replaced. */
  readonly before?: Json;
  readonly after?: Json;
  readonly requests?: readonly RequestPreview[];
  /** ms, from facts.md. */
  readonly expectedMs?: number;
  /**
   * Does it and proves it by reading back. Returns what the service returned, allow-listed fields only.
   * With `pending` it goes on with the operation instead of sending again.
   */
  apply(context: Context, pending?: Pending): AsyncGenerator<ChangeEvent, Json, void>;
}

export interface StepPlan {
  readonly step: StepId;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Text[];
  /** Why this step is not needed at all. */
  readonly skipped?: Text;
}
