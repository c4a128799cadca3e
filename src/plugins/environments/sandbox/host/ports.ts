import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeAtomically } from '../../../shared/local/atomic-write.ts';

const schema = z.object({ arm: z.number(), control: z.number(), authoritative: z.number(), resolvers: z.tuple([z.number(), z.number()]) });

/** Where the host of a state directory listened last: the next one tries the same, so that addresses given out stay true. 0: any. */
export type Ports = Readonly<z.infer<typeof schema>>;

const ANY: Ports = { arm: 0, control: 0, authoritative: 0, resolvers: [0, 0] };

const pathIn = (stateDir: string) => join(stateDir, 'ports.json');

export async function lastPorts(stateDir: string): Promise<Ports> {
  try {
    return schema.parse(JSON.parse(await readFile(pathIn(stateDir), 'utf8')));
  } catch {
    return ANY;
  }
}

export async function rememberPorts(stateDir: string, ports: Ports): Promise<void> {
  await writeAtomically(pathIn(stateDir), JSON.stringify(ports), 0o600);
}
