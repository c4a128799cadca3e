import type { Scope } from '../state/values.ts';
import { busy } from './azure-error.ts';
import { findService } from './lookup.ts';
import type { World } from './world.ts';

/** At once, as facts.md 2 and 3.2 allow. False where there was none. @throws AzureError while a change is going on */
export function deleteService(world: World, scope: Scope, name: string): boolean {
  const service = findService(world.state, scope, name);
  if (service === undefined) return false;
  if (service.change !== undefined) throw busy(`the service ${service.name}`);
  world.state.services.splice(world.state.services.indexOf(service), 1);
  return true;
}
