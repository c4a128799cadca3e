import { afterAll, describe, expect, it } from 'vitest';
import type { ArmReply, ChangeEvent, WaitEvent } from '../../../../src/core/contracts/index.ts';
import { exitCodeOf } from '../../../../src/core/problems/problem-error.ts';
import { type FollowOptions, followOperation } from '../../../../src/plugins/shared/arm/follow-operation.ts';
import { virtualClock } from '../../../helpers/virtual-clock.ts';
import { startArmServer } from './arm-server.ts';
import { armFor, problemOf, signal } from './setup.ts';
import { throwawayCertificate } from './throwaway-ca.ts';

const certificate = throwawayCertificate();
const server = await startArmServer(certificate);
afterAll(() => server[Symbol.asyncDispose]());
const arm = armFor(server, certificate);
const MIB = 60_000;

const accepted = (headers: Record<string, string>, status = 201): ArmReply => ({ status, headers, body: null });
const asyncOperation = () => accepted({ 'azure-asyncoperation': `${server.url}/operations/1?api-version=2019-06-01`, 'x-ms-request-id': 'r-9' });

async function follow(options: Partial<FollowOptions>) {
  const clock = virtualClock();
  const events: ChangeEvent[] = [];
  const following = followOperation({ arm, clock, signal, id: 'compute/aks1', what: 'The update', ...options });
  for (;;) {
    const { value, done } = await following.next();
    if (done) return { reply: value, events, clock, waits: events.filter((event): event is WaitEvent => event.type === 'wait') };
    events.push(value);
  }
}

describe('an operation with Azure-AsyncOperation', () => {
  it('is journaled, followed to its end, with the version the URL has', async () => {
    server.answer({ status: 200, body: { status: 'InProgress' } }, { status: 200, body: { status: 'Weird' } }, { status: 200, body: { status: 'Succeeded' } });
    const { reply, events, clock } = await follow({ reply: asyncOperation(), apiVersion: '2022-10-01' });
    expect(reply.body).toEqual({ status: 'Succeeded' });
    expect(events[0]).toEqual({ type: 'operation', id: 'compute/aks1', url: `${server.url}/operations/1?api-version=2019-06-01`, requestId: 'r-9' });
    expect(events.slice(1).map((event) => event.type)).toEqual(['wait', 'wait', 'wait']);
    expect(server.seen[0]?.url).toBe('/operations/1?api-version=2019-06-01');
    expect(clock.slept).toEqual([5_000, 5_000, 5_000]);
  });

  it('is preferred to Location, and waits as long as the service asks', async () => {
    server.answer({ status: 200, headers: { 'retry-after': '20' }, body: { status: 'Running' } }, { status: 200, body: { status: 'Succeeded' } });
    const reply = accepted({ ...asyncOperation().headers, location: `${server.url}/other`, 'retry-after': '10' });
    const { clock } = await follow({ reply });
    expect(server.seen.every((each) => each.url.startsWith('/operations/1'))).toBe(true);
    expect(clock.slept).toEqual([10_000, 20_000]);
  });

  it.each([
    [{ code: 'QuotaExceeded', message: 'No cores left.' }],
    [{ error: { code: 'QuotaExceeded', message: 'No cores left.' } }],
    [{ statusCode: 400, code: 'QuotaExceeded', message: 'No cores left.' }],
  ])('that fails ends with the words of the service: %o', async (error) => {
    server.answer({ status: 200, headers: { 'x-ms-request-id': 'r-7' }, body: { status: 'Failed', error } });
    const problem = await problemOf(follow({ reply: asyncOperation() }));
    expect(problem).toMatchObject({ code: 'operation-failed', service: { code: 'QuotaExceeded', message: 'No cores left.', requestId: 'r-7' } });
    expect(JSON.stringify(problem.next)).toContain('VM size');
  });

  it('that is canceled or fails without a word says so', async () => {
    server.answer({ status: 200, body: { status: 'Canceled' } });
    expect((await problemOf(follow({ reply: asyncOperation() }))).code).toBe('operation-canceled');
    server.answer({ status: 200, body: { status: 'Failed' } });
    expect(JSON.stringify((await problemOf(follow({ reply: asyncOperation() }))).message)).toContain('without a reason');
  });
});

describe('an operation with Location only', () => {
  it.each([200, 204])('runs while it answers 202 and is done with %i', async (status) => {
    server.answer({ status: 202, headers: { 'retry-after': '7' } }, { status });
    const { reply, clock } = await follow({ reply: accepted({ location: `${server.url}/results/1` }, 202) });
    expect(reply.status).toBe(status);
    expect(clock.slept).toEqual([5_000, 7_000]);
  });
});

describe('an operation with Location only, refused in the end', () => {
  it('is failed, in the words of the service', async () => {
    server.answer({ status: 202 }, { status: 409, body: { error: { code: 'Conflict', message: 'Taken.' } } });
    const problem = await problemOf(follow({ reply: accepted({ location: `${server.url}/results/1` }, 202) }));
    expect(problem).toMatchObject({ code: 'operation-failed', service: { code: 'Conflict', message: 'Taken.' } });
  });
});

describe('an operation of model management', () => {
  const mms = () => `${server.url}/modelmanagement/v1.0/x`;

  it.each([
    [accepted({ 'operation-location': 'https://internal.example/whatever/op-1?x=1' }, 202)],
    [{ status: 200, headers: {}, body: { operationId: 'op-1' } }],
  ])('is looked at below the base, whatever host it names', async (reply) => {
    server.answer({ status: 200, body: { state: 'NotStarted' } }, { status: 200, body: { state: 'Running' } }, { status: 200, body: { state: 'Succeeded' } });
    await follow({ reply, mms: mms() });
    expect(server.seen.map((each) => each.url)).toEqual(Array.from({ length: 3 }, () => '/modelmanagement/v1.0/x/operations/op-1'));
  });

  it.each([
    ['Cancelled', 'operation-canceled'],
    ['TimedOut', 'operation-failed'],
    ['Failed', 'operation-failed'],
  ])('that ends %s is %s', async (state, code) => {
    server.answer({ status: 200, body: { state, error: { code: 'X', message: 'y' } } });
    expect((await problemOf(follow({ reply: accepted({ 'operation-location': `${mms()}/operations/1` }, 202), mms: mms() }))).code).toBe(code);
  });
});

describe('no operation', () => {
  it('means that it is done, without a look', async () => {
    server.answer({ status: 500 });
    const { events } = await follow({
      reply: { status: 200, headers: {}, body: { properties: { provisioningState: 'Succeeded' } } },
      resource: '/computes/aks1',
    });
    expect(events).toEqual([]);
    expect(server.seen).toEqual([]);
  });

  it('but a resource at work is watched itself', async () => {
    server.answer(
      { status: 200, body: { properties: { provisioningState: 'Updating' } } },
      { status: 200, body: { properties: { provisioningState: 'Succeeded' } } },
    );
    const { waits } = await follow({
      reply: { status: 200, headers: {}, body: { properties: { provisioningState: 'Creating' } } },
      resource: '/computes/aks1',
    });
    expect(waits).toHaveLength(2);
    expect(server.seen[0]?.url).toBe('/computes/aks1');
  });

  it('and its provisioningErrors are what the service says', async () => {
    server.answer({
      status: 200,
      body: { properties: { provisioningState: 'Failed', provisioningErrors: [{ error: { code: 'SubnetIsFull', message: 'No room.' } }] } },
    });
    expect(await problemOf(follow({ resource: '/computes/aks1' }))).toMatchObject({
      code: 'operation-failed',
      service: { code: 'SubnetIsFull', message: 'No room.' },
    });
  });

  it('of a refused request is the refusal', async () => {
    expect((await problemOf(follow({ reply: { status: 403, headers: {}, body: null } }))).code).toBe('permission-denied');
  });
});

describe('what happens on the way', () => {
  const ok = { status: 200, body: { status: 'Succeeded' } } as const;

  it.each([
    [10, { status: 500 }],
    [10, { status: 429 }],
    [10, 'reset'],
    [6, { status: 401 }],
    [3, { status: 404 }],
  ] as const)('%i times %o is survived', async (times, trouble) => {
    // A request is repeated four times by itself, after a 401 once; then the look has failed.
    server.answer(...Array.from({ length: times }, () => trouble), ok);
    expect((await follow({ reply: asyncOperation() })).reply.status).toBe(200);
  });

  it('an operation that cannot be seen is followed by its resource', async () => {
    server.answerBy(({ url }) => (url.startsWith('/operations') ? { status: 403 } : { status: 200, body: { properties: { provisioningState: 'Succeeded' } } }));
    const { reply } = await follow({ reply: asyncOperation(), resource: '/computes/aks1' });
    expect(reply.body).toEqual({ properties: { provisioningState: 'Succeeded' } });
  });

  it('trouble without an end ends with how to take it up, and with why', async () => {
    server.answer({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } });
    const problem = await problemOf(follow({ reply: asyncOperation() }));
    expect([problem.code, exitCodeOf(problem)]).toEqual(['operation-unobserved', 4]);
    expect(JSON.stringify(problem.next)).toContain('amltls watch');
    expect(server.seen).toHaveLength(10);
  });

  it('a foreign host is not asked again and again', async () => {
    const problem = await problemOf(follow({ reply: accepted({ 'azure-asyncoperation': 'https://evil.example/op' }) }));
    expect(problem.code).toBe('arm-foreign-host');
  });

  it('unless the URL is from a journal of before the endpoint moved: then the resource tells', async () => {
    server.answer({ status: 200, body: { properties: { provisioningState: 'Succeeded' } } });
    const { reply } = await follow({ pending: { startedAt: 1, operation: 'https://127.0.0.1:1/op' }, resource: '/computes/aks1' });
    expect(reply.status).toBe(200);
  });

  it('the deadline ends the wait, not the operation', async () => {
    server.answer({ status: 200, body: { status: 'Running' } });
    const clock = virtualClock();
    const problem = await problemOf(follow({ reply: asyncOperation(), clock, deadline: clock.now() + MIB }));
    expect([problem.code, exitCodeOf(problem)]).toEqual(['operation-timeout', 3]);
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(MIB);
  });

  it('is taken up from the journal without a new request', async () => {
    server.answer({ status: 200, body: { status: 'Running' } }, ok);
    const { events, waits } = await follow({ pending: { startedAt: 1_000, operation: `${server.url}/operations/1` } });
    expect(events.map((event) => event.type)).toEqual(['wait']);
    expect(waits[0]?.startedAt).toBe(1_000);
    expect(server.seen.every((each) => each.method === 'GET')).toBe(true);
  });
});
