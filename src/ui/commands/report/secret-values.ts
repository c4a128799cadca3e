import { isOwnVariable } from '../../../core/profile/placeholders.ts';
import type { Hidden } from '../../host/output.ts';

const SECRET_VARIABLE = /pass|secret|token|key|credential|_pat$|sas/i;

/** Values of variables that must not turn up in a report, by the variable's name. */
export function secretValues(env: Readonly<Record<string, string | undefined>>, also: readonly string[]): Hidden {
  const named = Object.entries(env).filter(([name]) => isOwnVariable(name) || SECRET_VARIABLE.test(name) || also.includes(name));
  return new Map(named.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}
