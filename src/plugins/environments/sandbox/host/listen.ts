import type { Server } from 'node:net';
import { ProblemError } from '../../../../core/problems/problem-error.ts';
import { code, say } from '../../../../core/text/say.ts';

/**
 * Opens something on a port of 127.0.0.1: the preferred one where it is free, so that what others were told stays true after a restart.
 * @throws ProblemError `sandbox-cannot-listen`
 */
export async function onLoopback<T>(preferredPort: number, open: (port: number) => Promise<T>): Promise<T> {
  try {
    return await open(preferredPort).catch((error: unknown) => {
      if (preferredPort === 0) throw error;
      return open(0);
    });
  } catch (error) {
    throw cannotListen(error);
  }
}

/** @returns the port @throws ProblemError `sandbox-cannot-listen` */
export async function listenOnLoopback(server: Server, preferredPort: number): Promise<number> {
  return await onLoopback(preferredPort, (port) => listen(server, port));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      server.off('listening', listening);
      reject(error);
    };
    const listening = () => {
      server.off('error', failed);
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('no address'));
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ host: '127.0.0.1', port, exclusive: true });
  });
}

function cannotListen(cause: unknown): ProblemError {
  return new ProblemError({
    code: 'sandbox-cannot-listen',
    owner: 'you',
    exit: 1,
    message: say('The practice Azure could not open a port on {address}.', '練習用 Azure は {address} でポートを開けませんでした。', {
      address: code('127.0.0.1'),
    }),
    next: [
      say(
        'Allow local connections for this program in your firewall or container settings, then try again.',
        'ファイアウォールまたはコンテナーの設定でこのプログラムのローカル接続を許可してから、もう一度実行してください。',
      ),
    ],
    cause,
  });
}
