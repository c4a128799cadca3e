import type { Server } from 'node:net';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say } from '../../../../core/text/say.ts';

/**
 * Listens on 127.0.0.1, on the preferred port where it is free: what others were told stays true after a restart.
 * @returns the port
 * @throws ProblemError `sandbox-cannot-listen`
 */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<number> {
  const first = await listen(server, preferredPort);
  const error = first !== undefined && preferredPort !== 0 ? await listen(server, 0) : first;
  const address = server.address();
  if (error === undefined && address !== null && typeof address === 'object') return address.port;
  throw new ProblemError({
    code: 'sandbox-cannot-listen',
    owner: 'you',
    exit: 1,
    message: say('The practice Azure could not open a port on {address}.', '練習用 Azure は {address} でポートを開けませんでした。', { address: code('127.0.0.1') }),
    next: [
      say(
        'Allow local connections for this program in your firewall or container settings, then try again.',
        'ファイアウォールまたはコンテナーの設定でこのプログラムのローカル接続を許可してから、もう一度実行してください。',
      ),
    ],
    cause: error,
  });
}

function listen(server: Server, port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const failed = (error: Error) => settle(error);
    const listening = () => settle(undefined);
    function settle(error: Error | undefined): void {
      server.off('error', failed);
      server.off('listening', listening);
      resolve(error);
    }
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ host: '127.0.0.1', port, exclusive: true });
  });
}
