import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renewalId } from '../../../../src/core/certificates/renewal-id.ts';
import type { Answers, Context, DnsRecord, Environment } from '../../../../src/core/contracts/index.ts';
import { accountFolder } from '../../../../src/plugins/certificates/acme/account.ts';
import acme from '../../../../src/plugins/certificates/acme/index.ts';
import { momentIn } from '../../../../src/plugins/certificates/acme/renewal-info.ts';
import { wishOf } from '../../../../src/plugins/certificates/acme/wish.ts';
import practice from '../../../../src/plugins/dns/practice/index.ts';
import { createFiles, createSecrets } from '../../../../src/plugins/shared/local/index.ts';
import { openShelf } from '../../../../src/plugins/shared/shelf/shelf.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { contoso, dnsWorld } from '../../../helpers/dns-world.ts';
import { type Said, sayingAuthority } from '../../../helpers/https-authority.ts';
import { issueChain, openssl } from '../../../helpers/openssl.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { virtualClock } from '../../../helpers/virtual-clock.ts';
import { codes, stopped } from '../setup.ts';

const DAY = 86_400_000;
const NAMES = ['www.contoso.com'];

async function world(answers: (base: string) => Readonly<Record<string, Said | undefined>>, records: readonly DnsRecord[] = [], at = Date.now()) {
  const folder = await tempFolder();
  const authority = await sayingAuthority(answers);
  const clock = virtualClock(at);
  const dns = await dnsWorld([contoso(...records)], clock);
  const files = createFiles();
  const env = {
    id: 'test',
    practice: true,
    clock,
    files,
    secrets: createSecrets(files, { variables: {} }),
    tls: { roots: async () => [] },
    dns: dns.dns,
    registrar: dns.registrar,
  };
  const context = (given: Answers = {}): Context => ({
    env: env as unknown as Environment,
    answers: {
      'certificate.authority': 'custom',
      'certificate.directoryUrl': authority.directoryUrl,
      'certificate.authorityCaFile': authority.caFile,
      'certificate.keyType': 'ecdsa-p256',
      ...given,
    },
    signal: new AbortController().signal,
    profile: 'contoso',
    paths: { resolve: (path) => path, own: join(folder, 'profiles', 'contoso') },
  });
  return {
    authority,
    clock,
    folder,
    context,
    shelf: openShelf(join(folder, 'profiles', 'contoso', 'acme', 'www.contoso.com'), env),
    [Symbol.asyncDispose]: () => dns[Symbol.asyncDispose](),
  };
}

const caa = (data: string, name = 'contoso.com'): DnsRecord => ({ name, type: 'CAA', data, ttl: 300 });

describe('before the order', () => {
  const named = (base: string) => ({ '/dir': { body: { newOrder: `${base}/order`, meta: { caaIdentities: ['ca.example'] } } } });

  it.each([
    ['no record', [], []],
    ['a record for it', [caa('0 issue "ca.example"')], []],
    ['a record for another', [caa('0 issue "other.example"')], ['dns-caa-forbids error']],
    ['a record for nobody', [caa('0 issue ";"')], ['dns-caa-forbids error']],
    ['a record at the name wins', [caa('0 issue "other.example"'), caa('0 issue "ca.example"', 'www.contoso.com')], []],
    ['only a mail address', [caa('0 iodef "mailto:a@contoso.com"')], []],
    ['another way of proof', [caa('0 issue "ca.example; validationmethods=http-01"')], ['dns-caa-forbids error']],
    ['this way of proof', [caa('0 issue "ca.example; validationmethods=http-01,dns-01"')], []],
  ])('CAA: %s', async (_, records, expected) => {
    await using at = await world(named, records);
    expect(codes((await acme.plan(NAMES, at.context(), practice)).findings)).toEqual(expected);
  });

  const ACCOUNT = 'https://ca.example/acct/7';
  const only = (uri: string, more = '') => caa(`0 issue "ca.example; ${more}accounturi=${uri}"`);
  it.each([
    ['this account', 'kept', [only(ACCOUNT)], []],
    ['this account and this way', 'kept', [only(ACCOUNT, 'validationmethods=dns-01; ')], []],
    ['another account', 'kept', [only('https://ca.example/acct/8')], ['dns-caa-forbids error']],
    ['another account in one record, this one in the next', 'kept', [only('https://ca.example/acct/8'), only(ACCOUNT)], []],
    ['two accounts in one record, which nobody can be', 'kept', [only(`${ACCOUNT}; accounturi=${ACCOUNT}`)], ['dns-caa-forbids error']],
    ['an account, and none was opened here yet', 'none', [only(ACCOUNT)], ['dns-caa-forbids error']],
    ['an account, and nobody knows which is ours', 'lost', [only('https://ca.example/acct/8')], []],
  ])('CAA allows %s', async (_, account, records, expected) => {
    await using at = await world(named, records);
    const folder = accountFolder(await wishOf(NAMES, at.context()), at.context());
    if (account !== 'none') mkdirSync(folder, { recursive: true });
    if (account !== 'none') writeFileSync(join(folder, 'account-key.pem'), 'never read here');
    if (account === 'kept') writeFileSync(join(folder, 'account.json'), JSON.stringify({ directoryUrl: at.authority.directoryUrl, url: ACCOUNT }));
    const { findings } = await acme.plan(NAMES, at.context(), practice);
    expect(codes(findings)).toEqual(expected);
    if (account === 'kept' && expected.length > 0) expect(JSON.stringify(findings[0]?.next)).toContain(`accounturi=${ACCOUNT}`);
  });

  it('CAA for wildcards has a tag of its own', async () => {
    await using at = await world(named, [caa('0 issue "ca.example"'), caa('0 issuewild ";"')]);
    const answers = { 'certificate.extraNames': ['*.contoso.com'] };
    expect(codes((await acme.plan(NAMES, at.context(answers), practice)).findings)).toEqual(['dns-caa-forbids error']);
    expect(codes((await acme.plan(NAMES, at.context(), practice)).findings)).toEqual([]);
  });

  it('says who is missing: the authority, or somebody who writes the record', async () => {
    await using at = await world(() => ({ '/dir': { status: 404 } }));
    expect(codes((await acme.plan(NAMES, at.context(), practice)).findings)).toEqual(['acme-directory error']);
    await using other = await world(() => ({}));
    expect(codes((await acme.plan(NAMES, other.context(), undefined)).findings)).toEqual(['acme-no-dns error']);
  });

  it('orders nothing where the outcome could not be kept', async () => {
    await using at = await world(() => ({}));
    writeFileSync(join(at.folder, 'file'), '');
    const problem = await stopped(acme.plan(NAMES, at.context({ 'certificate.folder': join(at.folder, 'file') }), practice));
    expect([problem.code, at.authority.asked]).toEqual(['file-not-writable', []]);
  });
});

describe('limits', () => {
  const refusing =
    (headers: Readonly<Record<string, string>>, detail = 'too many certificates') =>
    () => ({
      '/order': { status: 429, headers, body: { type: 'urn:ietf:params:acme:error:rateLimited', detail } },
    });
  const problemOf = async (answers: ReturnType<typeof refusing>) => {
    await using at = await world(answers);
    const [change] = (await acme.plan(NAMES, at.context(), practice)).changes;
    const problem = await stopped(runChange(change as NonNullable<typeof change>, at.context()));
    return { problem, asked: at.authority.asked.filter((each) => each === 'POST /order').length, waited: at.clock.slept, now: at.clock.now() };
  };

  it('are told with the date from which one may try again', async () => {
    const { problem, asked, now } = await problemOf(refusing({ 'Retry-After': '7200' }));
    expect([problem.code, problem.exit, asked]).toEqual(['acme-rate-limited', 1, 1]);
    expect(JSON.stringify(problem.next)).toContain(`"date":${now + 7_200_000}`);
    expect(JSON.stringify(problem.message)).toContain('too many certificates');
  });

  it('also where only the words have it', async () => {
    const { problem } = await problemOf(refusing({}, 'too many certificates: retry after 2026-12-01 10:00:00 UTC: see https://letsencrypt.org'));
    expect(JSON.stringify(problem.next)).toContain(`"date":${Date.parse('2026-12-01T10:00:00Z')}`);
  });

  it('hide behind no nonce: what an authority in trouble says is told, although asking again has used the nonce up', async () => {
    let asked = 0;
    await using at = await world(() => ({
      get '/order'() {
        asked += 1;
        const error = 'urn:ietf:params:acme:error:';
        return asked % 2 === 1
          ? { status: 500, body: { type: `${error}serverInternal`, detail: 'the database is away' } }
          : { status: 400, body: { type: `${error}badNonce`, detail: 'used' } };
      },
    }));
    const [change] = (await acme.plan(NAMES, at.context(), practice)).changes;
    const problem = await stopped(runChange(change as NonNullable<typeof change>, at.context()));
    expect([problem.code, asked > 1]).toEqual(['acme-server-internal', true]);
    expect(JSON.stringify(problem.message)).toContain('the database is away');
  });

  it('that pass within a minute are waited out', async () => {
    const { problem, asked, waited } = await problemOf(refusing({ 'Retry-After': '5' }));
    expect([problem.code, asked, waited]).toEqual(['acme-rate-limited', 4, [5_000, 5_000, 5_000]]);
  });
});

describe('when the authority says when (RFC 9773)', () => {
  const chain = issueChain();
  const window = (startDay: number, endDay: number, now: number) => (base: string) => ({
    '/dir': { body: { newOrder: `${base}/order`, renewalInfo: `${base}/ari` } },
    [`/ari/${renewalId(chain.leaf.certPem)}`]: {
      body: { suggestedWindow: { start: new Date(now + startDay * DAY).toISOString(), end: new Date(now + endDay * DAY).toISOString() } },
    },
  });
  const due = async (from: number, to: number, afterDays: number) => {
    const now = Date.now();
    await using at = await world(window(from, to, now), [], now);
    await at.shelf.commit(await at.shelf.begin(chain.leaf.keyPem), chain.leaf.certPem + chain.issuing.certPem);
    await at.clock.sleep(afterDays * DAY, at.context().signal);
    return (await acme.plan(NAMES, at.context(), practice)).changes.length === 1;
  };

  it('its window counts, early or late, but never to the very end', async () => {
    expect(await due(-2, -1, 2)).toBe(true);
    expect(await due(3, 4, 2)).toBe(false);
    expect(await due(70, 71, 65)).toBe(false);
    expect(await due(88, 89, 80)).toBe(true);
  });

  it('names the certificate as the RFC does', () => {
    const text = openssl(['x509', '-noout', '-serial', '-ext', 'authorityKeyIdentifier'], chain.leaf.certPem).toString();
    const serial = /serial=([0-9A-F]+)/.exec(text)?.[1] ?? '';
    const keyId = /((?:[0-9A-F]{2}:)+[0-9A-F]{2})/.exec(text.replace(/serial=.*/, ''))?.[1]?.replaceAll(':', '') ?? '';
    const [first, second] = (renewalId(chain.leaf.certPem) ?? '').split('.').map((part) => Buffer.from(part, 'base64url').toString('hex').toUpperCase());
    expect([first, second?.replace(/^00/, '')]).toEqual([keyId, serial]);
  });

  it('picks its moment in the window, the same each time', () => {
    const at = (fingerprintSha256: string) => momentIn({ start: 1_000, end: 2_000 }, { fingerprintSha256 });
    expect([at('00000000ab'), at('ffffffffab'), at('80000000ab')]).toEqual([1_000, 2_000, expect.closeTo(1_500, 0)]);
  });
});
