import type { Answers, Domain, Json } from '../contracts/index.ts';
import { fail } from '../problems/problem-error.ts';
import { checkFqdn } from './check-fqdn.ts';
import { kindUnknown } from './kind-problems.ts';
import { checkLeafLabel } from './leaf-label.ts';

/**
 * The answers of the first step, put together; the name in A-labels.
 * @throws ProblemError `domain-kind-unknown`, or what is wrong with the name
 */
export function domainOf(answers: Answers): Domain {
  switch (answers['domain.kind']) {
    case 'custom': {
      const name = checkFqdn(words(answers['domain.fqdn']));
      return 'code' in name ? fail(name) : { kind: 'custom', fqdn: name.fqdn };
    }
    case 'microsoft': {
      const leafDomainLabel = words(answers['domain.leafDomainLabel']);
      const problem = checkLeafLabel(leafDomainLabel);
      if (problem !== undefined) fail(problem);
      return { kind: 'microsoft', leafDomainLabel, overwriteExistingDomain: answers['domain.overwriteExistingDomain'] === true };
    }
    case 'none':
      return { kind: 'none' };
    default:
      return fail(kindUnknown(words(answers['domain.kind'])));
  }
}

function words(answer: Json | undefined): string {
  return typeof answer === 'string' ? answer : '';
}
