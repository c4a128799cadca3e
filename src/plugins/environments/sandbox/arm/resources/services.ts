import { notFound } from '../../world/azure-error.ts';
import { findService } from '../../world/lookup.ts';
import { inScope, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param, scopeOf } from '../call.ts';
import { page } from '../paging.ts';
import { armServiceView } from './service-view.ts';

export function list(call: Call): Answer {
  const scope = scopeOf(call);
  const services = call.world.state.services.filter((service) => inScope(service, scope)).map((service) => armServiceView(call.world.state, service));
  return ok(page(call, `${workspaceId(scope)}/services`, services, '$skip'));
}

export function get(call: Call): Answer {
  const scope = scopeOf(call);
  const name = param(call, 'service');
  const service = findService(call.world.state, scope, name);
  if (service === undefined) throw notFound(`Microsoft.MachineLearningServices/workspaces/${scope.workspace}/services/${name}`, scope.resourceGroup);
  return ok(armServiceView(call.world.state, service));
}
