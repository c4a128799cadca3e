import type { BuiltIns } from '../core/registry/registry.ts';

/** The only list of built-in plugins; nothing loads until it is chosen. */
export const builtIns: BuiltIns = {
  target: {
    'aks-provision': () => import('./targets/aks-provision/index.ts'),
    'aks-attach': () => import('./targets/aks-attach/index.ts'),
    aci: () => import('./targets/aci/index.ts'),
    'kubernetes-extension': () => import('./targets/kubernetes-extension/index.ts'),
  },
  certificate: {
    acme: () => import('./certificates/acme/index.ts'),
    pem: () => import('./certificates/pem/index.ts'),
    csr: () => import('./certificates/csr/index.ts'),
    'self-signed': () => import('./certificates/self-signed/index.ts'),
  },
  dns: {
    manual: () => import('./dns/manual/index.ts'),
    'azure-dns': () => import('./dns/azure-dns/index.ts'),
    rfc2136: () => import('./dns/rfc2136/index.ts'),
    practice: () => import('./dns/practice/index.ts'),
  },
  environment: {
    azure: () => import('./environments/azure/index.ts').then((module) => ({ default: module.azure })),
    'azure-us-government': () => import('./environments/azure/index.ts').then((module) => ({ default: module.azureUsGovernment })),
    'azure-china': () => import('./environments/azure/index.ts').then((module) => ({ default: module.azureChina })),
    sandbox: () => import('./environments/sandbox/index.ts'),
  },
};
