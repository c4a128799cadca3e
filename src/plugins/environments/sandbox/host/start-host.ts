import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { Lock } from '../../../shared/local/lock.ts';
import { createArmHandler } from '../arm/handler.ts';
import { openPracticeCa } from '../ca/practice-ca.ts';
import { createPracticeClock, type PracticeClock } from '../clock/practice-clock.ts';
import { createControlHandler } from '../control/handler.ts';
import { createEndpoints, type PracticeEndpoints } from '../endpoints/endpoints.ts';
import { PRACTICE } from '../state/seed.ts';
import type { Store } from '../state/store.ts';
import { createVaultHandler, vaultOf } from '../vault/handler.ts';
import { takeConnectFault } from '../world/faults.ts';
import { frontEnds } from '../world/front-ends.ts';
import { ACME_PATH, acmeListener } from './acme.ts';
import { type Closers, createClosers } from './closers.ts';
import { startDns } from './dns-servers.ts';
import { serveHttps } from './https-server.ts';
import { openWorld } from './open-world.ts';
import { lastPorts, rememberPorts } from './ports.ts';
import { removeSandboxFile, type SandboxInfo, writeSandboxFile } from './sandbox-file.ts';
import { serverCertificate } from './server-certificate.ts';
import { checkedSpeed, DEFAULT_SPEED } from './speed.ts';

export interface HostOptions {
  readonly stateDir: string;
  /** How many times as fast as the wall clock; default 75. */
  readonly speed?: number | undefined;
  /** What exists at first, where nothing exists yet: path of a seed file. */
  readonly seedFile?: string | undefined;
  /** Put on the host's line and used by it, so that what sleeps on it already goes on. */
  readonly clock?: PracticeClock | undefined;
}

/** The practice Azure, listening in this process. Disposing of it saves its state and lets another process take over. */
export interface SandboxHost extends AsyncDisposable {
  readonly info: SandboxInfo;
  readonly caPem: string;
  readonly clock: PracticeClock;
  /** Aborted when it has stopped: it was disposed of, or another process took the state. */
  readonly stopped: AbortSignal;
}

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

async function start(options: HostOptions, lock: Lock, closers: Closers): Promise<SandboxHost> {
  const { stateDir, seedFile } = options;
  const speed = checkedSpeed(options.speed ?? DEFAULT_SPEED);
  const [ca, ports] = await Promise.all([openPracticeCa(stateDir), lastPorts(stateDir)]);
  const [store, server] = await Promise.all([openWorld({ stateDir, speed, seedFile, issuer: ca }), serverCertificate(stateDir, ca)]);
  closers.push(() => store.close());
  const clock = clockOf(store, options.clock);
  const endpoints = createEndpoints(
    () => frontEnds(store.state, clock.now()),
    (ip) => takeConnectFault(store.state, ip)?.how,
  );
  closers.push(() => endpoints[Symbol.asyncDispose]());
  const instance = randomUUID();

  let armEndpoint = '';
  const changed = () => void endpoints.sync().catch(() => undefined);
  const armHandler = createArmHandler({ store, clock, issuer: ca, baseUrl: () => armEndpoint, token: store.state.token, changed });
  const vaultHandler = createVaultHandler({ store, clock, token: store.state.token });
  const acmeHandler = acmeListener({ store, clock, issuer: ca, armEndpoint: () => armEndpoint, dns: () => dns });
  const handlerOf = (request: IncomingMessage) => (request.url?.startsWith(`${ACME_PATH}/`) ? acmeHandler : armHandler);
  const byHost: RequestListener = (request, response) => (vaultOf(request) === undefined ? handlerOf(request) : vaultHandler)(request, response);
  const dns = await startDns(store.state, clock, ports, closers);
  const arm = await serveHttps(server, byHost, ports.arm);
  closers.push(() => arm[Symbol.asyncDispose]());
  armEndpoint = `https://127.0.0.1:${arm.port}`;
  const control = await serveHttps(server, createControlHandler({ store, clock, endpoints, instance, issuer: ca }), ports.control);
  closers.push(() => control[Symbol.asyncDispose]());
  await Promise.all([
    endpoints.sync(),
    rememberPorts(stateDir, { arm: arm.port, control: control.port, authoritative: dns.authoritative, resolvers: [...dns.resolvers] }),
  ]);
  closers.push(keepInStep(endpoints, clock));

  const info: SandboxInfo = {
    armEndpoint,
    controlEndpoint: `https://127.0.0.1:${control.port}`,
    caFile: ca.caFile,
    token: store.state.token,
    subscriptionId: PRACTICE.subscriptionId,
    resourceGroup: PRACTICE.resourceGroup,
    workspace: PRACTICE.workspace,
    location: PRACTICE.location,
    dns: { authoritative: `127.0.0.1:${dns.authoritative}`, resolvers: [`127.0.0.1:${dns.resolvers[0]}`, `127.0.0.1:${dns.resolvers[1]}`] },
    stateDir,
    pid: process.pid,
    instance,
  };
  closers.push(() => lock.lost.aborted || removeSandboxFile(stateDir));
  lock.lost.throwIfAborted();
  await writeSandboxFile(info);
  return { info, caPem: ca.caPem, clock, ...stopping(lock, store, closers) };
}

/** The state's line is the truth; a clock that exists already is put on it. */
function clockOf(store: Store, given: PracticeClock | undefined): PracticeClock {
  const clock = given ?? createPracticeClock(store.state.clock);
  clock.rebase(store.state.clock);
  return clock;
}

// How late a front end may appear or go for those who do not ask the control endpoint first.
const SYNC_MS = 250;

function keepInStep(endpoints: PracticeEndpoints, clock: PracticeClock): () => void {
  const sync = () => void endpoints.sync().catch(() => undefined);
  const timer = setInterval(sync, SYNC_MS).unref();
  const listening = clock.onChange(sync);
  return () => {
    clearInterval(timer);
    listening[Symbol.dispose]();
  };
}

/** It stops when asked to, and at once, writing nothing more, when another process took the state. */
function stopping(lock: Lock, store: Store, closers: Closers): Pick<SandboxHost, 'stopped' | typeof Symbol.asyncDispose> {
  const stopped = new AbortController();
  const stop = () => closers.close().finally(() => stopped.abort());
  lock.lost.addEventListener('abort', () => {
    store.abandon();
    stop().catch(() => undefined);
  });
  return { stopped: stopped.signal, [Symbol.asyncDispose]: stop };
}
