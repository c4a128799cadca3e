import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../../../src/core/contracts/index.ts';
import acme from '../../../../src/plugins/certificates/acme/index.ts';
import manual from '../../../../src/plugins/dns/manual/index.ts';
import practice from '../../../../src/plugins/dns/practice/index.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { cname } from '../../../helpers/dns-world.ts';
import { codes, stopped } from '../setup.ts';
import { acmeWorld, NAMES } from './world.ts';

describe('issuing', () => {
  it('proves the name by a record, takes the chain into use, and takes the record away', async () => {
    await using world = await acmeWorld();
    const { events } = await world.issue();
    const { bundle, findings, changes } = await world.plan();
    expect([codes(findings), changes]).toEqual([[], []]);
    const leaf = new X509Certificate(bundle?.chainPem ?? '');
    expect(bundle?.names).toEqual(NAMES);
    expect(leaf.checkPrivateKey(createPrivateKey(readFileSync(bundle?.files?.key ?? '', 'utf8')))).toBe(true);
    expect(bundle?.chainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(world.challenges()).toEqual([]);
    expect(events.filter(({ type }) => type === 'instruct')).toEqual([]);
    expect(JSON.stringify(events)).not.toContain('PRIVATE');
  });

  it('keeps the account key to the user and opens one account for all', async () => {
    await using world = await acmeWorld();
    await world.issue();
    const accountKey = Object.keys(world.kept()).find((path) => path.endsWith('account-key.pem')) ?? '';
    if (process.platform !== 'win32') expect(statSync(accountKey).mode & 0o777).toBe(0o600);
    world.clock.skip(70 * 86_400_000);
    await world.issue();
    expect(
      world
        .pebble()
        .log()
        .match(/There are now \d+ accounts in memory/gi) ?? [],
    ).toHaveLength(1);
  });

  it('covers several names and a wildcard with one order', async () => {
    await using world = await acmeWorld();
    const answers = { 'certificate.extraNames': ['contoso.com', '*.contoso.com'], 'certificate.keyType': 'rsa-2048' };
    await world.issue(answers);
    const { bundle } = await world.plan(answers);
    expect([...(bundle?.names ?? [])].sort()).toEqual(['*.contoso.com', 'contoso.com', 'www.contoso.com']);
    expect(new X509Certificate(bundle?.chainPem ?? '').publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(world.challenges()).toEqual([]);
  });

  it('lives with nonces that are refused', async () => {
    await using world = await acmeWorld({ nonceReject: 15 });
    await world.issue();
    expect((await world.plan()).bundle?.names).toEqual(NAMES);
  });

  it('asks for nothing again where the authority still believes the name', async () => {
    await using world = await acmeWorld({ authzReuse: 100 });
    await world.issue();
    const serial = world.dns.zones[0]?.serial;
    world.clock.skip(70 * 86_400_000);
    await world.issue();
    expect([serial, world.dns.zones[0]?.serial]).toEqual([expect.any(Number), serial]);
  });

  it('takes the chain that leads to the root that is wanted', async () => {
    await using world = await acmeWorld({ alternateRoots: 1 });
    const root = new X509Certificate(await world.pebble().root(1));
    const wanted = /CN=(.+)/.exec(root.subject)?.[1] ?? '';
    await world.issue({ 'certificate.preferredChain': wanted });
    const chain = readFileSync(Object.keys(world.kept()).find((path) => path.endsWith('fullchain.pem')) ?? '', 'utf8');
    const top =
      chain
        .split(/(?<=END CERTIFICATE-----\n)/)
        .filter((pem) => pem.includes('BEGIN'))
        .at(-1) ?? '';
    expect(new X509Certificate(top).issuer).toBe(root.subject);
  });

  it('answers where an alias leads, and leaves the alias alone', async () => {
    const alias = cname('_acme-challenge.www.contoso.com', 'proofs.contoso.com');
    await using world = await acmeWorld({}, [alias]);
    await world.issue();
    expect((await world.plan()).bundle?.names).toEqual(NAMES);
    expect(world.dns.zones[0]?.records).toEqual([alias]);
  });

  it('is done by hand where nobody writes records: shown, waited for at the name servers, then asked', async () => {
    await using world = await acmeWorld();
    const at = world.context();
    const [change] = (await acme.plan(NAMES, at, manual)).changes;
    const seen: ChangeEvent[] = [];
    await runChange(change as NonNullable<typeof change>, at, async (event) => {
      seen.push(event);
      const told = seen.find((each) => each.type === 'instruct');
      if (event.type !== 'wait' || event.id !== 'certificate:acme-record' || event.attempt !== 3) return;
      expect(world.pebble().log()).not.toContain('Starting validations');
      await world.dns.registrar.set(told?.type === 'instruct' ? (told.records ?? []) : [], at.signal);
    });
    const waits = seen.flatMap((event) => (event.type === 'wait' && event.id === 'certificate:acme-record' ? [event] : []));
    expect(waits).toHaveLength(3);
    expect(waits.every(({ byHand }) => byHand === true)).toBe(true);
    expect((await world.plan({}, manual)).bundle?.names).toEqual(NAMES);
  });
});

describe('external accounts', () => {
  const eab = { 'kid-1': 'zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W' };

  it('are bound with a key that is referred to', async () => {
    await using world = await acmeWorld({ eab });
    world.variables['AMLTLS_EAB_HMAC'] = eab['kid-1'];
    await world.issue({ 'certificate.eabKeyId': 'kid-1', 'certificate.eabHmac': 'env:AMLTLS_EAB_HMAC' });
    expect((await world.plan()).bundle?.names).toEqual(NAMES);
    expect(Object.values(world.kept()).join('')).not.toContain(eab['kid-1']);
  });

  it('are asked for before the order', async () => {
    await using world = await acmeWorld({ eab });
    expect(codes((await world.plan()).findings)).toEqual(['acme-external-account-required error']);
  });

  it('are refused with the words of the authority', async () => {
    await using world = await acmeWorld({ eab });
    world.variables['AMLTLS_EAB_HMAC'] = Buffer.from('wrong').toString('base64url');
    const problem = await stopped(world.issue({ 'certificate.eabKeyId': 'kid-1', 'certificate.eabHmac': 'env:AMLTLS_EAB_HMAC' }));
    expect(problem.code).toMatch(/^acme-/);
    expect(problem.next.length).toBeGreaterThan(0);
  });
});

describe('renewing', () => {
  it('orders the next one when a third is left, with a new key, and keeps the old pair', async () => {
    await using world = await acmeWorld();
    const { receipt } = await world.issue();
    world.clock.skip(50 * 86_400_000);
    expect((await world.plan()).changes).toEqual([]);
    world.clock.skip(11 * 86_400_000);
    const { bundle, changes } = await world.plan();
    expect([bundle, changes.map(({ id, effect }) => [id, effect])]).toEqual([undefined, [['certificate:acme', 'update']]]);
    const next = await world.issue();
    expect(next.receipt).not.toMatchObject({ fingerprintSha256: (receipt as { fingerprintSha256: string }).fingerprintSha256 });
    const keys = Object.entries(world.kept()).filter(([path]) => /\d{4}[a-z0-9Z-]*[\\/]key\.pem$/.test(path) && !path.includes('account'));
    expect(new Set(keys.map(([, content]) => content)).size).toBe(2);
  });

  it('does not order again what it has just got, whatever little life is left: authorities count', async () => {
    await using world = await acmeWorld();
    await world.issue();
    world.clock.skip(70 * 86_400_000);
    await world.issue();
    const { bundle, changes } = await world.plan();
    expect([bundle?.names, changes]).toEqual([NAMES, []]);
  });

  it('keeps the key where that is wanted', async () => {
    await using world = await acmeWorld();
    const answers = { 'certificate.reuseKey': true };
    await world.issue(answers);
    world.clock.skip(61 * 86_400_000);
    await world.issue(answers);
    const keys = Object.entries(world.kept()).filter(([path]) => path.endsWith('key.pem') && !path.includes('account'));
    expect([keys.length, new Set(keys.map(([, content]) => content)).size]).toEqual([2, 1]);
  });
});

describe('what goes wrong', () => {
  it('a record that the authority cannot see: told with the record, cleaned up, ordered anew the next time', async () => {
    await using world = await acmeWorld({ blind: true });
    const problem = await stopped(world.issue());
    expect([problem.code, problem.service?.code]).toEqual(['acme-challenge-failed', 'unauthorized']);
    expect(JSON.stringify(problem.next)).toContain('_acme-challenge.www.contoso.com');
    expect(world.challenges()).toEqual([]);
    await stopped(world.issue());
    expect(
      world
        .pebble()
        .log()
        .match(/Added order/g),
    ).toHaveLength(2);
  });

  it('an authority that dies in the middle and forgets everything: the next run makes a new order for the same key', async () => {
    await using world = await acmeWorld();
    const at = world.context();
    const [change] = (await acme.plan(NAMES, at, practice)).changes;
    const problem = await stopped(
      runChange(change as NonNullable<typeof change>, at, async (event) => {
        if (event.type === 'note' && JSON.stringify(event.text).includes('Order')) await world.pebble().kill();
      }),
    );
    expect(problem.code).toBe('network-unreachable');
    const key = (kept: Record<string, string>) => Object.entries(kept).filter(([path]) => path.endsWith('key.pem') && !path.includes('account'));
    const before = key(world.kept());
    await world.rebirth();
    await world.issue();
    expect(key(world.kept())).toEqual(before);
    expect((await world.plan()).bundle?.names).toEqual(NAMES);
    expect(world.challenges()).toEqual([]);
  });

  it('an interruption: the next run goes on with the same order', async () => {
    await using world = await acmeWorld();
    const stop = new AbortController();
    const at = world.context({}, stop.signal);
    const [change] = (await acme.plan(NAMES, at, manual)).changes;
    await expect(
      runChange(change as NonNullable<typeof change>, at, async (event) => {
        if (event.type === 'wait') stop.abort(new Error('closed'));
      }),
    ).rejects.toThrow('closed');
    await world.issue();
    expect(
      world
        .pebble()
        .log()
        .match(/Added order/g),
    ).toHaveLength(1);
    expect((await world.plan()).bundle?.names).toEqual(NAMES);
  });

  it('a record that never shows: the authority is not asked, the order stays', async () => {
    await using world = await acmeWorld();
    const problem = await stopped(world.issue({ 'dns.timeout': '60s' }, manual));
    expect([problem.code, problem.exit]).toEqual(['acme-record-late', 3]);
    expect(world.pebble().log()).not.toContain('Starting validations');
  });
});
