import type { Extension } from '../state/extension.ts';
import { isTrue } from './extension-rules.ts';

/** What runs on the cluster, so that there is something to call: one online endpoint for each extension that is installed. */
export interface OnlineEndpoint {
  readonly name: string;
  readonly path: string;
  readonly scoringUri: string;
}

/** The path is that of TLS-v2 (facts.md 4.4); where another may be used is not known. */
export function onlineEndpoint(extension: Extension): OnlineEndpoint {
  const name = `endpoint-${extension.clusterId.split('/').at(-1) ?? ''}`;
  const path = `/api/v1/service/${name}/score`;
  const { settings, certificate } = extension;
  const origin = certificate === undefined ? `http://${extensionAddress(extension)}:80` : `https://${settings['sslCname'] ?? ''}:443`;
  return { name, path, scoringUri: `${origin}${path}` };
}

export function extensionAddress({ settings, publicIp, privateIp }: Extension): string {
  return isInternal({ settings }) ? privateIp : publicIp;
}

export const isInternal = ({ settings }: Pick<Extension, 'settings'>): boolean => isTrue(settings['scoringFe.serviceType.internalLoadBalancer']);

/** Behind a NodePort or ClusterIP nothing is reached from outside. */
export const isBalanced = ({ settings }: Pick<Extension, 'settings'>): boolean => (settings['inferenceRouterServiceType'] ?? 'LoadBalancer') === 'LoadBalancer';
