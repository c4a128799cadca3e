import type { Applying, Registrar } from '../../../core/contracts/index.ts';
import { comparableAll, type RecordSet } from '../../../core/wait/propagation/record-set.ts';
import { asJson } from '../../shared/dns/record-states.ts';

/** Takes these records out of their set; what somebody else put beside them stays. The receipt is what the registrar holds then. */
export async function* removeSet({ name, type, data }: RecordSet, registrar: Registrar, signal: AbortSignal): Applying {
  const held = await registrar.get(name, type, signal);
  const others = held.filter((record) => !comparableAll([record]).every((each) => data.includes(each)));
  if (others.length === held.length) return { records: asJson(held) };
  if (others.length === 0) await registrar.remove({ name, type }, signal);
  else await registrar.set(others, signal);
  return { records: asJson(await registrar.get(name, type, signal)) };
}
