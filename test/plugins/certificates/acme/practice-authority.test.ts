import { createPrivateKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../../../src/core/contracts/index.ts';
import acme from '../../../../src/plugins/certificates/acme/index.ts';
import practiceDns from '../../../../src/plugins/dns/practice/index.ts';
import type { PracticeClock } from '../../../../src/plugins/environments/sandbox/clock/practice-clock.ts';
import { openSandboxEnvironment } from '../../../../src/plugins/environments/sandbox/environment.ts';
import { startHost } from '../../../../src/plugins/environments/sandbox/host/join-or-start.ts';
import { stateFile } from '../../../../src/plugins/environments/sandbox/state/store.ts';
import { worldState } from '../../../../src/plugins/environments/sandbox/state/world-state.ts';
import { writeRequest } from '../../../../src/plugins/shared/x509/write-request.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { codes } from '../setup.ts';
import { contextIn, practiceAuthority } from './practice.ts';

const DAY = 86_400_000;
const NAMES = ['www.contoso.com'];

let world: Awaited<ReturnType<typeof practiceAuthority>>;
beforeAll(async () => {
  world = await practiceAuthority();
});
afterAll(() => world[Symbol.asyncDispose]());

const keyPem = (kind: 'rsa' | 'ec' = 'ec'): string => {
  const { privateKey } = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};

/** An account of its own with an order for one name, as far as its challenge. */
async function ordered(name: string, kind: 'rsa' | 'ec' = 'ec') {
  const accountKey = keyPem(kind);
  const { client, call } = await world.client(accountKey);
  await call((at) => at.createAccount({ termsOfServiceAgreed: true, contact: ['mailto:ops@contoso.com'] }));
  const order = await call((at) => at.createOrder({ identifiers: [{ type: 'dns', value: name }] }));
  const [authorization] = await call((at) => at.getAuthorizations(order));
  const challenge = authorization?.challenges[0];
  if (authorization === undefined || challenge === undefined) throw new Error('no challenge');
  const digest = await call((at) => at.getChallengeKeyAuthorization(challenge));
  return {
    accountKey,
    client,
    call,
    order,
    digest,
    prove: (data: string) => world.sandbox.records([{ zone: 'contoso.com', name: `_acme-challenge.${name}`, type: 'TXT', data, ttl: 60 }]),
    /** Offers the proof and looks until the authority has made up its mind. */
    async offer() {
      await call((at) => at.completeChallenge(challenge));
      for (;;) {
        const [now] = await call((at) => at.getAuthorizations(order));
        if (now !== undefined && now.status !== 'pending') return now;
      }
    },
    async finalize(names: readonly string[], key: string) {
      const csr = await writeRequest({ names, keyPem: key });
      return await call((at) => at.finalizeOrder(order, csr));
    },
  };
}

describe('authorities outside', () => {
  const outside = { problem: { code: 'environment-closed' } };

  it.each(['letsencrypt', 'letsencrypt-staging', 'zerossl', 'google'])('%s is not asked from the practice Azure', async (authority) => {
    await expect(world.plan(NAMES, { 'certificate.authority': authority })).rejects.toMatchObject(outside);
  });

  it('are not offered either; one on this machine may be named', async () => {
    const context = world.context();
    const question = acme.questions.find(({ key }) => key === 'certificate.authority');
    const options = question?.kind === 'choice' ? await question.options(context) : [];
    expect(options.map(({ value }) => value)).toEqual(['environment', 'custom']);
    const url = acme.questions.find(({ key }) => key === 'certificate.directoryUrl');
    const check = (text: string) => (url?.kind === 'text' ? url.check?.(text, context) : undefined);
    expect(await check('https://acme-v02.api.letsencrypt.org/directory')).toMatchObject(outside.problem);
    expect(await check('https://127.0.0.1.evil.example/directory')).toMatchObject(outside.problem);
    expect(await check('https://127.0.0.1:14000/dir')).toBeUndefined();
    const custom = { 'certificate.authority': 'custom', 'certificate.directoryUrl': 'https://ca.contoso.com/acme/directory' };
    await expect(world.plan(NAMES, custom)).rejects.toMatchObject(outside);
  });
});

describe('the authority of the practice Azure, through the plugin', () => {
  it('proves the name by a record, issues in practice time, and what it issues is renewed when it says so', async () => {
    await world.issue(NAMES);
    const { bundle, findings, changes } = await world.plan(NAMES);
    expect([codes(findings), changes, bundle?.names]).toEqual([[], [], NAMES]);
    expect(bundle?.chainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    const leaf = new X509Certificate(bundle?.chainPem ?? '');
    expect(leaf.checkPrivateKey(createPrivateKey(readFileSync(bundle?.files?.key ?? '', 'utf8')))).toBe(true);
    const life = Date.parse(bundle?.notAfter ?? '') - world.env.clock.now();
    expect(Math.round(life / DAY)).toBe(90);
    expect(await world.challenges()).toEqual([]);

    await world.sandbox.advance(50 * DAY);
    expect((await world.plan(NAMES)).changes).toEqual([]);
    await world.sandbox.advance(10 * DAY);
    await world.issue(NAMES);
    const renewed = (await world.plan(NAMES)).bundle;
    expect(Date.parse(renewed?.notAfter ?? '') - Date.parse(bundle?.notAfter ?? '')).toBeGreaterThan(55 * DAY);
    const { accounts, orders, certificates } = world.kept();
    // The order before it is too old to be remembered.
    expect([accounts.length, orders.map(({ replaces }) => replaces)]).toEqual([1, [certificates[0]?.renewalId]]);
    expect(JSON.stringify(accounts)).not.toContain('"d"');
  });

  it('covers several names and a wildcard, with an RSA key', async () => {
    const answers = { 'certificate.extraNames': ['contoso.com', '*.contoso.com'], 'certificate.keyType': 'rsa-2048' };
    await world.issue(['several.contoso.com'], answers);
    const { bundle } = await world.plan(['several.contoso.com'], answers);
    expect([...(bundle?.names ?? [])].sort()).toEqual(['*.contoso.com', 'contoso.com', 'several.contoso.com']);
    expect(new X509Certificate(bundle?.chainPem ?? '').publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is offered first in the practice Azure, and nothing has to be typed for it', async () => {
    const { questions } = await import('../../../../src/plugins/certificates/acme/questions.ts');
    const authority = questions.find(({ key }) => key === 'certificate.authority');
    if (authority?.kind !== 'choice') throw new Error('no choice');
    const options = await authority.options(world.context());
    expect(options.filter(({ suggested }) => suggested).map(({ value }) => value)).toEqual(['environment']);
    expect(await authority.initial?.(world.context())).toBe('environment');
    const asked = questions.filter(({ when, advanced, optional }) => (when?.({ 'certificate.authority': 'environment' }) ?? true) && !advanced && !optional);
    expect(asked.map(({ key }) => key)).toEqual(['certificate.authority', 'certificate.termsAgreed']);
  });
});

describe('the authority of the practice Azure, for any client', () => {
  it('serves accounts with RSA keys as well', async () => {
    const at = await ordered('rsa.contoso.com', 'rsa');
    await at.prove(at.digest);
    expect((await at.offer()).status).toBe('valid');
    const key = keyPem();
    const done = await at.finalize(['rsa.contoso.com'], key);
    const chain = await at.call((client) => client.getCertificate(done));
    expect(new X509Certificate(chain).checkHost('rsa.contoso.com')).toBe('rsa.contoso.com');
    await at.call((client) => client.revokeCertificate(chain));
    await expect(at.call((client) => client.revokeCertificate(chain))).rejects.toThrow('alreadyRevoked');
  });

  it('refuses a record that is wrong, and says what it saw', async () => {
    const at = await ordered('wrong.contoso.com');
    await at.prove('something-else');
    const { status, challenges } = await at.offer();
    expect([status, challenges[0]?.status]).toEqual(['invalid', 'invalid']);
    expect(challenges[0]).toMatchObject({
      error: {
        type: 'urn:ietf:params:acme:error:unauthorized',
        status: 403,
        detail: 'Incorrect TXT record "something-else" found at _acme-challenge.wrong.contoso.com',
      },
    });
    await expect(at.finalize(['wrong.contoso.com'], keyPem())).rejects.toThrow('orderNotReady');
  });

  it('refuses a name without a record, and a zone whose CAA names another', async () => {
    const none = await ordered('none.contoso.com');
    expect((await none.offer()).challenges[0]).toMatchObject({ error: { type: 'urn:ietf:params:acme:error:dns' } });
    const other = await ordered('closed.contoso.com');
    await other.prove(other.digest);
    await world.sandbox.records([{ zone: 'contoso.com', name: 'closed', type: 'CAA', data: '0 issue "other-ca.example"' }]);
    expect((await other.offer()).challenges[0]).toMatchObject({ error: { type: 'urn:ietf:params:acme:error:caa' } });
  });

  it('issues for the practice zones alone, for the names of the order, and never for the account’s own key', async () => {
    await expect(ordered('www.example.org')).rejects.toThrow('rejectedIdentifier');
    const at = await ordered('own.contoso.com');
    await at.prove(at.digest);
    await at.offer();
    await expect(at.finalize(['own.contoso.com', 'more.contoso.com'], keyPem())).rejects.toThrow('badCSR');
    await expect(at.finalize(['own.contoso.com'], at.accountKey)).rejects.toThrow('badCSR');
  });

  it('shows an order to nobody but its account', async () => {
    const mine = await ordered('mine.contoso.com');
    const stranger = await ordered('theirs.contoso.com');
    await expect(stranger.call((client) => client.getOrder(mine.order))).rejects.toThrow('unauthorized');
  });

  it('forgets an order that was not finished in a week', async () => {
    const at = await ordered('late.contoso.com');
    await world.sandbox.advance(8 * DAY);
    expect((await at.call((client) => client.getOrder(at.order))).status).toBe('invalid');
  });
});

it('the authority remembers accounts, orders and certificates when another host takes over', async () => {
  const stateDir = await tempFolder();
  const folder = await tempFolder();
  mkdirSync(join(folder, 'state', 'profiles'), { recursive: true, mode: 0o700 });
  const during = async <T>(work: (env: Environment & AsyncDisposable) => Promise<T>): Promise<T> => {
    await using host = await startHost({ stateDir, speed: 2000 });
    await using env = await openSandboxEnvironment({ stateDir, host }, new AbortController().signal);
    return await work(env);
  };
  const issue = async (env: Environment) => {
    const context = contextIn(env, folder)();
    const [change] = (await acme.plan(NAMES, context, practiceDns)).changes;
    if (change === undefined) return 'unchanged';
    await runChange(change, context);
    return 'issued';
  };
  expect(await during(issue)).toBe('issued');
  expect(await during(issue)).toBe('unchanged');
  const later = async (env: Environment) => {
    (env.clock as PracticeClock).advance(61 * DAY);
    return await issue(env);
  };
  expect(await during(later)).toBe('issued');
  const { accounts, certificates } = worldState.parse(JSON.parse(readFileSync(stateFile(stateDir), 'utf8'))).acme;
  expect([accounts.length, certificates.length]).toEqual([1, 2]);
});

describe('a request to it', () => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const agent = new Agent({ keepAlive: true });
  afterAll(() => agent.destroy());

  const send = async (path: string, body?: string, type = 'application/jose+json') => {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; headers: Record<string, unknown>; body: Record<string, unknown> }>();
    const outgoing = request(
      `${world.sandbox.host.info.armEndpoint}/acme${path}`,
      { agent, ca: world.sandbox.host.caPem, method: body === undefined ? 'GET' : 'POST', headers: { 'content-type': type } },
      (incoming) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text === '' ? {} : JSON.parse(text) }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
    return await promise;
  };
  const nonce = async () => String((await send('/new-nonce')).headers['replay-nonce']);
  const signed = async (changes: Readonly<Record<string, unknown>> = {}, payload: unknown = { termsOfServiceAgreed: true }, path = '/new-account') => {
    const jwk = key.publicKey.export({ format: 'jwk' });
    const header = { alg: 'ES256', nonce: await nonce(), url: `${world.sandbox.host.info.armEndpoint}/acme${path}`, jwk, ...changes };
    const [head, load] = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signature = sign('sha256', Buffer.from(`${head}.${load}`), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    return JSON.stringify({ protected: head, payload: load, signature });
  };
  const typeOf = ({ status, body }: { readonly status: number; readonly body: Record<string, unknown> }) => [status, String(body['type']).split(':').at(-1)];

  it('needs a nonce that was given out, and that for once; the refusal brings the next one', async () => {
    const strange = await send('/new-account', await signed({ nonce: 'c3RyYW5nZQ' }));
    expect(typeOf(strange)).toEqual([400, 'badNonce']);
    expect(strange.headers).toMatchObject({ 'replay-nonce': expect.stringMatching(/^[\w-]{22}$/), 'content-type': 'application/problem+json' });
    const once = await signed();
    expect((await send('/new-account', once)).status).toBe(201);
    expect(typeOf(await send('/new-account', once))).toEqual([400, 'badNonce']);
    expect((await send('/new-account', await signed({ nonce: strange.headers['replay-nonce'] }))).status).toBe(200);
  });

  it.each([
    ['was signed for another URL', { url: 'https://127.0.0.1/acme/new-order' }, [401, 'unauthorized']],
    ['has an algorithm that nobody should use', { alg: 'HS256' }, [400, 'badSignatureAlgorithm']],
    ['names no algorithm at all', { alg: 'none' }, [400, 'badSignatureAlgorithm']],
    ['has both a key and an account', { kid: 'https://127.0.0.1/acme/account/1' }, [400, 'malformed']],
    ['is of an account that is not there', { kid: 'https://127.0.0.1/acme/account/1', jwk: undefined }, [400, 'accountDoesNotExist']],
    ['brings a private key', { jwk: key.privateKey.export({ format: 'jwk' }) }, [400, 'badPublicKey']],
    ['brings a key that is none', { jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }, [400, 'badPublicKey']],
    ['was signed by another key', { jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) }, [400, 'malformed']],
  ])('is refused where it %s', async (_, changes, expected) => {
    expect(typeOf(await send('/new-account', await signed(changes)))).toEqual(expected);
  });

  it('is refused where it is no JWS, or another kind of content', async () => {
    expect(typeOf(await send('/new-account', '{}'))).toEqual([400, 'malformed']);
    expect(typeOf(await send('/new-account', 'no JSON'))).toEqual([400, 'malformed']);
    expect(typeOf(await send('/new-account', await signed(), 'application/json'))).toEqual([415, 'malformed']);
    expect(typeOf(await send('/new-account', await signed({}, {}, '/nowhere')))).toEqual([401, 'unauthorized']);
    expect(typeOf(await send('/order/1'))).toEqual([405, 'malformed']);
    expect(typeOf(await send('/nowhere'))).toEqual([404, 'malformed']);
  });
});
