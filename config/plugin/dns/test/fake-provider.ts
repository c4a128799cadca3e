import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DnsRecord } from 'amltls/plugin';

/** The provider's API on loopback, small enough to be read. */
export async function fakeProvider(records: DnsRecord[], token: string) {
  const server = createServer(async (request, response) => {
    const [, , name = '', type = ''] = decodeURIComponent(request.url ?? '').split('/');
    const ours = (record: DnsRecord) => record.name === name && record.type === type;
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end('{}');
    if (request.method === 'PUT') records = [...records.filter((record) => !ours(record)), ...(JSON.parse(body) as DnsRecord[])];
    response.setHeader('content-type', 'application/json').end(JSON.stringify(records.filter(ours)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records: () => records,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
