import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { issue } from './openssl.ts';
import { tempFolder } from './temp-folder.ts';

export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An ACME authority that says what the test wants: for what no test authority does on demand (rate limits, renewal windows). @param answers by path */
export async function sayingAuthority(answers: (base: string) => Readonly<Record<string, Said | undefined>>) {
  const folder = await tempFolder();
  const ca = issue({ commonName: 'Authority https CA', ca: true });
  const { certPem, keyPem } = issue({ commonName: 'localhost', issuer: ca, san: 'IP:127.0.0.1' });
  await writeFile(join(folder, 'ca.pem'), ca.certPem);
  const asked: string[] = [];
  const server = createServer({ cert: certPem, key: keyPem }, (request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    const { status = 200, headers = {}, body = {} } = { ...usual(base)[path], ...answers(base)[path] };
    response.writeHead(status, { 'Replay-Nonce': 'bm9uY2U', 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { directoryUrl: `${base}/dir`, caFile: join(folder, 'ca.pem'), asked };
}

const usual = (base: string): Readonly<Record<string, Said | undefined>> => ({
  '/dir': { body: { newNonce: `${base}/nonce`, newAccount: `${base}/account`, newOrder: `${base}/order` } },
  '/nonce': {},
  '/account': { status: 201, headers: { Location: `${base}/account/1` }, body: { status: 'valid' } },
});
