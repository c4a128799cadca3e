import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Place } from './many-services.ts';

/** The same endpoints behind a line that holds everything for so many ms each way. */
export async function openSlowLine(places: readonly Place[], delayMs: number): Promise<AsyncDisposable & { readonly places: readonly Place[] }> {
  const line = spawn(process.execPath, [join(import.meta.dirname, 'slow-line.ts'), String(delayMs)], { stdio: ['pipe', 'pipe', 'inherit'] });
  line.stdin.end(JSON.stringify(places.map(({ connect }) => connect)));
  const [text] = (await once(createInterface({ input: line.stdout }), 'line')) as [string];
  return {
    places: (JSON.parse(text) as readonly number[]).map((port, at) => ({ connect: `127.0.0.1:${port}`, name: places[at]?.name ?? '' })),
    async [Symbol.asyncDispose]() {
      line.kill();
      await once(line, 'exit');
    },
  };
}
