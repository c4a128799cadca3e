import { connect, createServer, type Socket } from 'node:net';

// A line with a delay each way: one port for each `HOST:PORT` on standard input (JSON); prints the ports as JSON, then relays until it is ended.
const DELAY_MS = Number(process.argv[2] ?? 50);

let text = '';
for await (const chunk of process.stdin) text += String(chunk);
const ports = await Promise.all((JSON.parse(text) as readonly string[]).map(relay));
process.stdout.write(`${JSON.stringify(ports)}\n`);

function relay(target: string): Promise<number> {
  const colon = target.lastIndexOf(':');
  const server = createServer((near) => {
    const far = connect({ host: target.slice(0, colon), port: Number(target.slice(colon + 1)) });
    late(near, far);
    late(far, near);
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function late(from: Socket, to: Socket): void {
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), DELAY_MS));
  from.on('end', () => setTimeout(() => to.end(), DELAY_MS));
  from.on('error', () => to.destroy());
  from.on('close', () => setTimeout(() => to.destroy(), DELAY_MS));
}
