import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../../../shared/local/atomic-write.ts';

const schema = z.object({
  armEndpoint: z.string(),
  controlEndpoint: z.string(),
  caFile: z.string(),
  token: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  workspace: z.string(),
  location: z.string(),
  dns: z.object({ authoritative: z.string(), resolvers: z.tuple([z.string(), z.string()]) }),
  stateDir: z.string(),
  pid: z.number(),
  /** Another one for every start: a port that a stranger took over is never mistaken for the host. */
  instance: z.string(),
});

/** Where the practice Azure listens and what it takes to use it; the content of `sandbox.json`. */
export type SandboxInfo = Readonly<z.infer<typeof schema>>;

const pathIn = (stateDir: string) => join(stateDir, 'sandbox.json');

/** Only its owner can read it: it holds the token. */
export async function writeSandboxFile(info: SandboxInfo): Promise<void> {
  await writeAtomically(pathIn(info.stateDir), `${JSON.stringify(info, null, 2)}\n`, 0o600);
}

/** undefined where there is none, or none that can be used: whoever writes next replaces it. */
export async function readSandboxFile(stateDir: string): Promise<SandboxInfo | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(pathIn(stateDir), 'utf8')));
  } catch {
    return undefined;
  }
}

export async function removeSandboxFile(stateDir: string): Promise<void> {
  await rm(pathIn(stateDir), { force: true });
}

/** The one line of `amltls sandbox --format json` (cli.md): all that another program needs. */
export function announcement(info: SandboxInfo): string {
  const { armEndpoint, caFile, token, subscriptionId, resourceGroup, workspace, location, dns, controlEndpoint, stateDir } = info;
  return JSON.stringify({ armEndpoint, caFile, token, subscriptionId, resourceGroup, workspace, location, dns, controlEndpoint, stateDir });
}
