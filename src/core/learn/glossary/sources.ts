import type { Span } from '../../contracts/index.ts';

type Link = Extract<Span, { link: string }>;

const link = (url: string, label: string): Link => ({ link: url, label });
const learn = (path: string, label: string): Link => link(`https://learn.microsoft.com/${path}`, label);

/** @param part a section, as `4.2.1.6` */
export const rfc = (number: number, part?: string): Link =>
  link(`https://www.rfc-editor.org/rfc/rfc${number}${part === undefined ? '' : `#section-${part}`}`, `RFC ${number}${part === undefined ? '' : `, ${part}`}`);

export const SECURE_V1 = learn('azure/machine-learning/v1/how-to-secure-web-service', 'Secure a web service with TLS (Azure ML v1)');
export const ATTACH_V1 = learn('azure/machine-learning/v1/how-to-create-attach-kubernetes', 'Create and attach AKS (Azure ML v1)');
export const DEPLOY_V1 = learn('azure/machine-learning/v1/how-to-deploy-and-where', 'Deploy models (Azure ML v1)');
export const VNET_V1 = learn('azure/machine-learning/v1/how-to-secure-inferencing-vnet', 'Inferencing in a virtual network (Azure ML v1)');
export const TROUBLE_V1 = learn('azure/machine-learning/v1/how-to-troubleshoot-deployment', 'Troubleshoot deployments (Azure ML v1)');
export const WORKSPACE = learn('azure/machine-learning/concept-workspace', 'Azure ML workspace');
export const SPECS = link('https://github.com/Azure/azure-rest-api-specs', 'azure-rest-api-specs, Microsoft.MachineLearningServices 2021-04-01');
export const ASYNC = learn('azure/azure-resource-manager/management/async-operations', 'Asynchronous operations of Azure Resource Manager');
export const ARM = learn('azure/azure-resource-manager/management/overview', 'Azure Resource Manager');
export const TAKEOVER = learn('azure/security/fundamentals/subdomain-takeover', 'Subdomain takeover');
export const SSL_CONFIGURATION = learn('python/api/azureml-core/azureml.core.compute.aks.sslconfiguration', 'SslConfiguration (Python SDK v1)');
export const RENEWAL_ISSUE = link('https://github.com/MicrosoftDocs/azure-docs/issues/56352', 'azure-docs#56352');
export const PUBLIC_SUFFIX = link('https://publicsuffix.org/', 'Public Suffix List');
export const CAB_FORUM = link('https://cabforum.org/working-groups/server/baseline-requirements/', 'CA/Browser Forum, Baseline Requirements');
export const OPENSSL = link('https://docs.openssl.org/', 'OpenSSL');
export const K8S_SERVICE = link('https://kubernetes.io/docs/concepts/services-networking/service/', 'Kubernetes: Service');
export const AMLTLS: Span = { value: 'amltls, docs/learning.md' };
