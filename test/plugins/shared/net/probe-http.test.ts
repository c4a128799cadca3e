import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { probeHttp } from '../../../../src/plugins/shared/net/probe-http.ts';
import { issue } from '../../../helpers/openssl.ts';

const signal = new AbortController().signal;

async function listening(server: Server | ReturnType<typeof createTcp>): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function plainServer(status: number, headers: Record<string, string> = {}): Promise<{ port: number; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const port = await listening(
    createServer((request, response) => {
      seen.push(request);
      response.writeHead(status, headers).end('body');
    }),
  );
  return { port, seen };
}

describe('one GET', () => {
  it('tells the status, whatever it is, and follows nowhere', async () => {
    const { port, seen } = await plainServer(302, { location: 'http://127.0.0.1:1/' });
    expect(await probeHttp(`http://127.0.0.1:${port}/score?x=1`, {}, signal)).toEqual({ seen: true, status: 302 });
    expect(seen.map(({ method, url, headers }) => [method, url, headers.authorization, headers.cookie])).toEqual([['GET', '/score?x=1', undefined, undefined]]);
  });

  it('goes to the address that it is given, and asks for the name', async () => {
    const { port, seen } = await plainServer(200);
    expect(await probeHttp(`http://www.contoso.invalid:${port}/`, { address: '127.0.0.1' }, signal)).toEqual({ seen: true, status: 200 });
    expect(seen[0]?.headers.host).toBe(`www.contoso.invalid:${port}`);
    expect(await probeHttp('http://www.contoso.invalid/', { address: '127.0.0.1', port }, signal)).toEqual({ seen: true, status: 200 });
  });

  it('takes any certificate, and sends the name as SNI', async () => {
    const { certPem, keyPem } = issue({ commonName: 'self-signed', days: 1 });
    const names: unknown[] = [];
    const server = createSecure({ cert: certPem, key: keyPem }, (request, response) => {
      names.push('servername' in request.socket && request.socket.servername);
      response.writeHead(401).end();
    });
    const port = await listening(server);
    expect(await probeHttp(`https://www.contoso.invalid:${port}/`, { address: '127.0.0.1' }, signal)).toEqual({ seen: true, status: 401 });
    expect(names).toEqual(['www.contoso.invalid']);
  });
});

describe('where nothing answers, the layer is told', () => {
  it('dns', async () => {
    expect(await probeHttp('http://nowhere.invalid/', {}, signal)).toMatchObject({ seen: false, layer: 'dns' });
  });

  it('tcp', async () => {
    const server = createTcp();
    const port = await listening(server);
    await new Promise((closed) => server.close(closed));
    expect(await probeHttp(`http://127.0.0.1:${port}/`, {}, signal)).toMatchObject({ seen: false, layer: 'tcp' });
  });

  it('tls', async () => {
    const { port } = await plainServer(200);
    expect(await probeHttp(`https://127.0.0.1:${port}/`, {}, signal)).toMatchObject({ seen: false, layer: 'tls' });
  });

  it('http: a server that says nothing, within the time', async () => {
    const port = await listening(createTcp((socket) => socket.on('error', () => undefined)));
    expect(await probeHttp(`http://127.0.0.1:${port}/`, { timeoutMs: 300 }, signal)).toMatchObject({ seen: false, layer: 'http', reason: 'timed out' });
  });

  it('an abort is passed on', async () => {
    const abort = new AbortController();
    const port = await listening(createTcp((socket) => socket.on('error', () => undefined).once('data', () => abort.abort(new Error('enough')))));
    await expect(probeHttp(`http://127.0.0.1:${port}/`, {}, abort.signal)).rejects.toThrow('enough');
  });
});
