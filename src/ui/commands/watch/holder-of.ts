import type { ListedWait } from '../../../core/wait/open-wait.ts';
import { type Holder, isGone, readHolder } from '../../../plugins/shared/local/lock-holder.ts';

/** Who watches a wait at the moment; undefined where nobody does. */
export async function holderOf({ file }: Pick<ListedWait, 'file'>): Promise<Holder | undefined> {
  const holder = await readHolder(file);
  return holder === undefined || isGone(holder) ? undefined : holder;
}
