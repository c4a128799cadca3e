import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DnsRecord, Environment } from '../core/contracts/index.ts';
import { openSandboxEnvironment } from '../plugins/environments/sandbox/environment.ts';
import { createControlClient } from '../plugins/environments/sandbox/host/control-client.ts';
import { startHost } from '../plugins/environments/sandbox/host/join-or-start.ts';
import type { SandboxHost } from '../plugins/environments/sandbox/host/start-host.ts';
import type { Fault } from '../plugins/environments/sandbox/state/fault.ts';

const never = new AbortController().signal;

/** As the control endpoint gives it (cli.md). */
export interface SeenRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly status: number;
}

export interface SeenService {
  readonly name: string | null;
  readonly computeName: string | null;
  readonly scoringUri: string | null;
  readonly ip: string;
  readonly connect: string | null;
  readonly sni: string | null;
}

export interface SeenState {
  readonly now: string;
  readonly computes: readonly {
    readonly name: string;
    readonly provisioningState: string;
    readonly ip: string;
    readonly tls: { status: string; host: string | null };
  }[];
  readonly services: readonly SeenService[];
  readonly certificates: readonly {
    readonly names: readonly string[];
    readonly fingerprintSha256: string;
    readonly computeName: string | null;
    readonly serviceName: string | null;
  }[];
  readonly records: readonly (DnsRecord & { readonly zone: string | null })[];
}

export interface PutRecord {
  readonly zone: string;
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly ttl?: number;
}

/** As `kubectl` would put it on a practice cluster, by the cluster's name. */
export interface PutSecret {
  readonly cluster: string;
  readonly namespace?: string;
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface TestSandbox extends AsyncDisposable {
  readonly host: SandboxHost;
  readonly stateDir: string;
  /** Shares the host's clock; closed with the sandbox. */
  environment(): Promise<Environment & AsyncDisposable>;
  requests(): Promise<readonly SeenRequest[]>;
  /** The practice clock jumps, ms. */
  advance(ms: number): Promise<void>;
  /** Replaces all faults. */
  faults(faults: readonly Fault[]): Promise<void>;
  records(records: readonly PutRecord[]): Promise<void>;
  secrets(secrets: readonly PutSecret[]): Promise<void>;
  state(): Promise<SeenState>;
}

/** A practice Azure of its own in a temporary folder. @param options.speed default 2000: creating a cluster takes 0.3 s */
export async function startSandbox(options: { readonly seedFile?: string; readonly speed?: number } = {}): Promise<TestSandbox> {
  const stateDir = await mkdtemp(join(tmpdir(), 'amltls-sandbox-'));
  const host = await startHost({ stateDir, speed: options.speed ?? 2000, seedFile: options.seedFile });
  const control = createControlClient(host.info, host.caPem);
  const opened: AsyncDisposable[] = [];
  return {
    host,
    stateDir,
    async environment() {
      const environment = await openSandboxEnvironment({ stateDir, host }, never);
      opened.push(environment);
      return environment;
    },
    requests: async () => (await control.send('GET', '/requests', undefined, never)) as readonly SeenRequest[],
    advance: async (ms) => void (await control.send('POST', '/clock', { advanceSeconds: ms / 1000 }, never)),
    faults: async (faults) => void (await control.send('PUT', '/faults', faults, never)),
    records: async (records) => void (await control.send('PUT', '/records', records, never)),
    secrets: async (secrets) => void (await control.send('PUT', '/secrets', secrets, never)),
    state: async () => (await control.send('GET', '/state', undefined, never)) as SeenState,
    async [Symbol.asyncDispose]() {
      for (const environment of opened) await environment[Symbol.asyncDispose]();
      control.close();
      await host[Symbol.asyncDispose]();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
