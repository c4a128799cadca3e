import type { JsonObject } from '../../../core/contracts/index.ts';
import { present } from '../../shared/web-service/fields.ts';

export interface AttachSettings {
  /** The workspace's region. */
  readonly location: string;
  readonly resourceId: string;
  readonly clusterPurpose?: string | undefined;
  readonly loadBalancerType?: string | undefined;
  readonly loadBalancerSubnet?: string | undefined;
  readonly sslConfiguration?: JsonObject | undefined;
}

/** The PUT that attaches an existing cluster, as SDK v1 sends it (facts.md 1.5): no region, size or network of its own. */
export function attachBody(settings: AttachSettings): JsonObject {
  const properties = present({
    clusterPurpose: settings.clusterPurpose,
    loadBalancerType: settings.loadBalancerType,
    loadBalancerSubnet: settings.loadBalancerSubnet,
    sslConfiguration: settings.sslConfiguration,
  });
  return {
    location: settings.location,
    properties: { computeType: 'AKS', resourceId: settings.resourceId, ...(Object.keys(properties).length === 0 ? {} : { properties }) },
  };
}
