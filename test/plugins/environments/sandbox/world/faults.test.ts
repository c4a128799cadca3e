import { expect, it } from 'vitest';
import { fault } from '../../../../../src/plugins/environments/sandbox/state/fault.ts';
import { takeDnsFault, takeHttpFault } from '../../../../../src/plugins/environments/sandbox/world/faults.ts';
import { practice } from './practice.ts';

it('takes the first fault that still strikes, and of its own kind', async () => {
  const { state } = (await practice()).world;
  state.faults.push(
    { dns: '^www\\.contoso\\.com A$', rcode: 'SERVFAIL', times: 1 },
    { match: 'put .*/computes/', status: 500, times: 1 },
    { match: '.*', status: 503 },
  );
  expect(takeHttpFault(state, 'PUT', '/x/computes/y')?.status).toBe(500);
  expect(takeHttpFault(state, 'PUT', '/x/computes/y')?.status).toBe(503);
  expect(takeDnsFault(state, 'www.contoso.com', 'AAAA')).toBeUndefined();
  expect(takeDnsFault(state, 'www.contoso.com', 'A')?.rcode).toBe('SERVFAIL');
  expect(takeDnsFault(state, 'www.contoso.com', 'A')).toBeUndefined();
});

it.each([
  { match: 'PUT .*/computes/.*', status: 429, headers: { 'Retry-After': '1' }, times: 2 },
  { match: '.*', reset: true },
  { match: '.*', delayMs: 400 },
  { match: 'PUT', provisioningErrors: [{ code: 'a', message: 'b' }] },
  { dns: '.*', rcode: 'SERVFAIL' },
])('%o is a fault', (candidate) => {
  expect(fault.safeParse(candidate).success).toBe(true);
});

it.each([{ match: '(' }, { match: '.*', status: 42 }, { match: '.*', sttaus: 500 }, { dns: '.*' }, {}])('%o is none', (candidate) => {
  expect(fault.safeParse(candidate).success).toBe(false);
});
