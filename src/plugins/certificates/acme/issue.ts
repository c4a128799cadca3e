import type { Authorization, Order } from 'acme-client';
import { findingsOfPair } from '../../../core/certificates/findings/findings-of-pair.ts';
import { readPair } from '../../../core/certificates/pair.ts';
import { decodeText } from '../../../core/certificates/pem.ts';
import { toChainPem } from '../../../core/certificates/read.ts';
import type { CertBundle, Change, ChangeEvent, Context, DnsPlugin, DnsRecord } from '../../../core/contracts/index.ts';
import { fail } from '../../../core/problems/problem-error.ts';
import { date, say, value } from '../../../core/text/say.ts';
import { bundleOf } from '../../shared/pair/bundle.ts';
import { trustOf } from '../../shared/shelf/in-use.ts';
import type { Draft, Shelf } from '../../shared/shelf/shelf.ts';
import { type Account, openAccount } from './account.ts';
import { challengeRecord, publish, takeBack, whereAliasesLead } from './challenge.ts';
import { currentOrder, isForWish, lookUp, remember } from './order.ts';
import { refusalIn, tookTooLong, unproved, unusable } from './problems.ts';
import { untilDone } from './until-done.ts';
import type { Wish } from './wish.ts';

export interface Issuing {
  readonly wish: Wish;
  readonly shelf: Shelf;
  readonly dns: DnsPlugin;
  /** What is in use until then. */
  readonly inUse: CertBundle | undefined;
}

/** Orders, proves the names, takes the certificate into use. Whatever interrupts it, the next run goes on with the same key and order. */
export function issueChange(issuing: Issuing): Change {
  const { wish, shelf, inUse } = issuing;
  const named = { name: value(wish.names.join(', ')), authority: value(wish.title) };
  return {
    id: 'certificate:acme',
    step: 'certificate',
    title: say('Have {authority} issue a certificate for {name}', '{authority} から {name} の証明書の発行を受ける', named),
    effect: inUse === undefined ? 'create' : 'update',
    why:
      inUse === undefined
        ? say('There is none in {folder} yet.', '{folder} に証明書がまだありません。', { folder: value(shelf.folder) })
        : say('The present one ends on {date}.', '現在の証明書の有効期限は {date} です。', { date: date(inUse.notAfter) }),
    ...(inUse === undefined ? {} : { before: { fingerprintSha256: inUse.fingerprintSha256, notAfter: inUse.notAfter } }),
    after: { authority: wish.directoryUrl, names: wish.names, keyType: wish.algorithm, folder: shelf.folder },
    expectedMs: 120_000,
    async *apply(context) {
      const draft = await draftFor(issuing, context);
      const account = await openAccount(wish, context);
      const order = await currentOrder(draft, wish, inUse, account, context);
      yield { type: 'note', level: 'info', text: say('Order {url}', '注文 {url}', { url: value(order.url) }) };
      const ready = order.status === 'pending' ? yield* proveNames(order, issuing, account, context) : order;
      const done = yield* finalize(ready, draft, wish, account, context);
      const chainPem = await account.call((client) => client.getCertificate(done, wish.preferredChain));
      const serve = await checkedChain(chainPem, draft, wish, context);
      const files = await shelf.commit(draft, serve);
      const info = await committed(files, context);
      return { certFile: files.cert, fingerprintSha256: info.fingerprintSha256, notAfter: info.notAfter, authority: wish.directoryUrl };
    },
  };
}

async function draftFor({ shelf, wish, inUse }: Issuing, { env }: Context): Promise<Draft> {
  const begun = await shelf.draft();
  if (begun !== undefined && (await isForWish(begun, wish, env.files))) return begun;
  const { keyPemOf, newKey } = await import('../../shared/x509/new-key.ts');
  const kept = wish.reuseKey && inUse?.files !== undefined ? decodeText(await env.files.read(inUse.files.key)) : undefined;
  const draft = await shelf.begin(kept ?? keyPemOf(await newKey(wish.algorithm)));
  await remember(draft, wish, undefined, env.files);
  return draft;
}

async function* proveNames(order: Order, { wish, dns }: Issuing, account: Account, context: Context): AsyncGenerator<ChangeEvent, Order, void> {
  const open = (await account.call((client) => client.getAuthorizations(order))).filter(({ status }) => status === 'pending');
  const proofs = await Promise.all(open.map((authorization) => proofOf(authorization, account, wish)));
  const records = await whereAliasesLead(
    proofs.map(({ record }) => record),
    context,
  );
  if (records.length > 0) yield* publish(records, dns, context);
  for (const { challenge } of proofs) await account.call((client) => client.completeChallenge(challenge));
  const ended = yield* untilDone(
    context,
    say('{authority} to check the records', '{authority} によるレコードの確認', { authority: value(wish.title) }),
    async () => {
      const all = await account.call((client) => client.getAuthorizations(order));
      return all.some(({ status }) => status === 'pending') ? undefined : all;
    },
  );
  if (ended === undefined) throw tookTooLong(wish.title, say('the records are still being checked', 'レコードを確認中です'));
  if (records.length > 0) yield* takeBack(records, dns, context);
  const failed = ended.find(({ status }) => status !== 'valid');
  if (failed !== undefined) throw unproved(wish.title, failed.identifier.value, challengeRecord(failed.identifier.value, '').name, refusalOf(failed));
  return await account.call((client) => lookUp(client, order.url));
}

interface Proof {
  readonly record: DnsRecord;
  readonly challenge: Authorization['challenges'][number];
}

async function proofOf({ identifier, challenges }: Authorization, account: Account, { title }: Wish): Promise<Proof> {
  const challenge = challenges.find(({ type }) => type === 'dns-01');
  if (challenge === undefined) throw unproved(title, identifier.value, challengeRecord(identifier.value, '').name, { type: 'unsupported', detail: 'dns-01' });
  const digest = await account.call((client) => client.getChallengeKeyAuthorization(challenge));
  return { record: challengeRecord(identifier.value, digest), challenge };
}

const refusalOf = ({ challenges }: Authorization) => challenges.map(({ error }) => refusalIn(error)).find((each) => each !== undefined);

async function* finalize(order: Order, draft: Draft, wish: Wish, account: Account, context: Context): AsyncGenerator<ChangeEvent, Order, void> {
  if (order.status === 'valid') return order;
  if (order.status === 'ready') {
    const { writeRequest } = await import('../../shared/x509/write-request.ts');
    const keyPem = decodeText(await context.env.files.read(draft.key));
    const request = await writeRequest({ names: wish.names, keyPem });
    await account.call((client) => client.finalizeOrder(order, request));
  }
  const done = yield* untilDone(context, say('{authority} to issue', '{authority} による発行', { authority: value(wish.title) }), async () => {
    const now = await account.call((client) => lookUp(client, order.url));
    return now.status === 'processing' || now.status === 'ready' || now.status === 'pending' ? undefined : now;
  });
  if (done === undefined) throw tookTooLong(wish.title, say('the certificate is still being made', '証明書を作成中です'));
  if (done.status !== 'valid') throw unproved(wish.title, wish.names.join(', '), challengeRecord(wish.names[0] ?? '', '').name, refusalIn(done.error));
  return done;
}

/** The chain in serving order, if it is what was ordered. Its root may be one that nobody here trusts: that is judged when it is deployed. */
async function checkedChain(chainPem: string, draft: Draft, wish: Wish, context: Context): Promise<string> {
  const { env } = context;
  const pair = readPair(new TextEncoder().encode(chainPem), await env.files.read(draft.key));
  const roots = await env.tls.roots();
  const judging = {
    certFile: draft.cert,
    keyFile: draft.key,
    names: wish.names.filter(isHost),
    at: env.clock.now(),
    roots,
    trustPem: await trustOf(context),
    selfSigned: 'warning' as const,
  };
  const wrong = findingsOfPair(pair, judging).find(({ code }) => MUST_FIT.has(code));
  if (wrong !== undefined || pair.chain === undefined)
    return fail(unusable(wish.title, wrong ?? { code: 'parse-error', severity: 'error', subject: draft.cert, message: chainPem.slice(0, 80), next: [] }));
  return toChainPem(pair.chain.serve);
}

// What a wildcard covers cannot be asked of a host name.
const isHost = (name: string): boolean => !name.startsWith('*.');

const MUST_FIT = new Set(['key-mismatch', 'name-not-covered', 'parse-error']);

async function committed(files: { readonly cert: string; readonly key: string }, { env }: Context): Promise<CertBundle> {
  const pair = readPair(await env.files.read(files.cert), await env.files.read(files.key));
  if (pair.chain === undefined) throw new TypeError('a chain was written');
  return bundleOf(pair.chain, files, undefined);
}
