import * as z from 'zod';
import { zoneRecord } from './dns.ts';
import { fault } from './fault.ts';

const name = z.string().min(1);
const region = z
  .string()
  .regex(/^[a-z0-9]+$/)
  .default('eastus');
/** Whole practice days until a certificate ends; negative: it has ended. */
const daysLeft = z.int();

const customTls = z.strictObject({
  kind: z.literal('custom'),
  fqdn: name,
  /** Names in the certificate; default: the FQDN alone. */
  names: z.array(name).min(1).optional(),
  daysLeft: daysLeft.default(199),
});
const microsoftTls = z.strictObject({ kind: z.literal('microsoft'), leafDomainLabel: name, daysLeft: daysLeft.default(180) });
export type SeedTls = z.infer<typeof customTls> | z.infer<typeof microsoftTls>;

const cluster = z.strictObject({
  name,
  location: region,
  nodeCount: z.int().min(1).default(3),
  vmSize: name.default('Standard_D3_v2'),
  quiet: z.boolean().default(false),
  hidesAddress: z.boolean().default(false),
  keepsScoringUri: z.boolean().default(false),
});
export type SeedCluster = z.infer<typeof cluster>;

const arcCluster = z.strictObject({ name, location: region, nodeCount: z.int().min(1).default(3) });
export type SeedArcCluster = z.infer<typeof arcCluster>;

/** Certificate and key of the practice CA in a cluster's Kubernetes secret. */
const secret = z.strictObject({ cluster: name, namespace: name.default('azureml'), name, ...customTls.omit({ kind: true }).shape });
export type SeedSecret = z.infer<typeof secret>;

const compute = z.strictObject({
  name,
  cluster: name,
  clusterPurpose: z.enum(['FastProd', 'DenseProd', 'DevTest']).default('FastProd'),
  loadBalancerType: z.enum(['PublicIp', 'InternalLoadBalancer']).default('PublicIp'),
  loadBalancerSubnet: name.optional(),
  tls: z.discriminatedUnion('kind', [customTls, microsoftTls]).optional(),
});
export type SeedCompute = z.infer<typeof compute>;

const service = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('aks'), name, compute: name }),
  z.strictObject({ kind: z.literal('aci'), name, location: region, dnsNameLabel: name.optional(), tls: customTls.optional() }),
]);
export type SeedService = z.infer<typeof service>;

const zone = z.strictObject({
  zone: name,
  /** How long an absence is remembered, seconds. */
  minimum: z.int().nonnegative().default(300),
  /** `name` relative to the zone: `www`, or `@` for the zone itself. */
  records: z.array(zoneRecord.extend({ ttl: z.int().nonnegative().default(300) })).default([]),
});
export type SeedZone = z.infer<typeof zone>;

/** What exists at first. A section that is given replaces the default one as a whole. */
export const seed = z.strictObject({
  /** Practice time at the start, ISO 8601; default: now. */
  at: z.iso.datetime({ offset: true }).optional(),
  clusters: z.array(cluster).default([
    { name: 'aks1', location: 'eastus', nodeCount: 3, vmSize: 'Standard_D3_v2', quiet: false, hidesAddress: false, keepsScoringUri: false },
    { name: 'aks2', location: 'eastus', nodeCount: 3, vmSize: 'Standard_D3_v2', quiet: false, hidesAddress: false, keepsScoringUri: false },
    { name: 'aks-small', location: 'eastus', nodeCount: 1, vmSize: 'Standard_D3_v2', quiet: false, hidesAddress: false, keepsScoringUri: false },
    { name: 'aks-quiet', location: 'eastus', nodeCount: 3, vmSize: 'Standard_D3_v2', quiet: true, hidesAddress: false, keepsScoringUri: false },
  ]),
  arcClusters: z.array(arcCluster).default([{ name: 'arc1', location: 'eastus', nodeCount: 3 }]),
  secrets: z.array(secret).default([]),
  computes: z.array(compute).default([{ name: 'aks-prod', cluster: 'aks1', clusterPurpose: 'FastProd', loadBalancerType: 'PublicIp' }]),
  services: z.array(service).default([
    { kind: 'aks', name: 'credit-scorer', compute: 'aks-prod' },
    { kind: 'aci', name: 'scorer', location: 'eastus' },
  ]),
  zones: z.array(zone).default([
    { zone: 'contoso.com', minimum: 300, records: [] },
    { zone: 'fabrikam.com', minimum: 300, records: [] },
  ]),
  faults: z.array(fault).default([]),
});
export type Seed = z.infer<typeof seed>;

/** The world of docs/architecture.md. */
export const defaultSeed = (): Seed => seed.parse({});

/** Where everything of the practice world is; profiles may leave it out. */
export const PRACTICE = {
  subscriptionId: '11111111-1111-4111-8111-111111111111',
  subscriptionName: 'Practice',
  tenantId: '22222222-2222-4222-8222-222222222222',
  resourceGroup: 'rg-practice',
  workspace: 'ws-practice',
  location: 'eastus',
} as const;
