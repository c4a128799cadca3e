/** Keys that only one built-in plugin of their section has; keys not named here belong to all of them. */
export const KEY_OWNERS: Readonly<Record<string, readonly string[]>> = {
  'target.computeName': ['aks-provision', 'aks-attach'],
  'target.clusterId': ['aks-attach'],
  'target.clusterResourceGroup': ['aks-attach'],
  'target.clusterName': ['aks-attach'],
  'target.clusterPurpose': ['aks-provision', 'aks-attach'],
  'target.loadBalancerType': ['aks-provision', 'aks-attach'],
  'target.loadBalancerSubnet': ['aks-provision', 'aks-attach'],
  'target.agentCount': ['aks-provision'],
  'target.vmSize': ['aks-provision'],
  'target.location': ['aks-provision'],
  'target.networking': ['aks-provision'],
  'target.serviceName': ['aci'],
  'target.serviceFile': ['aci'],
  'target.cpu': ['aci'],
  'target.memoryInGb': ['aci'],
  'target.authEnabled': ['aci'],
  'target.dnsNameLabel': ['aci'],
  'dns.subscriptionId': ['azure-dns'],
  'dns.server': ['rfc2136'],
  'dns.keySecret': ['rfc2136'],
  'dns.keyName': ['rfc2136'],
  'dns.keyAlgorithm': ['rfc2136'],
};

/** The plugins that the shipped schema knows; sections of others may hold keys of their own. */
export const SCHEMA_PLUGINS: Readonly<Record<'target' | 'certificate' | 'dns', readonly string[]>> = {
  target: ['aks-provision', 'aks-attach', 'aci'],
  certificate: ['pem', 'self-signed', 'csr', 'acme'],
  dns: ['manual', 'azure-dns', 'rfc2136', 'practice'],
};
