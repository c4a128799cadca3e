import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import sandbox from '../../src/plugins/environments/sandbox/index.ts';
import { environmentContract } from './environment.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

environmentContract({
  id: 'sandbox',
  async open() {
    const stateDir = await mkdtemp(join(tmpdir(), 'amltls-contract-'));
    folders.push(stateDir);
    return await sandbox.open({ answers: {}, signal: new AbortController().signal, tell: undefined, options: { 'state-dir': stateDir, speed: '1000' } });
  },
  readable: { path: '/subscriptions', apiVersion: '2022-12-01' },
  absentName: 'nothing.contoso.com',
  silentAddress: '203.0.113.250',
});
