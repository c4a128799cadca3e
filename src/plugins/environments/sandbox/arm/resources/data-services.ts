import { AzureError } from '../../world/azure-error.ts';
import { createService } from '../../world/create-service.ts';
import { deleteService } from '../../world/delete-service.ts';
import { patchService, serviceOrThrow } from '../../world/patch-service.ts';
import { inScope, sameName, workspaceId } from '../../world/resource-ids.ts';
import { type Answer, type Call, ok, param, scopeOf } from '../call.ts';
import { page } from '../paging.ts';
import { dataHeaders } from './operations.ts';
import { dataServiceView } from './service-view.ts';

/** Filtered by `computeType` and `name`. */
export function list(call: Call): Answer {
  const scope = scopeOf(call);
  const type = call.query.get('computeType');
  const name = call.query.get('name');
  const services = call.world.state.services
    .filter((service) => inScope(service, scope))
    .filter((service) => (type === null || sameName(service.kind, type)) && (name === null || sameName(service.name, name)));
  const views = services.map((service) => dataServiceView(call.world.state, service));
  return ok(page(call, `/modelmanagement/v1.0${workspaceId(scope)}/services`, views, '$skipToken'));
}

export const get = (call: Call): Answer => ok(dataServiceView(call.world.state, serviceOrThrow(call.world, scopeOf(call), param(call, 'service'))));

export function create(call: Call): Answer {
  const operation = createService(call.world, { scope: scopeOf(call), body: call.body, provisioningErrors: call.provisioningErrors });
  return { status: 202, headers: dataHeaders(call, operation) };
}

const PATCH_TYPE = 'application/json-patch+json';

export function patch(call: Call): Answer {
  if (call.contentType !== PATCH_TYPE) throw new AzureError(415, 'UnsupportedMediaType', `The content type must be ${PATCH_TYPE}.`);
  const input = { scope: scopeOf(call), name: param(call, 'service'), body: call.body, provisioningErrors: call.provisioningErrors };
  const { service, operation } = patchService(call.world, input);
  if (operation === undefined) return ok(dataServiceView(call.world.state, service));
  return { status: 202, headers: dataHeaders(call, operation) };
}

export function remove(call: Call): Answer {
  return { status: deleteService(call.world, scopeOf(call), param(call, 'service')) ? 200 : 204 };
}

export function listKeys(call: Call): Answer {
  const { keys } = serviceOrThrow(call.world, scopeOf(call), param(call, 'service'));
  return ok({ ...keys });
}
