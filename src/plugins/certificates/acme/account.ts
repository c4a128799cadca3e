import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { decodeText } from '../../../core/certificates/pem.ts';
import type { Context } from '../../../core/contracts/index.ts';
import { fail, ProblemError } from '../../../core/problems/problem-error.ts';
import { say } from '../../../core/text/say.ts';
import { type Acme, loadAcme } from './library.ts';
import { parsed, refusalProblem } from './problems.ts';
import { openTransport, type Transport, transports } from './transport.ts';
import type { Wish } from './wish.ts';

export type AcmeClient = InstanceType<Acme['Client']>;

/** An account at an authority, ready for orders. */
export interface Account {
  readonly url: string;
  /** Work with the library; what the authority refuses becomes a Problem with its words and its dates. */
  call<T>(work: (client: AcmeClient) => Promise<T>): Promise<T>;
}

/** Opens the account that was kept for this authority, or makes one. The key is kept 0600 in the user's state, one for all profiles. */
export async function openAccount(wish: Wish, context: Context): Promise<Account> {
  const { env } = context;
  const acme = await loadAcme();
  const transport = await openTransport(context, wish.authorityCaPem);
  const folder = accountFolder(wish, context);
  await using _lock = await env.files.lock(join(folder, 'account'));
  const accountKey = await accountKeyIn(folder, context);
  const client = new acme.Client({ directoryUrl: wish.directoryUrl, accountKey, ...(await binding(wish, context)) });
  const call = caller(client, transport, wish, context);
  await register(call, wish, (await env.files.stat(join(folder, 'account.json'))) !== undefined);
  const url = client.getAccountUrl();
  await env.files.write(join(folder, 'account.json'), `${JSON.stringify({ directoryUrl: wish.directoryUrl, url })}\n`, { mode: 0o600 });
  return { url, call };
}

/** The URL of the account that orders will come from: null where it has yet to be opened, undefined where it cannot be told. */
export async function knownAccount(wish: Wish, context: Context): Promise<string | null | undefined> {
  const { files } = context.env;
  const folder = accountFolder(wish, context);
  const [key, note] = [join(folder, 'account-key.pem'), join(folder, 'account.json')];
  if ((await files.stat(key)) === undefined) return null;
  // A key alone: the authority may know it already.
  if ((await files.stat(note)) === undefined) return undefined;
  const url = (parsed(decodeText(await files.read(note))) as { readonly url?: unknown } | undefined)?.url;
  return typeof url === 'string' ? url : undefined;
}

type Call = Account['call'];

function caller(client: AcmeClient, transport: Transport, wish: Wish, { env, signal }: Context): Call {
  return async (work) => {
    transport.refused = undefined;
    try {
      return await transports.run(transport, () => work(client));
    } catch (thrown) {
      signal.throwIfAborted();
      if (thrown instanceof ProblemError) throw thrown;
      if (transport.refused !== undefined) throw refusalProblem(wish.title, transport.refused, env.clock.now());
      throw new ProblemError(unexpected(thrown));
    }
  };
}

// A binding may be good for one use: an account that is there is asked for without it. A test authority forgets accounts.
async function register(call: Call, { email }: Wish, known: boolean): Promise<void> {
  const contact = email === undefined ? {} : { contact: [`mailto:${email}`] };
  if (known) {
    try {
      await call((client) => client.createAccount({ onlyReturnExisting: true }));
      return;
    } catch (thrown) {
      if (!(thrown instanceof ProblemError) || thrown.problem.service?.code !== 'accountDoesNotExist') throw thrown;
    }
  }
  await call((client) => client.createAccount({ termsOfServiceAgreed: true, ...contact }));
}

async function binding({ eab }: Wish, { env, signal }: Context) {
  if (eab === undefined) return {};
  return { externalAccountBinding: { kid: eab.keyId, hmacKey: (await env.secrets.resolve(eab.hmac, signal)).trim() } };
}

/** An account belongs to an authority and to what it is bound to. */
export function accountFolder({ directoryUrl, eab }: Wish, { paths }: Context): string {
  const id = createHash('sha256')
    .update(`${directoryUrl} ${eab?.keyId ?? ''}`)
    .digest('hex')
    .slice(0, 16);
  return join(dirname(dirname(paths.own)), 'acme', `${new URL(directoryUrl).hostname.replaceAll(/[^a-z0-9.-]/g, '_')}-${id}`);
}

async function accountKeyIn(folder: string, { env }: Context): Promise<string> {
  const path = join(folder, 'account-key.pem');
  if ((await env.files.stat(path)) === undefined) {
    const { keyPemOf, newKey } = await import('../../shared/x509/new-key.ts');
    await env.files.write(path, keyPemOf(await newKey('ecdsa-p256')), { mode: 0o600, exclusive: true });
  }
  return decodeText(await env.files.read(path));
}

function unexpected(cause: unknown) {
  return {
    code: 'acme-unexpected',
    owner: 'service' as const,
    message: say('The authority answered in a way that is not understood.', '証明機関の応答を解釈できませんでした。'),
    next: [
      say(
        'Run the command again; if it stays so, check the URL of the directory.',
        'もう一度実行してください。解消しない場合は、ディレクトリの URL を確認してください。',
      ),
    ],
    cause,
  };
}

/** The authority's directory (RFC 8555 7.1.1), as much of it as is used. @throws ProblemError `acme-directory`, network problems */
export async function readDirectory(wish: Wish, context: Context): Promise<Directory> {
  const transport = await openTransport(context, wish.authorityCaPem);
  const { status, body } = await transport.send({ method: 'get', url: wish.directoryUrl, headers: { accept: 'application/json' } });
  const found = parsed(body) as Directory | undefined;
  if (status === 200 && typeof found?.newOrder === 'string') return found;
  return fail({
    code: 'acme-directory',
    owner: 'you',
    exit: 1,
    message: say('{url} is no ACME directory.', '{url} は ACME のディレクトリではありません。', { url: { value: wish.directoryUrl } }),
    next: [say('Check the URL with those who run the authority.', '証明機関の管理者に URL を確認してください。')],
  });
}

export interface Directory {
  readonly newOrder: string;
  readonly renewalInfo?: string;
  readonly meta?: { readonly externalAccountRequired?: boolean; readonly caaIdentities?: readonly string[]; readonly termsOfService?: string };
}
