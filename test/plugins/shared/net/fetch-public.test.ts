import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FetchOptions, fetchPublic } from '../../../../src/plugins/shared/net/fetch-public.ts';

const signal = new AbortController().signal;
// The test's own server is on loopback, on a port of the system's choice: the two checks that would refuse it are looked at apart.
const here: FetchOptions = { signal, allowed: (address) => address === '127.0.0.1', allowedPort: () => true };

async function serve(answer: RequestListener): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('what a stranger’s URL is fetched with', () => {
  it('hands out what is there', async () => {
    const { url } = await serve((_, response) => response.end('certificate'));
    expect(Buffer.from((await fetchPublic(url, here)) ?? []).toString()).toBe('certificate');
  });

  it('follows two redirects and no third', async () => {
    const { url, asked } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await fetchPublic(`${url}/2`, here)).toBeDefined();
    expect(await fetchPublic(`${url}/3`, here)).toBeUndefined();
    expect(asked).toEqual(['/2', '/1', '/0', '/3', '/2', '/1']);
  });

  it('takes 64 KiB and no more', async () => {
    const { url } = await serve((request, response) => response.end(Buffer.alloc(Number(request.url?.slice(1)))));
    expect((await fetchPublic(`${url}/65536`, here))?.length).toBe(65_536);
    expect(await fetchPublic(`${url}/65537`, here)).toBeUndefined();
  });

  it('connects to nothing that is not public, by address, by name, or on a redirect', async () => {
    const { url, asked } = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end());
    const anyPort: FetchOptions = { signal, allowedPort: () => true };
    expect(await fetchPublic(url, anyPort)).toBeUndefined();
    expect(await fetchPublic(url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), anyPort)).toBeUndefined();
    expect(await fetchPublic(url.replace('127.0.0.1', 'aia.contoso.com'), { ...anyPort, resolve: async () => ['127.0.0.1'] })).toBeUndefined();
    expect(await fetchPublic(url.replace('127.0.0.1', 'aia.contoso.com'), { ...here, resolve: async () => ['127.0.0.1', '10.0.0.1'] })).toBeUndefined();
    expect(asked).toEqual([]);
    expect(await fetchPublic(url, here)).toBeUndefined();
    expect(asked).toEqual(['/']);
  });

  it('connects to the address that was judged, whatever the name says by then', async () => {
    const { url, asked } = await serve((_, response) => response.end('x'));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    expect(await fetchPublic(url.replace('127.0.0.1', 'aia.contoso.com'), { ...here, resolve: async () => answers.shift() ?? [] })).toBeDefined();
    expect(asked).toHaveLength(1);
  });

  it.each(['ftp://contoso.com/ca.cer', 'file:///etc/passwd', 'http://contoso.com:8080/', 'https://contoso.com:22/', 'http://user@contoso.com/', 'no url', ''])(
    'refuses %j before anything is looked up',
    async (url) => {
      let looked = false;
      const resolve = async () => {
        looked = true;
        return ['8.8.8.8'];
      };
      expect(await fetchPublic(url, { signal, resolve })).toBeUndefined();
      expect(looked).toBe(false);
    },
  );

  it('ends with the signal of the run', async () => {
    const stop = new AbortController();
    const { url } = await serve(() => stop.abort(new Error('stopped')));
    await expect(fetchPublic(url, { ...here, signal: stop.signal })).rejects.toThrow('stopped');
  });
});
