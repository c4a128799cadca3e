import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers, Context, Environment } from '../../../../src/core/contracts/index.ts';
import type { AcmeClient } from '../../../../src/plugins/certificates/acme/account.ts';
import acme from '../../../../src/plugins/certificates/acme/index.ts';
import { loadAcme } from '../../../../src/plugins/certificates/acme/library.ts';
import { openTransport, transports } from '../../../../src/plugins/certificates/acme/transport.ts';
import practiceDns from '../../../../src/plugins/dns/practice/index.ts';
import { stateFile } from '../../../../src/plugins/environments/sandbox/state/store.ts';
import { worldState } from '../../../../src/plugins/environments/sandbox/state/world-state.ts';
import { runChange } from '../../../../src/testing/run-change.ts';
import { startSandbox } from '../../../helpers/sandbox.ts';

const never = new AbortController().signal;

/** @param folder where the learner's files and the profile's state are */
export function contextIn(env: Environment, folder: string): (answers?: Answers) => Context {
  return (answers = {}) => ({
    env,
    answers: { 'certificate.authority': 'environment', 'certificate.termsAgreed': true, 'certificate.keyType': 'ecdsa-p256', ...answers },
    signal: never,
    profile: 'contoso',
    paths: { resolve: (path) => join(folder, path), own: join(folder, 'state', 'profiles', 'contoso') },
  });
}

/** A practice Azure with its authority, and contexts in which the plugin can order there. */
export async function practiceAuthority() {
  const sandbox = await startSandbox();
  const env = await sandbox.environment();
  const folder = join(sandbox.stateDir, 'learner');
  mkdirSync(join(folder, 'state', 'profiles'), { recursive: true, mode: 0o700 });
  const context = contextIn(env, folder);
  return {
    sandbox,
    env,
    context,
    async plan(names: readonly string[], answers: Answers = {}) {
      return await acme.plan(names, context(answers), practiceDns);
    },
    async issue(names: readonly string[], answers: Answers = {}) {
      const at = context(answers);
      const { changes, findings } = await acme.plan(names, at, practiceDns);
      const [change] = changes;
      if (change === undefined) throw new Error(`nothing to do: ${JSON.stringify(findings)}`);
      return await runChange(change, at);
    },
    /** The authority's part of the state, as it lies on the disk. */
    kept: () => worldState.parse(JSON.parse(readFileSync(stateFile(sandbox.stateDir), 'utf8'))).acme,
    challenges: async () => (await sandbox.state()).records.filter(({ name }) => name.startsWith('_acme-challenge.')),
    /** The library alone, as another program would use it. */
    async client(accountKey: string): Promise<{ readonly client: AcmeClient; call<T>(work: (client: AcmeClient) => Promise<T>): Promise<T> }> {
      const { Client } = await loadAcme();
      const transport = await openTransport(context(), sandbox.host.caPem);
      const client = new Client({ directoryUrl: env.authority?.directoryUrl ?? '', accountKey });
      const call = <T>(work: (client: AcmeClient) => Promise<T>) =>
        transports
          .run(transport, () => work(client))
          .catch(() => {
            throw new Error(transport.refused?.body);
          });
      return { client, call };
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}
