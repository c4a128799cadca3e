import type { Answers, CertificatePlugin, DnsPlugin, PluginKind, PluginOf, Problem, TargetPlugin } from '../contracts/index.ts';
import { toProblem } from '../problems/to-problem.ts';
import type { Registry } from '../registry/registry.ts';

/** The plugins whose questions may be asked, by id. */
export interface Catalogue {
  readonly targets: ReadonlyMap<string, TargetPlugin>;
  readonly certificates: ReadonlyMap<string, CertificatePlugin>;
  readonly dns: ReadonlyMap<string, DnsPlugin>;
  /** Those that cannot be used: they stay visible, with the reason. */
  readonly broken?: readonly BrokenPlugin[];
}

export interface BrokenPlugin {
  readonly kind: PluginKind;
  readonly id: string;
  readonly problem: Problem;
}

/** Enough for the first step, which no plugin has a question in. */
export const NO_PLUGINS: Catalogue = { targets: new Map(), certificates: new Map(), dns: new Map() };

/** All of them, for a wizard that offers the choice. One that cannot be loaded does not hold up the others. */
export async function wholeCatalogue(registry: Registry): Promise<Catalogue> {
  const broken: BrokenPlugin[] = registry.refused.flatMap(({ kind, id, problem }) => (kind === undefined || id === undefined ? [] : [{ kind, id, problem }]));
  const [targets, certificates, dns] = await Promise.all([all(registry, 'target', broken), all(registry, 'certificate', broken), all(registry, 'dns', broken)]);
  return { targets, certificates, dns, broken };
}

/** Only those that the answers name, for a run without questions. @throws ProblemError `plugin-unknown` */
export async function chosenCatalogue(registry: Registry, answers: Answers): Promise<Catalogue> {
  const [targets, certificates, dns] = await Promise.all([
    chosen(registry, 'target', answers['target.plugin']),
    chosen(registry, 'certificate', answers['certificate.plugin']),
    chosen(registry, 'dns', answers['dns.plugin']),
  ]);
  return { targets, certificates, dns };
}

type Chooser = Exclude<PluginKind, 'environment'>;

async function all<K extends Chooser>(registry: Registry, kind: K, broken: BrokenPlugin[]): Promise<Map<string, PluginOf<K>>> {
  const loaded = await Promise.all(
    registry.ids(kind).map(async (id) => {
      try {
        return [[id, await registry.get(kind, id)] as const];
      } catch (thrown) {
        broken.push({ kind, id, problem: toProblem(thrown) });
        return [];
      }
    }),
  );
  return new Map(loaded.flat());
}

async function chosen<K extends Chooser>(registry: Registry, kind: K, id: unknown): Promise<Map<string, PluginOf<K>>> {
  return typeof id === 'string' ? new Map([[id, await registry.get(kind, id)]]) : new Map();
}
