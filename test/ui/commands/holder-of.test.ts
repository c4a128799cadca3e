import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listOpenWaits, openWaits } from '../../../src/core/wait/open-wait.ts';
import { createFiles } from '../../../src/plugins/shared/local/files.ts';
import { holderOf } from '../../../src/ui/commands/watch/holder-of.ts';

const wait = { version: 1, profile: 'contoso', profileFile: null, environment: 'azure', subject: 'www.contoso.com', startedAt: 1, deadline: null } as const;
const rest = { askedAt: null, resume: 'amltls watch renewal contoso', baseline: null, records: [] };

it('tells who watches a wait while he does, and of nobody afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amltls-holders-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = createFiles();
  const waits = openWaits(files, join(folder, 'records', 'one'));
  for (const kind of ['renewal', 'dns'] as const) await waits.put({ ...wait, ...rest, kind, records: [] });
  const lock = await waits.lock('renewal');
  const [renewal, dns] = (await listOpenWaits(files, folder)).toSorted((one, other) => other.kind.localeCompare(one.kind));
  expect(renewal === undefined ? undefined : await holderOf(renewal)).toMatchObject({ pid: process.pid });
  expect(dns === undefined ? 'missing' : await holderOf(dns)).toBeUndefined();
  await lock[Symbol.asyncDispose]();
  expect(renewal === undefined ? 'missing' : await holderOf(renewal)).toBeUndefined();
});
