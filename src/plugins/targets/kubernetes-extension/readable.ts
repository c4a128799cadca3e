import { ProblemError } from 'amltls/plugin';

/** A listing; none where it may not be read: what is not known is asked for, the deployment itself needs none of it. */
export async function readable<T>(listing: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await listing;
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.code !== 'network-unreachable') return [];
    throw thrown;
  }
}
