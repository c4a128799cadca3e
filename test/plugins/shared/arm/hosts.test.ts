import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../src/core/problems/problem-error.ts';
import { resolveUrl } from '../../../../src/plugins/shared/arm/hosts.ts';

const hosts = { endpoint: 'https://management.azure.com', dataPlaneSuffixes: ['.api.azureml.ms', '.modelmanagement.azureml.net'] };
const allowed = (path: string) => {
  try {
    return resolveUrl(hosts, { path }).href;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
};

describe('where a token may go', () => {
  it.each([
    '/subscriptions/1',
    'https://management.azure.com/operations/1?api-version=2019-01-01',
    'https://eastus.api.azureml.ms/modelmanagement/v1.0/x',
    'https://a1b2.workspace.eastus.api.azureml.ms/x',
    'https://eastus.modelmanagement.azureml.net/api/x',
  ])('%s', (path) => expect(allowed(path)).toContain(path));

  it.each([
    'https://evil.example/x',
    'http://management.azure.com/x',
    'https://management.azure.com:8443/x',
    'https://management.azure.com.evil.example/x',
    'https://management.azure.com@evil.example/x',
    'https://user:pass@management.azure.com/x',
    'https://evilapi.azureml.ms/x',
    'https://eastus.api.azureml.ms:444/x',
    'https://eastus.api.azureml.ms.evil.example/x',
    'file:///etc/passwd',
    '//evil.example/x'.replace('//', 'https://'),
  ])('not %s', (path) => expect(allowed(path)).toBe('arm-foreign-host'));

  it('never leaves the cloud, whatever path a service names', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string().map((tail) => `/${tail}`),
        ),
        (path) => {
          const url = URL.parse(allowed(path));
          return url === null || url.origin === hosts.endpoint || hosts.dataPlaneSuffixes.some((suffix) => url.hostname.endsWith(suffix));
        },
      ),
    );
  });
});
