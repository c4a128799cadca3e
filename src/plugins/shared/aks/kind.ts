import type { Context, JsonObject, Problem, Text } from '../../../core/contracts/index.ts';
import type { AksCompute } from './compute.ts';

/** What creating and attaching do not share. */
export interface AksKind {
  readonly title: (computeName: string) => Text;
  /** ms, from facts.md 1.7. */
  readonly expectedMs: number;
  /** The rules for its answers; pure. */
  refuse(context: Context): void;
  /** Looks up what the first PUT needs (region, cluster), and gives its body for a TLS configuration. @throws ProblemError */
  prepare(context: Context): Promise<(ssl: JsonObject | undefined) => JsonObject>;
  /** Why a compute that exists under this name is not the one that is meant. */
  unlike(compute: AksCompute, context: Context): Problem | undefined;
}
