import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../../../helpers/temp-folder.ts';
import { startArmServer } from './arm-server.ts';
import { throwawayCertificate } from './throwaway-ca.ts';

const certificate = throwawayCertificate('arm.contoso.test');
const server = await startArmServer(certificate);
afterAll(() => server[Symbol.asyncDispose]());

/** A real CONNECT proxy, the only way to a name that no DNS knows. */
const asked: string[] = [];
const proxy = createServer();
proxy.on('connect', (request, client) => {
  asked.push(request.url ?? '');
  const upstream = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on('error', () => client.destroy());
  client.on('error', () => upstream.destroy());
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
afterAll(() => proxy.close());

async function send(endpoint: string, more: string, variables: Record<string, string>): Promise<string> {
  const script = `
    const { createArm } = await import(${JSON.stringify(new URL('../../../../src/plugins/shared/arm/index.ts', import.meta.url).href)});
    const arm = createArm({ endpoint: ${JSON.stringify(endpoint)}, dataPlaneSuffixes: [], scopes: 's', userAgent: 'amltls', retryDelayMs: 1, ${more}
      credential: { getToken: async () => ({ token: 't', expiresOnTimestamp: Date.now() + 3_600_000 }) } });
    const outcome = await arm.send({ method: 'GET', path: '/x' }, new AbortController().signal).then((reply) => String(reply.status), (error) => error.problem.code);
    console.log(outcome);
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, ...variables } });
  return stdout.trim();
}

describe('behind a proxy', () => {
  it('HTTPS_PROXY and NODE_EXTRA_CA_CERTS are honoured', async () => {
    const caFile = join(await tempFolder(), 'ca.pem');
    await writeFile(caFile, certificate.caPem);
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    expect(await send('https://arm.contoso.test', '', { HTTPS_PROXY, NO_PROXY: '', NODE_EXTRA_CA_CERTS: caFile })).toBe('200');
    expect(asked).toEqual(['arm.contoso.test:443']);
    expect(await send('https://arm.contoso.test', '', { HTTPS_PROXY, NO_PROXY: '' })).toBe('network-untrusted');
  });

  it('loopback is reached without it, and a setting that is no URL is a problem', async () => {
    const ca = `caPem: ${JSON.stringify(certificate.caPem)},`;
    expect(await send(server.url, ca, { HTTPS_PROXY: 'http://127.0.0.1:1' })).toBe('200');
    expect(await send('https://arm.contoso.test', '', { HTTPS_PROXY: '//proxy', NO_PROXY: '' })).toBe('proxy-invalid');
  });
});
