import type { Answers } from '../contracts/index.ts';
import { parseDuration } from '../text/parse-duration.ts';

const USUAL_MS = 2 * 3_600_000;

/** How long a profile gives DNS, ms. */
export function propagationLimit(answers: Answers): number {
  return parseDuration(String(answers['dns.timeout'] ?? '')) ?? USUAL_MS;
}
