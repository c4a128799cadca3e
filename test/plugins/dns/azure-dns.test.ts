import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArmReply, Change, ChangeEvent, Context, DnsRecord, Environment, Json, JsonObject } from '../../../src/core/contracts/index.ts';
import { readReceipt } from '../../../src/core/dns/receipt.ts';
import azureDns from '../../../src/plugins/dns/azure-dns/index.ts';
import sandbox from '../../../src/plugins/environments/sandbox/index.ts';
import { dnsContract } from '../../contract/dns.ts';
import { a, cname } from '../../helpers/dns-world.ts';

const { signal } = new AbortController();
const wanted = [a('www.contoso.com', '20.0.0.4')];
const ZONE = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-practice/providers/Microsoft.Network/dnsZones/contoso.com';

async function open(records: readonly DnsRecord[] = []) {
  const stateDir = await mkdtemp(join(tmpdir(), 'amltls-azure-dns-'));
  const env = await sandbox.open({ answers: {}, signal, tell: undefined, options: { 'state-dir': stateDir, speed: '1000' } });
  for (const record of records) await env.registrar?.set([record], signal);
  const context: Context = { env, answers: {}, signal, profile: undefined, paths: { resolve: (path) => path, own: '/nowhere' } };
  const send = (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: Json): Promise<ArmReply> =>
    env.arm.send({ method, path: `${ZONE}${path}`, apiVersion: '2018-05-01', ...(body === undefined ? {} : { body }) }, signal);
  return {
    context,
    env,
    send,
    wanted,
    async records(): Promise<readonly DnsRecord[]> {
      const { body } = await send('GET', '/recordsets');
      return (Object(body).value as JsonObject[]).flatMap(recordsOf);
    },
    async [Symbol.asyncDispose]() {
      await env[Symbol.asyncDispose]();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

function recordsOf(set: JsonObject): readonly DnsRecord[] {
  const { properties, type } = set as { properties: { fqdn: string; ARecords?: { ipv4Address: string }[]; CNAMERecord?: { cname: string } }; type: string };
  const name = properties.fqdn.slice(0, -1);
  const data = properties.ARecords?.map(({ ipv4Address }) => ipv4Address) ?? [properties.CNAMERecord?.cname ?? ''];
  return data.map((each) => ({ name, type: type.split('/').at(-1) as DnsRecord['type'], data: each }));
}

const bystander = a('mail.contoso.com', '20.0.0.25');
for (const there of [[bystander], [bystander, a('www.contoso.com', '20.0.0.66')], [bystander, cname('www.contoso.com', 'old.example')]]) {
  dnsContract(azureDns, () => open(there));
}

async function run(change: Change | undefined, context: Context): Promise<{ receipt: Json; events: ChangeEvent[] }> {
  if (change === undefined) throw new Error('one change');
  const events: ChangeEvent[] = [];
  const applying = change.apply(context);
  for (;;) {
    const next = await applying.next();
    if (next.done === true) return { receipt: next.value, events };
    events.push(next.value);
  }
}

describe('azure-dns', () => {
  it('loses nothing of a concurrent change: the ETag of what was looked at goes along', async () => {
    await using azure = await open([a('www.contoso.com', '20.0.0.66')]);
    const [change] = await azureDns.plan(wanted, azure.context);
    await azure.env.registrar?.set([a('www.contoso.com', '20.0.0.99')], signal);
    await expect(run(change, azure.context)).rejects.toMatchObject({ problem: { code: 'azure-dns-changed', exit: 1 } });
    expect(await azure.records()).toContainEqual({ name: 'www.contoso.com', type: 'A', data: '20.0.0.99' });
  });

  it('creates only where nothing has come into being since', async () => {
    await using azure = await open();
    const [change] = await azureDns.plan(wanted, azure.context);
    await azure.env.registrar?.set([a('www.contoso.com', '20.0.0.99')], signal);
    await expect(run(change, azure.context)).rejects.toMatchObject({ problem: { code: 'azure-dns-changed' } });
  });

  it('leaves an alias record set alone', async () => {
    await using azure = await open();
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/publicIPAddresses/ip';
    await azure.send('PUT', '/A/www', { properties: { TTL: 60, targetResource: { id } } });
    await expect(azureDns.plan(wanted, azure.context)).rejects.toMatchObject({ problem: { code: 'azure-dns-alias' } });
  });

  it('says which zones there are where none fits', async () => {
    await using azure = await open();
    await expect(azureDns.plan([a('www.nowhere.example', '20.0.0.4')], azure.context)).rejects.toMatchObject({
      problem: { code: 'azure-dns-no-zone', message: { with: { zones: { value: expect.stringContaining('contoso.com') } } } },
    });
  });

  it('writes TXT and the top of the zone too', async () => {
    await using azure = await open();
    const text = 'x'.repeat(600);
    const records: DnsRecord[] = [a('contoso.com', '20.0.0.4'), { name: '_acme-challenge.www.contoso.com', type: 'TXT', data: text, ttl: 60 }];
    for (const change of await azureDns.plan(records, azure.context)) await run(change, azure.context);
    expect((await azure.send('GET', '/TXT/_acme-challenge.www')).body).toMatchObject({
      properties: { TTL: 60, TXTRecords: [{ value: ['x'.repeat(255), 'x'.repeat(255), 'x'.repeat(90)] }] },
    });
    expect((await azure.send('GET', '/A/@')).body).toMatchObject({ name: '@', properties: { ARecords: [{ ipv4Address: '20.0.0.4' }] } });
    expect((await azureDns.plan(records, azure.context)).map(({ effect }) => effect)).toEqual(['none', 'none']);
  });

  it.each([
    ['deletes what was not there before', []],
    ['puts another address back', [a('www.contoso.com', '20.0.0.66', 600)]],
    ['puts an alias back', [cname('www.contoso.com', 'old.example')]],
  ] as const)('undo %s', async (_, there) => {
    await using azure = await open(there);
    const before = await azure.records();
    const { receipt } = await run((await azureDns.plan(wanted, azure.context))[0], azure.context);
    const back = (await azureDns.undo?.(wanted, azure.context, readReceipt(receipt)?.before)) ?? [];
    expect(back.map(({ effect }) => effect)).toEqual([there[0]?.type === 'A' ? 'update' : 'delete']);
    for (const change of back) await run(change, azure.context);
    expect(await azure.records()).toEqual(before);
    expect(await azureDns.undo?.(wanted, azure.context)).toEqual([]);
  });

  it('takes back nothing that somebody has changed since', async () => {
    await using azure = await open();
    await run((await azureDns.plan(wanted, azure.context))[0], azure.context);
    await azure.env.registrar?.set([a('www.contoso.com', '20.0.0.99')], signal);
    expect(await azureDns.undo?.(wanted, azure.context)).toEqual([]);
  });

  it('makes problems of refusals', async () => {
    await using azure = await open();
    const refusing: Environment = {
      ...azure.env,
      arm: {
        ...azure.env.arm,
        send: async () => ({ status: 403, headers: {}, body: { error: { code: 'AuthorizationFailed', message: 'no role' } } }),
      },
    };
    await expect(azureDns.plan(wanted, { ...azure.context, env: refusing })).rejects.toMatchObject({
      problem: { service: { code: 'AuthorizationFailed', status: 403 } },
    });
  });
});
