// A process of its own that uses the practice Azure of a folder: `node sandbox-child.ts STATE_DIR SPEED`.
// Prints `ready`, then one line of JSON for each line on stdin; ends itself on `leave`.
import { createInterface } from 'node:readline';
import { openSandboxEnvironment } from '../../src/plugins/environments/sandbox/environment.ts';

const [, , stateDir = '', speed = '75'] = process.argv;
const never = new AbortController().signal;
const environment = await openSandboxEnvironment({ stateDir, speed: Number(speed) }, never);
process.stdout.write('ready\n');

for await (const line of createInterface({ input: process.stdin })) {
  const [command, argument = ''] = line.split(' ');
  if (command === 'leave') break;
  if (command === 'sleep') await environment.clock.sleep(Number(argument), never);
  const reply = command === 'get' ? await environment.arm.send({ method: 'GET', path: argument }, never) : null;
  process.stdout.write(`${JSON.stringify({ now: environment.clock.now(), wall: Date.now(), status: reply?.status ?? null })}\n`);
}
await environment[Symbol.asyncDispose]();
process.stdout.write('left\n');
process.exit(0);
