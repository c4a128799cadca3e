import { createPracticeClock, type PracticeClock, practiceTime } from '../clock/practice-clock.ts';
import { createControlHandler } from '../control/handler.ts';
import { createEndpoints } from '../endpoints/endpoints.ts';
import { createArmHandler } from '../arm/handler.ts';
import { openPracticeCa } from '../ca/practice-ca.ts';
import { frontEnds } from '../world/front-ends.ts';
import type { Lock } from '../../../shared/local/lock.ts';
import { randomUUID } from 'node:crypto';
import { createClosers } from './closers.ts';
import { startDns } from './dns-servers.ts';
import { serveHttps } from './https-server.ts';
import { openWorld } from './open-world.ts';
import { lastPorts, rememberPorts } from './ports.ts';
import { removeSandboxFile, type SandboxInfo, writeSandboxFile } from './sandbox-file.ts';

export interface HostOptions {
  readonly stateDir: string;
  /** How many times as fast as the wall clock; default 75. */
  readonly speed?: number;
  /** Path of a seed file: what exists at first. Used where nothing exists yet. */
  readonly seedFile?: string;
  /** Put on the host's line and used by it, so that what already sleeps on it goes on. */
  readonly clock?: PracticeClock;
}

/** The practice Azure, listening in this process. Disposing of it saves its state and lets another process take over. */
export interface SandboxHost extends AsyncDisposable {
  readonly info: SandboxInfo;
  readonly caPem: string;
  readonly clock: PracticeClock;
  /** Aborted when it stopped, whether asked to or because another process took the state. */
  readonly stopped: AbortSignal;
}

// How late a front end may appear or go for those who do not ask the control endpoint first.
const SYNC_MS = 250;

/** @param lock the right to write the state directory; the host releases it */
export async function startUnderLock(options: HostOptions, lock: Lock): Promise<SandboxHost> {
  const closers = createClosers();
  closers.push(() => lock[Symbol.asyncDispose]());
  try {
    return await start(options, lock, closers);
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}

async function start({ stateDir, speed = 75, seedFile, clock: given }: HostOptions, lock: Lock, closers: ReturnType<typeof createClosers>): Promise<SandboxHost> {
  const [ca, ports] = await Promise.all([openPracticeCa(stateDir), lastPorts(stateDir)]);
  const store = await openWorld({ stateDir, speed, seedFile, issuer: ca });
}
