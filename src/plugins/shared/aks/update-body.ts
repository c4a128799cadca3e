import type { JsonObject } from '../../../core/contracts/index.ts';
import { objectOf } from '../web-service/fields.ts';

/** What an update changes; a member that is missing is left to the service as it is. */
export interface ComputeChange {
  /** Replaces the whole `sslConfiguration`. */
  readonly ssl?: JsonObject;
  readonly loadBalancerType?: string;
  readonly loadBalancerSubnet?: string;
}

/**
 * The GET's body with the change in it, as SDK v1 updates a compute (facts.md 1.5): it carries the `resourceId`, which tells an
 * update from a second create (1.8). What does not change is taken out rather than sent back: a GET gives `cert` and `key` as null.
 */
export function updateBody(got: JsonObject, change: ComputeChange): JsonObject {
  const properties = objectOf(got['properties']);
  const { sslConfiguration: _ssl, loadBalancerType: _type, loadBalancerSubnet: _subnet, ...kept } = objectOf(properties['properties']);
  return {
    ...got,
    properties: {
      ...properties,
      properties: {
        ...kept,
        ...(change.ssl === undefined ? {} : { sslConfiguration: change.ssl }),
        ...(change.loadBalancerType === undefined ? {} : { loadBalancerType: change.loadBalancerType }),
        ...(change.loadBalancerSubnet === undefined ? {} : { loadBalancerSubnet: change.loadBalancerSubnet }),
      },
    },
  };
}
