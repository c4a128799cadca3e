import { z } from 'zod';

const text = z.string().min(1);

const azure = z
  .strictObject({
    subscriptionId: text.describe('The subscription that holds the workspace'),
    resourceGroup: text.describe('The resource group of the workspace'),
    workspace: text.describe('The Azure ML workspace'),
    apiVersion: text.describe('api-version for computes; only where Azure asks for another one'),
  })
  .partial()
  .describe('Where the workspace is; a sandbox profile may leave it out');

const networking = z
  .strictObject({
    subnetId: text.describe('Resource id of the subnet of the nodes'),
    serviceCidr: text.describe('Addresses for Kubernetes services, for example 10.0.0.0/16'),
    dnsServiceIp: text.describe('Address of the cluster DNS, inside serviceCidr'),
    dockerBridgeCidr: text.describe('Addresses of the Docker bridge, for example 172.17.0.1/16'),
  })
  .partial()
  .describe('All four or none');

const target = z
  .strictObject({
    plugin: text.describe('aks-provision, aks-attach, aci, kubernetes-extension, or the id of a plugin'),
    computeName: text.describe('Name of the compute in the workspace'),
    clusterId: text.describe('Resource id of the AKS cluster, instead of group and name'),
    clusterResourceGroup: text.describe('Resource group of the AKS cluster'),
    clusterName: text.describe('Name of the AKS cluster'),
    clusterPurpose: z.enum(['FastProd', 'DevTest']).describe('FastProd needs at least 3 nodes'),
    loadBalancerType: z.enum(['PublicIp', 'InternalLoadBalancer']),
    loadBalancerSubnet: text.describe('With InternalLoadBalancer only'),
    agentCount: z.int().min(1).describe('Nodes of a new cluster'),
    vmSize: text.describe('Size of the nodes, for example Standard_D3_v2'),
    location: text.describe('Region, for example eastus'),
    networking,
    extensionName: text.describe('Name of the Azure ML extension on the cluster'),
    sslSecret: text.describe('Kubernetes secret with cert.pem and key.pem, instead of sending them'),
    routerType: z.enum(['LoadBalancer', 'NodePort', 'ClusterIP']).describe('How the front end of the extension is reached'),
    routerHa: z.boolean().describe('Three copies of the front end; needs 3 nodes'),
    internalLoadBalancer: z.boolean().describe('The front end inside the virtual network only'),
    address: text.describe('Address of the front end, where Azure does not tell it'),
    enableTraining: z.boolean().describe('Training on the cluster too, when the extension is installed'),
    moveFrontEnd: z.boolean().describe('Takes over the front end of Azure ML v1 on the same cluster'),
    serviceName: text.describe('Name of the ACI web service'),
    serviceFile: text.describe('JSON file with the create body of a new service, without TLS'),
    cpu: z.number().positive().describe('Cores of a new service'),
    memoryInGb: z.number().positive().describe('Memory of a new service'),
    authEnabled: z.boolean().describe('Keys of a new service'),
    dnsNameLabel: text.describe('DNS label of a new service'),
  })
  .partial()
  .describe('Where the web service runs');

const domain = z
  .strictObject({
    kind: z.enum(['custom', 'microsoft', 'none']).describe('custom: a name of your own; microsoft: a Microsoft certificate; none: TLS off'),
    fqdn: text.describe('The name clients call, for example www.contoso.com'),
    leafDomainLabel: text.describe('Label of the Microsoft name, without its six random characters'),
    overwriteExistingDomain: z.boolean().describe('Replaces the Microsoft name that the cluster has; clients of the old name break'),
  })
  .partial();

const certificate = z
  .strictObject({
    plugin: text.describe('pem, self-signed, csr, acme, or the id of a plugin'),
    certFile: text.describe('PEM: certificate and intermediates'),
    keyFile: text.describe('PEM: private key, not encrypted'),
    trust: text.describe('PEM: a private CA that checks are to accept'),
    keyType: text.describe('Kind of key to make'),
    days: z.int().min(1).describe('Lifetime of a certificate made here'),
    authority: text.describe('letsencrypt, letsencrypt-staging, zerossl, google, custom (acme)'),
    directoryUrl: text.describe('ACME directory, with authority: custom'),
    authorityCaFile: text.describe('PEM: the CA that signs the certificate of that server'),
    termsAgreed: z.boolean().describe('You agree to the terms of service of the authority (acme)'),
    email: text.describe('Where the authority may write to (acme)'),
    eabKeyId: text.describe('Key ID of the external account (acme)'),
    eabHmac: text.describe('Where its HMAC key is: env:NAME, file:PATH, keyvault:https://…'),
    reuseKey: z.boolean().describe('Keep the key at renewals (acme)'),
    preferredChain: text.describe('Common name of the root that the chain is to lead to (acme)'),
    extraNames: z.array(text).describe('Names beside domain.fqdn (csr, acme)'),
    folder: text.describe('Where keys and certificates are kept (csr, acme); otherwise in the amltls folder'),
    returned: text.describe('File or folder where the answer of the CA is waited for (csr)'),
    subject: text.describe('Subject of the request (csr), only where a CA asks for one'),
  })
  .partial();

const dns = z
  .strictObject({
    plugin: text.describe('manual, azure-dns, rfc2136, practice, or the id of a plugin'),
    resolvers: z.array(text).describe('system, addresses with an optional port, or URLs of DNS over HTTPS'),
    timeout: text.describe('How long to wait for DNS: 90s, 30m, 2h'),
    subscriptionId: text.describe('The subscription of the DNS zone, where it is another than the workspace’s'),
    server: text.describe('The primary server that takes updates: HOST, or ADDRESS[:PORT]'),
    keySecret: text.describe('Where the TSIG key is, never the key: env:NAME, file:PATH, keyvault:URL'),
    keyName: text.describe('Name of the TSIG key'),
    keyAlgorithm: text.describe('hmac-sha256, hmac-sha384, hmac-sha512, hmac-sha224, hmac-sha1'),
  })
  .partial();

const hook = z
  .strictObject({
    command: z.array(text).min(1).describe('Program and arguments, run without a shell; JSON comes on its standard input'),
    webhook: text.describe('URL that the JSON is posted to; https'),
  })
  .partial()
  .describe('Either command or webhook');

const hooks = z
  .strictObject({
    onFailure: z.array(hook).describe('A renewal of a profile failed'),
    onSuccess: z.array(hook).describe('A renewal changed something'),
    onNotRun: z.array(hook).describe('check saw that no renewal run has looked at a profile for notRunDays'),
    notRunDays: z.int().min(1).describe('Default 3, where onNotRun is set'),
  })
  .partial()
  .describe('Who is told; runs only after `amltls profile trust`, and again after each change');

const profile = z
  .strictObject({
    environment: text.describe('azure, azure-us-government, azure-china, sandbox'),
    azure,
    target,
    domain,
    certificate,
    dns,
  })
  .partial();

/** The profile file as cli.md has it. Every answer may be missing: what a run lacks is reported by the run, all at once. */
export const profileFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('This schema, for editors'),
    version: z.literal(1).describe('Version of this format'),
    plugins: z.array(text).default([]).describe('Further plugins: npm names or paths; run only after `amltls plugin trust`'),
    hooks: hooks.optional(),
    profiles: z.record(z.string(), profile).default({}).describe('Profiles by name'),
  })
  .describe('Profiles of amltls');

export type ProfileFile = z.infer<typeof profileFileSchema>;
export type Profile = z.infer<typeof profile>;

/** Keys of `hooks:`, and of one hook. */
export const hookKeys = { hooks: Object.keys(hooks.shape), hook: Object.keys(hook.shape) };

/** The shape of one profile, for walking its keys. */
export const profileShape = profile;

/** Sections whose keys belong to the plugin that they name. */
export const PLUGIN_SECTIONS = ['target', 'certificate', 'dns'] as const;
