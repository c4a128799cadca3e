import type { ConnectFault, DnsFault, Fault, HttpFault } from '../state/fault.ts';
import type { WorldState } from '../state/world-state.ts';

/** The fault that strikes this request, used up by one. @param path without the query */
export function takeHttpFault(state: WorldState, method: string, path: string): HttpFault | undefined {
  return take(state, (fault): fault is HttpFault => 'match' in fault && new RegExp(fault.match, 'i').test(`${method} ${path}`));
}

/** The fault that strikes this question, used up by one. */
export function takeDnsFault(state: WorldState, name: string, type: string): DnsFault | undefined {
  return take(state, (fault): fault is DnsFault => 'dns' in fault && new RegExp(fault.dns, 'i').test(`${name} ${type}`));
}

/** The fault that strikes this connection, used up by one. */
export function takeConnectFault(state: WorldState, ip: string): ConnectFault | undefined {
  return take(state, (fault): fault is ConnectFault => 'connect' in fault && new RegExp(fault.connect, 'i').test(ip));
}

function take<F extends Fault>(state: WorldState, strikes: (fault: Fault) => fault is F): F | undefined {
  const fault = state.faults.filter(strikes).find(({ times }) => times !== 0);
  if (fault?.times !== undefined) fault.times -= 1;
  return fault;
}
