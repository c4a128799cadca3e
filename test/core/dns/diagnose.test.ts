import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/contracts/index.ts';
import { diagnoseName } from '../../../src/core/dns/diagnose.ts';
import { renderText } from '../../../src/ui/text/render.ts';
import { a, cname, contoso, dnsWorld } from '../../helpers/dns-world.ts';
import { type Internet, startInternet } from '../../helpers/real-dns/internet.ts';
import { nsupdate } from '../../helpers/real-dns/nsupdate.ts';
import { FAULTS, OPTIONS, OTHERS, RIGHT } from './domains.ts';

const { signal } = new AbortController();
const LETS_ENCRYPT = { title: "Let's Encrypt", names: ['letsencrypt.org'] };

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet([...FAULTS, ...OTHERS], OPTIONS);
});
afterAll(async () => await internet[Symbol.asyncDispose]());

async function findingsOf(name: string, wanted: string | null = RIGHT): Promise<readonly Finding[]> {
  const records = wanted === null ? [] : [{ name, type: 'A', data: wanted } as const];
  const { findings } = await diagnoseName({ env: internet.env, name, records, resolvers: [], signal, issuer: LETS_ENCRYPT });
  return findings;
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('a zone with a fault each', () => {
  it.each(FAULTS.map((fault) => [fault.code, fault.zone, fault] as const))('%s: %s', async (code, zone, { name = `www.${zone}`, wanted, says }) => {
    const findings = await findingsOf(name, wanted);
    const found = findings.find((each) => each.code === code);
    expect(codes(findings)).toContain(code);
    if (says !== undefined) expect(renderText(found?.message ?? '', 'en')).toContain(says);
    expect(found?.severity === 'info' || (found?.next.length ?? 0) > 0).toBe(true);
  });

  it('says that nobody has registered a name', async () => {
    expect(codes(await findingsOf('www.nobody.test'))).toEqual(['dns-zone-missing']);
  });

  it('knows a secondary that lags by its serial', async () => {
    await nsupdate(internet.ports.one, 'lag.test', 'update delete www.lag.test A', `update add www.lag.test 300 A ${RIGHT}`);
    const findings = await findingsOf('www.lag.test');
    expect(codes(findings)).toContain('dns-secondary-lags');
    const { facts } = await diagnoseName({
      env: internet.env,
      name: 'www.lag.test',
      records: [{ name: 'www.lag.test', type: 'A', data: RIGHT }],
      resolvers: [],
      signal,
    });
    const [one, two] = facts.rows('authoritative');
    expect([one?.verdict, two?.verdict]).toEqual(['right', 'wrong']);
    expect(one?.serial).toBeGreaterThan(two?.serial ?? Number.POSITIVE_INFINITY);
  });

  it('says until when a cache has an old answer', async () => {
    await internet.askResolver('www.old.test');
    const asked = Date.now();
    await nsupdate(internet.ports.one, 'old.test', 'update delete www.old.test A', `update add www.old.test 120 A ${RIGHT}`);
    const findings = await findingsOf('www.old.test');
    expect(codes(findings)).toEqual(['dns-old-answer']);
    const { facts } = await diagnoseName({
      env: internet.env,
      name: 'www.old.test',
      records: [{ name: 'www.old.test', type: 'A', data: RIGHT }],
      resolvers: [],
      signal,
    });
    const [row] = facts.rows('resolver');
    expect(Math.abs((row?.until ?? 0) - (asked + 120_000))).toBeLessThan(2_000);
  });

  it('says until when a cache remembers that there was nothing', async () => {
    await internet.askResolver('www.remembered.test');
    await nsupdate(internet.ports.one, 'remembered.test', `update add www.remembered.test 300 A ${RIGHT}`);
    expect(codes(await findingsOf('www.remembered.test'))).toEqual(['dns-absence-remembered']);
  });
});

describe('zones without a fault', () => {
  it.each(['www.healthy.test', 'www.signed.test'])('%s', async (name) => {
    expect(await findingsOf(name)).toEqual([]);
  });

  it('finds nothing to blame where nothing in particular is wanted', async () => {
    expect(await findingsOf('www.wrong.test', null)).toEqual([]);
  });

  it('never asks a cache about a name that is not there yet', async () => {
    await findingsOf('www.absent.test');
    const [server] = internet.env.dns.resolvers([]);
    if (server === undefined) throw new Error('a resolver');
    const reply = await internet.env.dns.ask(server, { name: 'www.absent.test', type: 'A' }, signal);
    expect(reply.soa?.ttl).toBe(60); // heard of for the first time now
  });
});

// Real servers refuse to load this; registrars' forms do not.
it('dns-cname-apex: a CNAME at the top of its zone', async () => {
  await using world = await dnsWorld([contoso(cname('contoso.com', 'app.example')), { ...contoso(a('app.example', '20.0.0.66')), zone: 'example' }]);
  const records = [a('contoso.com', RIGHT)];
  const { findings } = await diagnoseName({ env: world, name: 'contoso.com', records, resolvers: [], signal });
  expect(codes(findings)).toContain('dns-cname-apex');
});
