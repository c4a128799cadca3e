import type { Certificate } from '../certificate.ts';
import { Malformed } from '../der.ts';
import { isSelfIssued } from '../describe.ts';
import { trustStore } from '../trust.ts';
import { caRules } from './ca-rules.ts';
import { certificateRules } from './certificate-rules.ts';
import { type IsPublicSuffix, leafRules } from './leaf-rules.ts';
import { checkNameConstraints } from './name-constraints.ts';
import { policiesHold } from './policies.ts';
import { type PathRule, type Position, STRICT, type Violation } from './rules.ts';
import { type Found, pathsFrom } from './search.ts';

export interface PathInput {
  /** Leaf first; the order of the others does not matter. */
  readonly chain: readonly Certificate[];
  /** PEM of the trust anchors. */
  readonly roots: readonly string[];
  /** ms since the epoch: the time at which the path has to be right. */
  readonly at: number;
  /** A-label name or address that the leaf has to cover. */
  readonly host?: string;
  /** Intermediates between leaf and root; default 8. */
  readonly maxDepth?: number;
  /** `client`: what TLS clients refuse. `strict`: what RFC 5280 and the CA/Browser Forum forbid, too. Default `client`. */
  readonly policy?: 'client' | 'strict';
  /** Needed by `strict` for wildcards; default: a single label is one. */
  readonly isPublicSuffix?: IsPublicSuffix;
}

/** `path`: leaf first, anchor last. A refusal names all that is wrong with the best path that was found. */
export type PathResult =
  | { readonly ok: true; readonly path: readonly Certificate[] }
  | { readonly ok: false; readonly path?: readonly Certificate[]; readonly violations: readonly Violation[] };

const DEFAULT_DEPTH = 8;
const STRICT_RULES: readonly PathRule[] = STRICT;

/** RFC 5280 section 6 for TLS servers, at a chosen time; revocation is not looked at. */
export function validatePath(input: PathInput): PathResult {
  const [leaf, ...others] = input.chain;
  if (leaf === undefined) return { ok: false, violations: [] };
  const found: Found = { budgetSpent: false, tooLong: false };
  let best: PathResult = { ok: false, violations: [] };
  for (const path of pathsFrom(leaf, others, trustStore(input.roots), input.maxDepth ?? DEFAULT_DEPTH, found)) {
    const violations = violationsOf(path, input);
    if (violations.length === 0) return { ok: true, path };
    if (best.violations.length === 0 || violations.length < best.violations.length) best = { ok: false, path, violations };
  }
  if (best.violations.length > 0) return best;
  return { ok: false, violations: [{ rule: noPath(found), certificate: leaf }, ...own(leaf, input)] };
}

function noPath({ tooLong, budgetSpent }: Found): PathRule {
  if (budgetSpent) return 'too-complex';
  return tooLong ? 'too-long' : 'untrusted-root';
}

function own(leaf: Certificate, input: PathInput): readonly Violation[] {
  return violationsOf([leaf], input);
}

function violationsOf(path: readonly Certificate[], input: PathInput): readonly Violation[] {
  const rules = (certificate: Certificate, i: number): readonly PathRule[] => [...new Set(rulesOf(path, certificate, i, input))];
  return path
    .flatMap((certificate, i) => rules(certificate, i).map((rule) => ({ rule, certificate })))
    .filter(({ rule }) => input.policy === 'strict' || !STRICT_RULES.includes(rule));
}

function* rulesOf(path: readonly Certificate[], certificate: Certificate, i: number, input: PathInput): Generator<PathRule> {
  const position: Position = i === 0 ? 'leaf' : i === path.length - 1 ? 'root' : 'intermediate';
  yield* certificateRules({ certificate, position, at: input.at });
  try {
    if (i === 0) {
      yield* leafRules(certificate, input.host, input.isPublicSuffix ?? ((name) => !name.includes('.')));
      const names = checkNameConstraints(path);
      if (names !== undefined) yield names;
      if (!policiesHold(path)) yield 'policy';
    } else yield* caRules(certificate, position, path.slice(1, i).filter((below) => !isSelfIssued(below)).length);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    yield 'malformed';
  }
}
