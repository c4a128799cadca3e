import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'dns-packet';

const READY_MS = 15_000;
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** The path of a program that .ci/run installs. @throws Error naming the Debian package */
export function programPath(name: string, debianPackage: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${name} is not installed: apt-get install ${debianPackage}`);
  return found;
}

/** A port of loopback that is free for UDP and TCP. */
export async function freePort(): Promise<number> {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as { port: number };
    const udp = createSocket('udp4');
    const free = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(port, '127.0.0.1', () => resolve(true));
    });
    await new Promise<void>((closed) => tcp.close(() => closed()));
    if (free) udp.close();
    if (free) return port;
  }
}

/** Starts a DNS server in the foreground and waits until it answers; disposing ends exactly this process. */
export async function startDaemon(command: string, args: readonly string[], port: number): Promise<AsyncDisposable> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  try {
    await answering(child, port);
  } catch (error) {
    await stop();
    throw new Error(`${command} did not start: ${said.join('')}`, { cause: error });
  }
  return { [Symbol.asyncDispose]: stop };
}

async function answering(child: ChildProcess, port: number): Promise<void> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  socket.on('error', () => {});
  const heard = once(socket, 'message').then(() => true);
  const query = encode({ type: 'query', id: 1, questions: [{ name: 'test', type: 'SOA' }] });
  try {
    for (const until = Date.now() + READY_MS; Date.now() < until && child.exitCode === null; ) {
      socket.send(query, port, '127.0.0.1');
      if (await Promise.race([heard, sleep(50, false)])) return;
    }
    throw new Error('no answer');
  } finally {
    socket.close();
  }
}
