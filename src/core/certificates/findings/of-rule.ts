import type { Text } from '../../contracts/index.ts';
import type { Violation } from '../path/rules.ts';
import { codeOf } from '../rules/catalogue.ts';
import { detailOf } from '../rules/detail.ts';
import { findingOfRule } from '../rules/finding.ts';

export interface RuleWords {
  /** As cli.md lists them; the name of the rule. */
  readonly code: string;
  readonly message: Text;
  readonly next: readonly Text[];
  readonly source?: string;
}

/** What a person reads of a rule that a certificate in a path breaks; all of them are reasons for clients to refuse it. */
export function wordsOfRule({ rule, certificate }: Violation, host?: string): RuleWords {
  const detail = rule === 'name-not-covered' && host !== undefined ? { value: host } : detailOf({ rule, certificate });
  const { severity: _, subject: __, ...words } = findingOfRule(codeOf(rule), '', { certificate, detail });
  return words;
}
