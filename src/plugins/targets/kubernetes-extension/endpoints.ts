import { type Context, code, type Domain, type Endpoints, listAll, listOf, objectOf, say, textAnswer, textOf } from 'amltls/plugin';
import { type Cluster, readCluster } from './cluster.ts';
import { type Extension, getExtension, isTrue } from './extension.ts';
import { readable } from './readable.ts';

const NETWORK_API = '2023-09-01';
const ENDPOINTS_API = '2023-10-01';
const SERVICE = 'azureml/azureml-fe';

/** Where the front end is: named by an answer, or found among the addresses that AKS made for the service `azureml-fe`. */
export async function endpointsOf(domain: Domain, context: Context): Promise<Endpoints | undefined> {
  const extension = await getExtension(context);
  if (extension === undefined) return undefined;
  const cluster = await readCluster(context);
  const addresses = await addressesOf(extension, cluster, context);
  const own = domain.kind === 'custom' ? domain.fqdn : undefined;
  const secure = !isTrue(extension.settings['allowInsecureConnections']);
  return {
    scoringUris: await scoringUris([...addresses, ...(own === undefined ? [] : [own])], context),
    ...(own === undefined ? {} : { host: own }),
    addresses,
    port: secure ? 443 : 80,
    internal: isInternal(extension),
    records: own === undefined ? [] : addresses.map((data) => ({ name: own, type: 'A', data })),
    ...(addresses.length > 0 ? {} : { waiting: noAddress() }),
    ...(extension.modifiedOn === undefined ? {} : { modifiedOn: extension.modifiedOn }),
    state: extension.state,
  };
}

export function isInternal({ settings }: Pick<Extension, 'settings'>): boolean {
  return isTrue(settings['scoringFe.serviceType.internalLoadBalancer']) || (settings['inferenceRouterServiceType'] ?? 'LoadBalancer') !== 'LoadBalancer';
}

/** Empty where Azure tells none: Arc, NodePort, ClusterIP, or a service that has none yet. */
export async function addressesOf(extension: Extension, cluster: Cluster, context: Context): Promise<readonly string[]> {
  const given = textAnswer(context.answers, 'target.address');
  if (given !== undefined) return [given];
  if ((extension.settings['inferenceRouterServiceType'] ?? 'LoadBalancer') !== 'LoadBalancer' || cluster.nodeResourceGroup === undefined) return [];
  const group = `/subscriptions/${cluster.subscriptionId}/resourceGroups/${encodeURIComponent(cluster.nodeResourceGroup)}/providers/Microsoft.Network`;
  return isTrue(extension.settings['scoringFe.serviceType.internalLoadBalancer'])
    ? await privateAddress(group, context)
    : await taggedAddresses(group, context);
}

// Kubernetes' cloud provider writes the service's name on the address that it makes.
async function taggedAddresses(group: string, { env, signal }: Context): Promise<readonly string[]> {
  const all = await readable(listAll(env.arm, { path: `${group}/publicIPAddresses`, apiVersion: NETWORK_API }, signal));
  return all.flatMap((address) => {
    const tags = objectOf(address['tags']);
    const found = tags['k8s-azure-service'] === SERVICE || tags['service'] === SERVICE ? textOf(objectOf(address['properties'])['ipAddress']) : undefined;
    return found === undefined ? [] : [found];
  });
}

// Private front ends carry no name: only a single one can be told.
async function privateAddress(group: string, { env, signal }: Context): Promise<readonly string[]> {
  const all = await readable(listAll(env.arm, { path: `${group}/loadBalancers`, apiVersion: NETWORK_API }, signal));
  const found = all.flatMap((balancer) =>
    listOf(objectOf(balancer['properties'])['frontendIPConfigurations']).flatMap(
      (each) => textOf(objectOf(objectOf(each)['properties'])['privateIPAddress']) ?? [],
    ),
  );
  return found.length === 1 ? found : [];
}

/** Online endpoints whose URI leads here, as they are (facts.md 4.4). */
async function scoringUris(hosts: readonly string[], { env, answers, signal }: Context): Promise<readonly string[]> {
  const [subscription, group, workspace] = ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace'].map((key) =>
    encodeURIComponent(textAnswer(answers, key) ?? ''),
  );
  const path = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${workspace}/onlineEndpoints`;
  const all = await readable(listAll(env.arm, { path, apiVersion: ENDPOINTS_API }, signal));
  const uris = all.flatMap((endpoint) => textOf(objectOf(endpoint['properties'])['scoringUri']) ?? []);
  return uris.filter((uri) => hosts.includes(URL.parse(uri)?.hostname ?? ''));
}

function noAddress() {
  return say(
    'Azure tells no address of the front end. Look with {command}, and give it with {flag}.',
    'フロント エンドのアドレスを取得できません。{command} で確認し、{flag} で指定してください。',
    { command: code('kubectl get svc azureml-fe -n azureml'), flag: code('--set target.address=…') },
  );
}
