import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, Context, DnsRecord, Environment, Json } from '../../../src/core/contracts/index.ts';
import { readReceipt } from '../../../src/core/dns/receipt.ts';
import rfc2136 from '../../../src/plugins/dns/rfc2136/index.ts';
import { createDnsClient } from '../../../src/plugins/shared/dns/index.ts';
import { createFiles, createSecrets, systemClock } from '../../../src/plugins/shared/local/index.ts';
import { dnsContract } from '../../contract/dns.ts';
import { a, cname } from '../../helpers/dns-world.ts';
import { type Knot, startKnot, TSIG } from '../../helpers/real-dns/knot.ts';
import { nsupdate } from '../../helpers/real-dns/nsupdate.ts';

const { signal } = new AbortController();
const OPEN = 'open.test';
const KEYED = 'keyed.test';
const soa = '@ 60 SOA ns hostmaster 1 3600 900 1209600 60\n@ NS ns\nns A 192.0.2.1\nmail A 20.0.0.25';

let folder: string;
let knot: Knot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amltls-rfc2136-'));
  knot = await startKnot(folder, [
    { zone: OPEN, text: soa },
    { zone: KEYED, text: soa, keyed: true },
  ]);
});
afterAll(async () => {
  await knot[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const dns = createDnsClient();

function contextWith(answers: Readonly<Record<string, Json>>, variables: Readonly<Record<string, string>> = {}, over: Partial<Environment> = {}): Context {
  const files = createFiles();
  const known: Partial<Environment> = { id: 'test', practice: true, clock: systemClock, dns, files, secrets: createSecrets(files, { variables }), ...over };
  return { env: known as Environment, answers, signal, profile: undefined, paths: { resolve: (path) => join(folder, path), own: folder } };
}

const server = () => ({ 'dns.server': `127.0.0.1:${knot.port}` });
const keyed = (over: Readonly<Record<string, Json>> = {}, secret: string = TSIG.secret) =>
  contextWith({ ...server(), 'dns.keySecret': 'env:AMLTLS_TSIG', 'dns.keyName': TSIG.name, ...over }, { AMLTLS_TSIG: secret });

async function shown(zone: string): Promise<readonly DnsRecord[]> {
  const at = { label: 'knot', address: '127.0.0.1', port: knot.port, role: 'authoritative' } as const;
  const asked = [`mail.${zone}`, `www.${zone}`].flatMap((name) => (['A', 'CNAME'] as const).map((type) => dns.ask(at, { name, type }, signal)));
  const records = (await Promise.all(asked)).flatMap(({ answers }) => answers);
  return [...new Map(records.map((record) => [`${record.type} ${record.name} ${record.data}`, record])).values()];
}

async function run(change: Change | undefined, context: Context): Promise<Json> {
  if (change === undefined) throw new Error('one change');
  for (const applying = change.apply(context); ; ) {
    const next = await applying.next();
    if (next.done === true) return next.value;
  }
}

const www = (zone: string) => a(`www.${zone}`, '20.0.0.4');
const settings = { nothing: [], 'another address': ['update add www.open.test 60 A 20.0.0.66'], 'an alias': ['update add www.open.test 60 CNAME old.example'] };
for (const commands of Object.values(settings)) {
  dnsContract(rfc2136, async () => {
    await nsupdate(knot.port, OPEN, 'update delete www.open.test', ...commands);
    return { context: contextWith(server()), wanted: [www(OPEN)], records: () => shown(OPEN), async [Symbol.asyncDispose]() {} };
  });
}

describe('rfc2136 with TSIG', () => {
  it('writes what the key allows and believes signed answers only', async () => {
    const context = keyed();
    const receipt = await run((await rfc2136.plan([www(KEYED)], context))[0], context);
    expect(receipt).toMatchObject({ zone: KEYED, before: [], records: [{ data: '20.0.0.4' }] });
    expect(JSON.stringify(receipt)).not.toContain(TSIG.secret);
    for (const change of (await rfc2136.undo?.([www(KEYED)], context, [])) ?? []) await run(change, context);
    expect((await shown(KEYED)).map(({ name }) => name)).toEqual([`mail.${KEYED}`]);
  });

  it('reads a key file as tsig-keygen writes it', async () => {
    await writeFile(join(folder, 'tsig.key'), `key "${TSIG.name}" {\n\talgorithm ${TSIG.algorithm};\n\tsecret "${TSIG.secret}";\n};\n`);
    const context = contextWith({ ...server(), 'dns.keySecret': 'file:tsig.key' });
    await run((await rfc2136.plan([www(KEYED)], context))[0], context);
    expect(await shown(KEYED)).toContainEqual(expect.objectContaining({ name: `www.${KEYED}`, data: '20.0.0.4' }));
  });

  const another: DnsRecord[] = [a(`www.${KEYED}`, '20.0.0.5')];
  it.each([
    ['no key', () => contextWith(server()), { code: 'rfc2136-refused', exit: 4 }],
    [
      'another secret',
      () => keyed({}, Buffer.from('another').toString('base64')),
      { code: 'rfc2136-refused', message: { with: { why: { en: expect.stringContaining('signature') } } } },
    ],
    ['a name that the server does not know', () => keyed({ 'dns.keyName': 'nobody' }), { code: 'rfc2136-refused' }],
    ['no secret', () => contextWith({ ...server(), 'dns.keySecret': 'env:AMLTLS_NOTHING', 'dns.keyName': 'x' }), { code: 'secret-missing' }],
    ['a secret that is none', () => keyed({}, 'not base 64!'), { code: 'rfc2136-key' }],
    ['the secret itself in the profile', () => keyed({ 'dns.keySecret': TSIG.secret }), { code: 'rfc2136-secret' }],
  ] as const)('makes a problem of %s', async (_, contextOf, problem) => {
    const context = contextOf();
    const [change] = await rfc2136.plan(another, context);
    await expect(run(change, context)).rejects.toMatchObject({ problem });
  });

  it('sends nothing out of an environment that stays on this machine', async () => {
    const context = contextWith({ 'dns.server': '192.0.2.1' });
    const closed = { ...context, env: { ...context.env, closed: true } };
    await expect(rfc2136.plan(another, closed)).rejects.toMatchObject({ problem: { code: 'environment-closed' } });
  });

  it('does not believe an answer that is not signed', async () => {
    const liar = createServer((socket) => {
      socket.on('data', (bytes) => {
        const answer = Buffer.from(bytes.subarray(0, 14));
        answer.writeUInt16BE(12, 0);
        answer.writeUInt16BE(bytes.readUInt16BE(4) | 0x8000, 4);
        answer.fill(0, 6);
        socket.end(answer);
      });
    });
    await new Promise<void>((listening) => liar.listen(0, '127.0.0.1', listening));
    const context = keyed();
    const [change] = await rfc2136.plan(another, context);
    const { port } = liar.address() as { port: number };
    // Looked at honestly, then somebody stands between.
    const { sendUpdate } = await import('../../../src/plugins/dns/rfc2136/send.ts');
    const { readKey } = await import('../../../src/plugins/dns/rfc2136/key.ts');
    const sending = sendUpdate({
      server: { label: 'liar', address: '127.0.0.1', port },
      zone: KEYED,
      key: await readKey(context),
      signal,
      prerequisites: [],
      changes: [],
    });
    await expect(sending).rejects.toMatchObject({ problem: { code: 'rfc2136-unsigned' } });
    await new Promise<void>((closed) => liar.close(() => closed()));
    expect(change?.effect).toBe('update');
  });
});

describe('rfc2136', () => {
  it('loses nothing of a concurrent change: what was seen is a condition of the update', async () => {
    await nsupdate(knot.port, OPEN, 'update delete www.open.test');
    const context = contextWith(server());
    const [change] = await rfc2136.plan([www(OPEN)], context);
    await nsupdate(knot.port, OPEN, 'update add www.open.test 60 A 20.0.0.99');
    await expect(run(change, context)).rejects.toMatchObject({ problem: { code: 'rfc2136-changed', exit: 1 } });
    expect(await shown(OPEN)).toContainEqual(expect.objectContaining({ data: '20.0.0.99' }));
  });

  it('puts back what stood there', async () => {
    await nsupdate(knot.port, OPEN, 'update delete www.open.test', 'update add www.open.test 60 CNAME old.example');
    const context = contextWith(server());
    const before = await shown(OPEN);
    const receipt = await run((await rfc2136.plan([www(OPEN)], context))[0], context);
    for (const change of (await rfc2136.undo?.([www(OPEN)], context, readReceipt(receipt)?.before)) ?? []) await run(change, context);
    expect(await shown(OPEN)).toEqual(before);
    expect(before).toContainEqual(cname('www.open.test', 'old.example', 60));
    expect(await rfc2136.undo?.([www(OPEN)], context)).toEqual([]);
  });

  it('writes TXT, and knows the zone of a deeper name', async () => {
    const context = contextWith(server());
    const record: DnsRecord = { name: '_acme-challenge.www.open.test', type: 'TXT', data: `v=${'é'.repeat(200)}`, ttl: 60 };
    await run((await rfc2136.plan([record], context))[0], context);
    expect((await rfc2136.plan([record], context)).map(({ effect }) => effect)).toEqual(['none']);
  });

  it.each(['', 'not a server', '1.2.3', '10.0.0.1:0'])('refuses %j as a server', async (text) => {
    await expect(rfc2136.plan([www(OPEN)], contextWith({ 'dns.server': text }))).rejects.toMatchObject({ problem: { code: 'rfc2136-server' } });
  });

  it('sends nothing into a private network for a file that is not the user’s own', async () => {
    await expect(rfc2136.plan([www(OPEN)], contextWith(server(), {}, { guarded: true }))).rejects.toMatchObject({ problem: { code: 'dns-address-private' } });
  });

  it('says which zone is missing', async () => {
    await expect(rfc2136.plan([a('www.elsewhere.example', '20.0.0.4')], contextWith(server()))).rejects.toMatchObject({ problem: { code: 'rfc2136-no-zone' } });
  });
});
