import { appendFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answers, CertBundle, Outcome, RunEvent } from '../../src/core/contracts/index.ts';
import { type Parts, type PartsOptions, resolveParts } from '../../src/core/engine/parts.ts';
import { prepare } from '../../src/core/engine/prepare.ts';
import { run } from '../../src/core/engine/run.ts';
import { openStore } from '../../src/core/engine/store.ts';
import { prepareSwitchOff, type SwitchOff } from '../../src/core/engine/switch-off.ts';
import { createRegistry } from '../../src/core/registry/registry.ts';
import { prepareRenewal } from '../../src/core/renewal/prepare-renewal.ts';
import type { Renewal, RenewalRun, RenewalWishes } from '../../src/core/renewal/renewal.ts';
import { takeUpRecords } from '../../src/core/wait/take-up-records.ts';
import { builtIns } from '../../src/plugins/index.ts';
import { type TargetWorld, targetWorld } from './target-world.ts';

export const DAY = 86_400_000;

export const AKS: Answers = {
  'target.plugin': 'aks-attach',
  'target.computeName': 'aks-prod',
  'target.clusterResourceGroup': 'rg-practice',
  'target.clusterName': 'aks1',
};
export const ACI: Answers = { 'target.plugin': 'aci', 'target.serviceName': 'scorer' };
export const MICROSOFT: Answers = { ...AKS, 'domain.kind': 'microsoft', 'domain.leafDomainLabel': 'contoso' };

export interface Played {
  readonly events: readonly RunEvent[];
  readonly outcome: Outcome;
}

/** A practice Azure, one person who replays and renews, and what amltls remembers between their runs. */
export interface RenewalWorld extends TargetWorld {
  parts(answers: Answers): Promise<Parts>;
  replay(answers: Answers): Promise<Played>;
  prepare(answers: Answers, wishes?: Partial<RenewalWishes>): Promise<Renewal>;
  renew(answers: Answers, wishes?: Partial<RenewalWishes>, how?: Partial<RenewalRun>): Promise<Played>;
  switchOff(answers: Answers): Promise<SwitchOff>;
  watchDns(answers: Answers): Promise<AsyncGenerator<RunEvent, void, void>>;
  /** Runs to its end; where it waits, practice time jumps. `until` stops it there, as a process that is killed. */
  play(run: AsyncGenerator<RunEvent, void, void>, until?: (event: RunEvent) => boolean): Promise<Played>;
  /** `live/cert.pem` and `live/key.pem` lead to this pair, as certbot's do. Answers that name them. */
  place(bundle: CertBundle): Promise<Answers>;
}

export async function renewalWorld(): Promise<RenewalWorld> {
  const world = await targetWorld();
  const { env, folder } = world;
  const options = (answers: Answers): PartsOptions => ({
    env,
    registry: createRegistry(builtIns),
    answers,
    profile: 'contoso',
    paths: world.context({}).paths,
    store: openStore({ files: env.files, folder: join(folder, 'store') }),
    signal: new AbortController().signal,
  });
  const play: RenewalWorld['play'] = async (running, until = () => false) => {
    const events: RunEvent[] = [];
    for await (const event of running) {
      events.push(event);
      if (until(event)) break;
      await world.pass(event);
    }
    const last = events.at(-1);
    return { events, outcome: last?.type === 'outcome' ? last : { type: 'outcome', status: 'failed', exitCode: 1, changed: false } };
  };
  const prepared: RenewalWorld['prepare'] = (answers, wishes = {}) =>
    prepareRenewal({ ...options(answers), evenIfEarly: false, allowOlder: false, rollback: false, ...wishes });
  return {
    ...world,
    parts: (answers) => resolveParts({ ...options(answers), needs: ['domain', 'deploy'] }),
    replay: async (answers) => await play(run(await prepare({ ...options(answers), redeploy: false }), { wait: true })),
    prepare: prepared,
    renew: async (answers, wishes = {}, how = {}) => await play((await prepared(answers, wishes)).run({ wait: true, ...how })),
    switchOff: (answers) => prepareSwitchOff(options(answers)),
    watchDns: (answers) => takeUpRecords(options(answers), undefined),
    play,
    async place({ files, chainPem }) {
      const live = (name: string) => join(folder, `live-${name}.pem`);
      for (const [name, path] of [['cert', files?.cert] as const, ['key', files?.key] as const]) {
        await rm(live(name), { force: true });
        await symlink(path ?? '', live(name));
      }
      // Every one of them is its own root.
      await appendFile(live('trust'), chainPem);
      return {
        'domain.kind': 'custom',
        'domain.fqdn': 'www.contoso.com',
        'certificate.plugin': 'pem',
        'certificate.certFile': live('cert'),
        'certificate.keyFile': live('key'),
        'certificate.trust': live('trust'),
        'dns.plugin': 'practice',
      };
    },
  };
}
