import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programPath } from './daemon.ts';

/** BIND's nsupdate, as an administrator would use it: `update add www.live.test 8 A 20.0.0.4`. */
export async function nsupdate(port: number, zone: string, ...commands: readonly string[]): Promise<void> {
  const child = spawn(programPath('nsupdate', 'bind9-dnsutils'), ['-v'], { stdio: ['pipe', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  child.stdin.end([`server 127.0.0.1 ${port}`, `zone ${zone}`, ...commands, 'send', ''].join('\n'));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`nsupdate: ${said.join('')}`);
}
