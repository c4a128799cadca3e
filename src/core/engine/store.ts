import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod/mini';
import type { Answers, Deployment, Environment, Files } from '../contracts/index.ts';
import { openPairs, type Pairs } from '../renewal/pairs.ts';
import { type OpenWaits, openWaits } from '../wait/open-wait.ts';
import { type Journal, openJournal } from './journal.ts';

const deploymentSchema = z.object({
  fingerprintSha256: z.optional(z.string()),
  modifiedOn: z.optional(z.string()),
  at: z.string(),
});

/** What amltls remembers of one resource: its journal and what was deployed last. */
export interface Record {
  readonly folder: string;
  journal(): Promise<Journal>;
  deployment(): Promise<Deployment | undefined>;
  keep(deployment: Deployment): Promise<void>;
  /** One run at a time. @throws ProblemError `locked` */
  lock(): Promise<AsyncDisposable>;
  readonly waits: OpenWaits;
  readonly pairs: Pairs;
}

export interface Store {
  readonly folder: string;
  record(env: Environment, answers: Answers): Record;
}

/** @param folder absolute, in the user's state; an environment may name another (`Environment.stateFolder`) */
export function openStore({ files, folder }: { readonly files: Files; readonly folder: string }): Store {
  return {
    folder,
    record: (env, answers) => recordIn(files, join(env.stateFolder ?? folder, 'records', recordKey(env, answers))),
  };
}

function recordIn(files: Files, folder: string): Record {
  const deploymentFile = join(folder, 'deployment.json');
  return {
    folder,
    journal: () => openJournal(files, join(folder, 'journal.ndjson')),
    async deployment() {
      if ((await files.stat(deploymentFile)) === undefined) return undefined;
      return parseDeployment(new TextDecoder().decode(await files.read(deploymentFile)));
    },
    keep: (deployment) => files.write(deploymentFile, `${JSON.stringify(deployment, null, 2)}\n`, { mode: 0o600 }),
    lock: () => files.lock(join(folder, 'run')),
    waits: openWaits(files, folder),
    pairs: openPairs(files, folder),
  };
}

// A damaged record is the same as none: the service is asked anyway, the record only breaks ties.
function parseDeployment(text: string): Deployment | undefined {
  try {
    const parsed = deploymentSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return undefined;
    const { fingerprintSha256, modifiedOn, at } = parsed.data;
    return { at, ...(fingerprintSha256 === undefined ? {} : { fingerprintSha256 }), ...(modifiedOn === undefined ? {} : { modifiedOn }) };
  } catch {
    return undefined;
  }
}

const IDENTITY = ['azure.subscriptionId', 'azure.resourceGroup', 'azure.workspace', 'target.computeName', 'target.serviceName'];

// Targets that have neither compute nor service are told apart by where they are, those of others by all that is said of them.
const PLACE = ['target.clusterId', 'target.clusterResourceGroup', 'target.clusterName', 'target.extensionName'];

function placeOf(answers: Answers): readonly string[] {
  if (answers['target.computeName'] !== undefined || answers['target.serviceName'] !== undefined) return [];
  if (PLACE.some((key) => answers[key] !== undefined)) return PLACE;
  return Object.keys(answers)
    .filter((key) => key.startsWith('target.'))
    .sort();
}

/** The resource, not the profile's name: renaming a profile loses nothing, two profiles for one cluster share the journal. */
function recordKey(env: Environment, answers: Answers): string {
  const identity = [env.id, ...[...IDENTITY, ...placeOf(answers)].map((key) => String(answers[key] ?? env.defaults[key] ?? '').toLowerCase())];
  const label = String(answers['target.computeName'] ?? answers['target.serviceName'] ?? 'unnamed').replace(/[^A-Za-z0-9-]/g, '_');
  return `${label.slice(0, 32)}-${createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 12)}`;
}
