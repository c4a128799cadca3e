import { type Context, type DnsRecord, fail, say, value } from 'amltls/plugin';

const LIMIT = 20_000; // ms

/** What is needed of the provider's API. Put yours here. */
export interface Provider {
  /** The record set of that name and type. */
  get(record: Pick<DnsRecord, 'name' | 'type'>, signal: AbortSignal): Promise<readonly DnsRecord[]>;
  /** Replaces the record set of that name and type. */
  put(record: DnsRecord, signal: AbortSignal): Promise<void>;
}

/** The token is read by reference, at the last moment; amltls gives it because an answer of this plugin names it, and hides it in all that is shown. */
export async function openProvider({ answers, env, signal }: Context): Promise<Provider> {
  const endpoint = String(answers['dns.endpoint']).replace(/\/$/, '');
  const token = await env.secrets.resolve({ from: 'env', name: String(answers['dns.tokenVariable']) }, signal);
  const ask = async (method: string, path: string, body: unknown, stop: AbortSignal): Promise<unknown> => {
    const answer = await fetch(`${endpoint}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.any([stop, AbortSignal.timeout(LIMIT)]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => unreachable(endpoint, stop, cause));
    return answer.ok ? await answer.json() : refused(endpoint, answer.status);
  };
  return {
    get: async ({ name, type }, stop) => (await ask('GET', `/records/${encodeURIComponent(name)}/${type}`, undefined, stop)) as readonly DnsRecord[],
    put: async (record, stop) => void (await ask('PUT', `/records/${encodeURIComponent(record.name)}/${record.type}`, [record], stop)),
  };
}

// Whoever stopped amltls is not told that the provider failed.
function unreachable(endpoint: string, stop: AbortSignal, cause: unknown): never {
  stop.throwIfAborted();
  return fail({
    code: '__ID__-unreachable',
    owner: 'service',
    message: say('{endpoint} does not answer.', '{endpoint} から応答がありません。', { endpoint: value(endpoint) }),
    next: [say('Look at the network and the address, then run it again.', 'ネットワークと URL を確認し、もう一度実行してください。')],
    cause,
  });
}

function refused(endpoint: string, status: number): never {
  return fail({
    code: '__ID__-refused',
    owner: status === 401 || status === 403 ? 'you' : 'service',
    message: say('{endpoint} refused ({status}).', '{endpoint} が要求を拒否しました ({status})。', { endpoint: value(endpoint), status }),
    next: [say('Look at the token and its rights.', 'トークンと権限を確認してください。')],
  });
}
