import { type Door, type FrontDoor, openFrontDoor, type Struck } from './front-door.ts';

/** What is needed of a front end to serve it; several services of a cluster share one address. */
export interface FrontEnd {
  readonly ip: string;
  readonly tls: { readonly chainPem: string; readonly keyPem: string } | null;
  readonly tls12Only: boolean;
  readonly scoringPath: string | null;
}

export interface PracticeEndpoints extends AsyncDisposable {
  /** Opens and closes ports until they are what the world says now. */
  sync(): Promise<void>;
  /** `127.0.0.1:PORT` for a practice IP; undefined where nothing listens. */
  connect(ip: string): string | undefined;
}

/**
 * @param frontEnds what exists at this moment of practice time
 * @param struck what happens to a connection instead of an answer
 */
export function createEndpoints(frontEnds: () => readonly FrontEnd[], struck: (ip: string) => Struck | undefined = () => undefined): PracticeEndpoints {
  const open = new Map<string, FrontDoor>();
  const lastPorts = new Map<string, number>();
  let syncing: Promise<void> = Promise.resolve();
  let closed = false;

  async function syncNow(): Promise<void> {
    const wanted = new Set(closed ? [] : frontEnds().map((frontEnd) => frontEnd.ip));
    for (const [ip, door] of open) {
      if (wanted.has(ip)) continue;
      open.delete(ip);
      await door[Symbol.asyncDispose]();
    }
    for (const ip of wanted) {
      if (open.has(ip)) continue;
      const door = await openFrontDoor(() => struck(ip) ?? doorOf(frontEnds(), ip), lastPorts.get(ip) ?? 0);
      lastPorts.set(ip, door.port);
      open.set(ip, door);
    }
  }

  function sync(): Promise<void> {
    const next = syncing.then(syncNow);
    syncing = next.catch(() => undefined);
    return next;
  }

  return {
    sync,
    connect(ip) {
      const door = open.get(ip);
      return door === undefined ? undefined : `127.0.0.1:${door.port}`;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      await sync();
    },
  };
}

/** TLS is a property of the address: the front ends that share it serve the same pair. */
function doorOf(all: readonly FrontEnd[], ip: string): Door | undefined {
  const here = all.filter((frontEnd) => frontEnd.ip === ip);
  const first = here[0];
  if (first === undefined) return undefined;
  const tls = here.find((frontEnd) => frontEnd.tls !== null);
  return {
    tls: tls?.tls ? { chainPem: tls.tls.chainPem, keyPem: tls.tls.keyPem, tls12Only: tls.tls12Only } : null,
    scoringPaths: here.flatMap((frontEnd) => (frontEnd.scoringPath === null ? [] : [frontEnd.scoringPath])),
  };
}
