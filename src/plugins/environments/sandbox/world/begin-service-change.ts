import type { Operation } from '../state/operation.ts';
import type { Service, ServiceChange, ServiceSettings } from '../state/service.ts';
import type { ServiceError } from '../state/values.ts';
import { findWorkspace } from './lookup.ts';
import { beginOperation } from './operations.ts';
import { serviceId } from './resource-ids.ts';
import { TAKES } from './timings.ts';
import type { World } from './world.ts';

export interface ServiceChangeInput {
  readonly kind: ServiceChange['kind'];
  readonly settings: ServiceSettings;
  readonly errors: readonly ServiceError[];
}

const TIMES = {
  ACI: { create: TAKES.createAci, update: TAKES.updateAci },
  AKS: { create: TAKES.createAksService, update: TAKES.updateAksService },
} as const;

export function beginServiceChange(world: World, service: Service, input: ServiceChangeInput): Operation {
  const span = { startedAt: world.now, endsAt: world.now + TIMES[service.kind][input.kind] };
  const error = input.errors[0];
  const operation = beginOperation(world.state, {
    subscriptionId: service.subscriptionId,
    location: findWorkspace(world.state, service)?.location ?? '',
    plane: 'service',
    kind: input.kind,
    resourceId: serviceId(service),
    ...span,
    ...(error === undefined ? {} : { error }),
  });
  service.change = { operationId: operation.id, kind: input.kind, ...span, settings: input.settings, errors: [...input.errors] };
  service.state = 'Transitioning';
  service.modifiedAt = world.now;
  delete service.error;
  return operation;
}
