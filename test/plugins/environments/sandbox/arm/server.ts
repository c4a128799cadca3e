import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArmHandler } from '../../../../../src/plugins/environments/sandbox/arm/handler.ts';
import type { Seed } from '../../../../../src/plugins/environments/sandbox/state/seed.ts';
import { createStore, type Store, stateFile } from '../../../../../src/plugins/environments/sandbox/state/store.ts';
import { workspaceId } from '../../../../../src/plugins/environments/sandbox/world/resource-ids.ts';
import { DAY, practice, scope, testIssuer } from '../world/practice.ts';

/** An answer's JSON, looked into by name; what is not there is undefined. */
export interface JsonAnswer {
  readonly [name: string]: JsonAnswer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  readonly body: JsonAnswer;
}

export interface Sent {
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const WORKSPACE = workspaceId(scope);
export const DATA = `/modelmanagement/v1.0${WORKSPACE}`;
export const computePath = (name: string, version = '2022-10-01'): string => `${WORKSPACE}/computes/${name}?api-version=${version}`;

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly caPem: string;
  readonly store: Store;
  readonly stateFile: string;
  readonly token: string;
  send(method: string, path: string, sent?: Sent): Promise<Reply>;
  /** Moves the practice clock. */
  advance(ms: number): void;
}

/** The handler behind a real https server, on a clock that only the test moves. */
export async function startServer(seed: Partial<Seed> = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-arm-'));
  const { world } = await practice(seed);
  const store = await createStore(folder, world.state);
  let { now } = world;
  const { chainPem, keyPem } = await testIssuer.issue(['localhost', '127.0.0.1'], Date.now() - DAY, Date.now() + DAY);
  const token = world.state.token;
  const handler = createArmHandler({ store, clock: { now: () => now }, issuer: testIssuer, baseUrl: () => url, token });
  const server = createServer({ cert: chainPem, key: keyPem }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = new Agent({ ca: chainPem, keepAlive: true });
  return {
    url,
    caPem: chainPem,
    store,
    stateFile: stateFile(folder),
    token,
    send: (method, path, sent = {}) => exchange(agent, new URL(path, url), method, token, sent),
    advance(ms) {
      now += ms;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function exchange(agent: Agent, url: URL, method: string, token: string, sent: Sent): Promise<Reply> {
  const payload = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const type = payload === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: { authorization: `Bearer ${token}`, ...type, ...sent.headers } }, async (response) => {
      try {
        const chunks = await response.toArray();
        const text = Buffer.concat(chunks).toString('utf8');
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
        resolve({ status: response.statusCode ?? 0, headers, body: text === '' ? {} : JSON.parse(text) });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}
