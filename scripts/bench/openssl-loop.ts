import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Place } from './many-services.ts';

/** ms of one shell that starts `openssl s_client` for each endpoint in turn, as scripts do it. */
export async function opensslLoop(places: readonly Place[], caFile: string): Promise<number> {
  const commands = places.map(
    ({ connect, name }) =>
      `openssl s_client -connect ${connect} -servername ${name} -CAfile '${caFile}' -verify_return_error </dev/null >/dev/null 2>&1 || exit 1`,
  );
  const start = performance.now();
  const child = spawn('sh', { stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin?.end(commands.join('\n'));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('openssl did not take a certificate');
  return performance.now() - start;
}
