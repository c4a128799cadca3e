import type { Span, Text } from '../../contracts/index.ts';

/** One word of the glossary. */
export interface Term {
  /** Kebab-case: what `amltls explain` takes. */
  readonly id: string;
  /** As it is written. */
  readonly name: Text;
  /** Other spellings, in any language: they are found by a search, and recognised in sentences. */
  readonly also: readonly string[];
  readonly means: Text;
  /** Ids of terms that belong to it. */
  readonly see: readonly string[];
  readonly source: Span;
}
