import type { Finding, Severity, Text } from '../../core/contracts/index.ts';
import { say } from '../../core/text/say.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The worst that was found; undefined where nothing was. */
export const worstOf = (findings: readonly Finding[]): Severity | undefined =>
  ORDER.find((severity) => findings.some((finding) => finding.severity === severity));

export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));

/** How many were looked at, and how many of them have something wrong. */
export function checkSummary(all: readonly { readonly findings: readonly Finding[] }[]): Text {
  const having = (severity: Severity) => all.filter(({ findings }) => findings.some((finding) => finding.severity === severity)).length;
  return say('{count} looked at: {errors} with errors, {warnings} with warnings.', '{count} 件を確認: エラーあり {errors} 件、警告あり {warnings} 件。', {
    count: all.length,
    errors: having('error'),
    warnings: having('warning'),
  });
}
