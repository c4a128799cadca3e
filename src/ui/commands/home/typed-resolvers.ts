import type { Text } from '../../../core/contracts/index.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { resolversNamed } from '../../../plugins/shared/dns/servers.ts';

/** The resolvers in a typed line. */
export const resolversIn = (line: string): readonly string[] => line.split(/[\s,、]+/u).filter((each) => each !== '');

/** Why such a line is not taken; undefined where it is. */
export function resolversRefused(line: string): Text | undefined {
  try {
    resolversNamed(resolversIn(line), () => []);
    return undefined;
  } catch (thrown) {
    return toProblem(thrown).message;
  }
}
