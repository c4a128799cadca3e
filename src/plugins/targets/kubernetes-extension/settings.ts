import { type Answers, booleanAnswer, type Context, type Domain, textAnswer } from 'amltls/plugin';
import type { Cluster } from './cluster.ts';
import type { Extension } from './extension.ts';

const FAST_PROD_NODES = 3;

export type Settings = Readonly<Record<string, string>>;

/** What the front end is to be: of the settings only those that an answer, or TLS itself, decides. All values are strings (facts.md 4.1). */
export function wantedSettings(domain: Domain, { answers }: Context, cluster: Pick<Cluster, 'nodes'>): Settings {
  return { ...tlsSettings(domain, answers), ...routerSettings(answers), ...purposeSettings(answers, cluster) };
}

export function tlsSettings(domain: Domain, answers: Answers): Settings {
  if (domain.kind !== 'custom') return { allowInsecureConnections: 'True' };
  const secret = textAnswer(answers, 'target.sslSecret');
  return { allowInsecureConnections: 'False', sslCname: domain.fqdn, ...(secret === undefined ? {} : { 'scoringFe.sslSecret': secret }) };
}

function routerSettings(answers: Answers): Settings {
  const type = textAnswer(answers, 'target.routerType');
  const internal = booleanAnswer(answers, 'target.internalLoadBalancer');
  return {
    ...(type === undefined ? {} : { inferenceRouterServiceType: type }),
    ...(type === 'NodePort' ? { 'scoringFe.serviceType.nodePort': 'true' } : {}),
    // The CLI derives the second from the first; over REST both are needed.
    ...(internal === true ? { internalLoadBalancerProvider: 'azure', 'scoringFe.serviceType.internalLoadBalancer': 'true' } : {}),
    ...(internal === false ? { 'scoringFe.serviceType.internalLoadBalancer': 'false' } : {}),
  };
}

function purposeSettings(answers: Answers, { nodes }: Pick<Cluster, 'nodes'>): Settings {
  const purpose = textAnswer(answers, 'target.clusterPurpose');
  const ha = booleanAnswer(answers, 'target.routerHa');
  const upgrade = booleanAnswer(answers, 'target.moveFrontEnd') === true ? { 'scoringFe.enableUpgrade': 'true' } : {};
  const small = nodes !== undefined && nodes < FAST_PROD_NODES;
  return {
    ...(purpose === undefined ? {} : { clusterPurpose: purpose }),
    ...(ha === undefined ? {} : { inferenceRouterHA: ha ? 'True' : 'False' }),
    ...(small && purpose === undefined ? { clusterPurpose: 'DevTest' } : {}),
    ...(small && ha === undefined ? { inferenceRouterHA: 'False' } : {}),
    ...upgrade,
  };
}

/** All of a new extension, as Microsoft's template and CLI have them (facts.md 4.2). */
export function newSettings(domain: Domain, context: Context, cluster: Cluster): Settings {
  const { id, name, location } = cluster;
  return {
    enableTraining: booleanAnswer(context.answers, 'target.enableTraining') === true ? 'True' : 'False',
    enableInference: 'True',
    clusterPurpose: 'FastProd',
    inferenceRouterServiceType: 'LoadBalancer',
    inferenceRouterHA: 'True',
    cluster_name: id,
    clusterId: id,
    'prometheus.prometheusSpec.externalLabels.cluster_name': id,
    cluster_name_friendly: name,
    location,
    jobSchedulerLocation: location,
    // The CLI writes the public cloud's suffix everywhere; a sovereign cloud has its own.
    domain: `${location}.${context.env.cloud.cloudAppSuffix}`,
    'servicebus.enabled': 'false',
    'relayserver.enabled': 'false',
    'nginxIngress.enabled': 'true',
    ...wantedSettings(domain, context, cluster),
  };
}

/** Those of the wanted settings that are not so: compared as the service compares them, `True` is `true`. A setting that is missing has its default. */
export function changedSettings(wanted: Settings, { settings }: Pick<Extension, 'settings'>): Settings {
  return Object.fromEntries(Object.entries(wanted).filter(([key, setting]) => !same(settings[key] ?? DEFAULTS[key], setting)));
}

const DEFAULTS: Settings = {
  inferenceRouterServiceType: 'LoadBalancer',
  'scoringFe.serviceType.internalLoadBalancer': 'false',
  allowInsecureConnections: 'False',
  inferenceRouterHA: 'True',
  clusterPurpose: 'FastProd',
};

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** Settings whose change concerns endpoints that are in use: the CLI asks before it sends them (facts.md 4.3). */
export const FELT_BY_CLIENTS: readonly string[] = [
  'sslCname',
  'allowInsecureConnections',
  'inferenceRouterServiceType',
  'scoringFe.serviceType.nodePort',
  'scoringFe.serviceType.internalLoadBalancer',
  'internalLoadBalancerProvider',
];
