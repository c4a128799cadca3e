import type { Context, Inventory, Listed, Suggestions, Text } from '../../../core/contracts/index.ts';
import { isAbort, toProblem } from '../../../core/problems/to-problem.ts';
import { say } from '../../../core/text/say.ts';

/** A listing as suggestions; one that fails leaves typing, with the reason shown. */
export async function suggestFrom(context: Context, list: (inventory: Inventory) => Promise<readonly Listed[]>): Promise<Suggestions> {
  const source: Text = say('from {environment}', '{environment} から取得', { environment: context.env.title });
  try {
    return { items: await list(context.env.inventory), source };
  } catch (thrown) {
    if (isAbort(thrown, context.signal)) throw thrown;
    return { items: [], source, problem: toProblem(thrown) };
  }
}
