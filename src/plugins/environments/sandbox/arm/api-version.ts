import { AzureError } from '../world/azure-error.ts';

const FORM = /^\d{4}-\d{2}-\d{2}(-preview|-privatepreview)?$/;

/** Of Microsoft.MachineLearningServices: those of facts.md 1.6 and the stable ones after them. */
export const WORKSPACE_VERSIONS: readonly string[] = [
  '2018-03-01-preview',
  '2018-11-19',
  '2019-05-01',
  '2019-06-01',
  '2019-11-01',
  '2020-01-01',
  '2020-03-01',
  '2020-04-01',
  '2020-05-01-preview',
  '2020-05-15-preview',
  '2020-06-01',
  '2020-08-01',
  '2020-09-01-preview',
  '2021-01-01',
  '2021-03-01-preview',
  '2021-04-01',
  '2021-07-01',
  '2022-05-01',
  '2022-10-01',
  '2023-04-01',
  '2023-10-01',
  '2024-04-01',
  '2024-10-01',
];

/** Only these know `workspaces/services` (facts.md 2). */
export const SERVICE_VERSIONS: readonly string[] = ['2020-05-01-preview', '2020-05-15-preview', '2020-09-01-preview', '2021-01-01', '2021-04-01'];

/** Of Microsoft.Network/dnsZones: the stable ones that `@azure/arm-dns` has sent. */
export const DNS_VERSIONS: readonly string[] = ['2016-04-01', '2017-09-01', '2017-10-01', '2018-05-01'];

/** Of Microsoft.KubernetesConfiguration/extensions, those that know PATCH (facts.md 4.1). */
export const EXTENSION_VERSIONS: readonly string[] = ['2022-03-01', '2022-07-01', '2022-11-01', '2023-05-01', '2024-11-01'];

/** Of Microsoft.Kubernetes/connectedClusters: the stable ones that are known. */
export const ARC_VERSIONS: readonly string[] = ['2021-03-01', '2021-10-01', '2024-01-01'];

/**
 * The version that a request names; of the providers that stand here only by their lists, any well-formed one.
 * @throws AzureError as the resource manager words it
 */
export function readApiVersion(query: URLSearchParams, known: readonly string[] | undefined): string {
  const version = [...query].find(([name]) => name.toLowerCase() === 'api-version')?.[1] ?? '';
  if (version === '') throw new AzureError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.');
  if (known === undefined ? FORM.test(version) : known.includes(version.toLowerCase())) return version;
  const supported = known === undefined ? '' : ` The supported versions are '${known.join(',')}'.`;
  throw new AzureError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.${supported}`);
}
