import type { PathRule } from '../path/rules.ts';
import { CHAIN } from './chain.ts';
import { KEYS } from './keys.ts';
import { NAMES } from './names.ts';
import type { Rule } from './rule.ts';
import { STRUCTURE } from './structure.ts';
import { TIME } from './time.ts';
import { USAGE } from './usage.ts';

const RULES = { ...TIME, ...KEYS, ...STRUCTURE, ...NAMES, ...USAGE, ...CHAIN };

/** Stable: scripts are written against them. */
export type RuleCode = keyof typeof RULES;

/** Every rule about certificates, by its code. */
export const CATALOGUE: Readonly<Record<RuleCode, Rule>> = RULES;

/** undefined for a code that is no rule about certificates. */
export function findRule(code: string): Rule | undefined {
  return Object.hasOwn(RULES, code) ? CATALOGUE[code as RuleCode] : undefined;
}

/** The code of a rule that a path breaks. */
export function codeOf(rule: PathRule): RuleCode {
  return rule === 'malformed' ? 'parse-error' : rule;
}
