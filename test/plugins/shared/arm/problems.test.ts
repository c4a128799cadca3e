import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/contracts/index.ts';
import { exitCodeOf, ProblemError } from '../../../../src/core/problems/problem-error.ts';
import { armProblem, expectOk } from '../../../../src/plugins/shared/arm/problems.ts';

const reply = (status: number, body: Json, headers: Record<string, string> = {}) => ({ status, body, headers });
const problem = (status: number, body: Json, headers?: Record<string, string>) => armProblem(reply(status, body, headers), 'The update');

describe('what the service says', () => {
  it('is read from the envelope of the resource manager, with details and request id', () => {
    const body = { error: { code: 'BadRequest', message: 'Invalid.', details: [{ code: 'X', message: 'cname', details: [{ code: 'Y', message: 'deep' }] }] } };
    expect(problem(400, body, { 'x-ms-request-id': 'r-1' })).toMatchObject({
      code: 'request-rejected',
      service: { code: 'BadRequest', message: 'Invalid.\ncname\ndeep', requestId: 'r-1', status: 400 },
    });
  });

  it('is read from the envelope of model management, escaped twice', () => {
    const body = { code: 'Conflict', statusCode: 409, message: 'Service \\\\u0027scorer\\\\u0027 is busy.\\\\nWait.', correlation: { RequestId: 'r-2' } };
    expect(problem(409, body)).toMatchObject({ code: 'conflict', service: { message: "Service 'scorer' is busy.\nWait.", requestId: 'r-2' } });
  });

  it('is read from an envelope inside a message', () => {
    const body = { error: { code: 'UserError', message: JSON.stringify({ error: { code: 'QuotaExceeded', message: 'No cores left.' } }) } };
    expect(problem(400, body)).toMatchObject({ code: 'quota-exceeded', service: { code: 'QuotaExceeded', message: 'No cores left.' } });
  });

  it('is kept as it is, controls and all, for the renderer to make visible', () => {
    expect(problem(400, { error: { code: 'X', message: '\u001b]52;c;x\u0007' } }).service?.message).toBe('\u001b]52;c;x\u0007');
  });

  it('may be nothing, or not JSON', () => {
    expect(problem(502, null)).toMatchObject({ code: 'service-error', service: { status: 502 } });
    expect(problem(400, '<html>')).toMatchObject({ service: { message: '<html>' } });
  });

  it('never makes reading fail, and always leaves a next step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.jsonValue(), (status, body) => {
        const found = problem(status, body as Json);
        return found.code !== '' && found.next.length > 0;
      }),
    );
  });
});

describe('what it means', () => {
  it.each([
    [401, 'ExpiredAuthenticationToken', 'token-refused', 4],
    [403, 'AuthorizationFailed', 'permission-denied', 4],
    [403, 'Whatever', 'permission-denied', 4],
    [403, 'RequestDisallowedByPolicy', 'policy-denied', 4],
    [404, 'SubscriptionNotFound', 'subscription-not-found', 1],
    [404, 'ResourceGroupNotFound', 'resource-group-not-found', 1],
    [404, 'ResourceNotFound', 'not-found', 1],
    [409, 'MissingSubscriptionRegistration', 'provider-not-registered', 1],
    [409, 'AnotherOperationInProgress', 'conflict', 1],
    [400, 'DnsRecordInUse', 'dns-label-taken', 1],
    [400, 'PrivateIPAddressNotInSubnet', 'subnet-unusable', 1],
    [429, 'TooManyRequests', 'throttled', 1],
    [500, 'InternalServerError', 'service-error', 1],
    [418, 'constructor', 'request-rejected', 1],
  ])('%i %s: %s, exit %i', (status, code, expected, exit) => {
    const found = problem(status, { error: { code, message: 'm' } });
    expect([found.code, exitCodeOf(found)]).toEqual([expected, exit]);
  });

  it('is told by the detail where the outer code says little', () => {
    expect(
      problem(400, { error: { code: 'BadRequest', message: 'x', details: [{ code: 'KubernetesUnaccessible', message: 'InvalidCertificate' }] } }).code,
    ).toBe('cluster-credentials-stale');
  });
});

describe('expectOk', () => {
  it('passes what is fine, throws what is not', () => {
    expect(expectOk(reply(201, 'x'), 'w').body).toBe('x');
    expect(() => expectOk(reply(302, null), 'w')).toThrow(ProblemError);
  });
});
