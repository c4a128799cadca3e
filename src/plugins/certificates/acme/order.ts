import type { Order } from 'acme-client';
import { decodeText } from '../../../core/certificates/pem.ts';
import type { CertBundle, Context, Files } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import type { Draft } from '../../shared/shelf/shelf.ts';
import { type Account, type AcmeClient, type Directory, readDirectory } from './account.ts';
import { parsed } from './problems.ts';
import { replacing } from './renewal-info.ts';
import type { Wish } from './wish.ts';

/** What a draft remembers, so that another process goes on with the same order. */
interface Note {
  readonly for: string;
  readonly order?: string;
}

// What makes an order another one: asked for anew where it changed.
const identity = ({ names, algorithm, directoryUrl, reuseKey }: Wish): string => JSON.stringify({ names, algorithm, directoryUrl, reuseKey });

export async function isForWish(draft: Draft, wish: Wish, files: Files): Promise<boolean> {
  return (await readNote(draft, files))?.for === identity(wish);
}

export async function remember(draft: Draft, wish: Wish, order: Pick<Order, 'url'> | undefined, files: Files): Promise<void> {
  const note: Note = { for: identity(wish), ...(order === undefined ? {} : { order: order.url }) };
  await files.write(draft.note, `${JSON.stringify(note)}\n`, { mode: 0o600 });
}

/** The order that was begun, where the authority still knows it and it can still come to an end; otherwise a new one. */
export async function currentOrder(draft: Draft, wish: Wish, replaced: CertBundle | undefined, account: Account, context: Context): Promise<Order> {
  const { files } = context.env;
  const url = (await readNote(draft, files))?.order;
  const begun = url === undefined ? undefined : await known(url, account);
  if (begun !== undefined) return begun;
  const order = await place(wish, replacing(await readDirectory(wish, context), replaced), account);
  await remember(draft, wish, order, files);
  return order;
}

async function place(wish: Wish, replaces: ReturnType<typeof replacing>, account: Account): Promise<Order> {
  const identifiers = wish.names.map((name) => ({ type: 'dns', value: name }));
  const create = (more: object) => account.call((client) => client.createOrder({ identifiers, ...more }));
  try {
    return await create(replaces);
  } catch (thrown) {
    // Another order has replaced it already (RFC 9773 section 5), or the certificate is one of another account.
    const refused = thrown instanceof ProblemError && replaces.replaces !== undefined && AGAIN_WITHOUT.has(thrown.problem.service?.code ?? '');
    if (!refused) throw thrown;
    return await create({});
  }
}

const AGAIN_WITHOUT = new Set(['alreadyReplaced', 'malformed', 'unauthorized', 'conflict']);

/** @returns undefined where it ended without a certificate, or is not known any more */
async function known(url: string, account: Account): Promise<Order | undefined> {
  try {
    const order = await account.call((client) => lookUp(client, url));
    return order.status === 'invalid' ? undefined : order;
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.service !== undefined) return undefined;
    throw thrown;
  }
}

/** An order as it stands now. */
export function lookUp(client: AcmeClient, url: string): Promise<Order> {
  return client.getOrder({ url } as Order);
}

async function readNote({ note }: Draft, files: Files): Promise<Note | undefined> {
  if ((await files.stat(note)) === undefined) return undefined;
  return parsed(decodeText(await files.read(note))) as Note | undefined;
}

export type { Directory };
