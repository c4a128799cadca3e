import type { Answers, CertificatePlugin, DnsPlugin, PluginKind, PluginOf, TargetPlugin } from '../contracts/index.ts';
import type { Registry } from '../registry/registry.ts';

/** The plugins whose questions may be asked, by id. */
export interface Catalogue {
  readonly targets: ReadonlyMap<string, TargetPlugin>;
  readonly certificates: ReadonlyMap<string, CertificatePlugin>;
  readonly dns: ReadonlyMap<string, DnsPlugin>;
}

/** Enough for the first step, which no plugin has a question in. */
export const NO_PLUGINS: Catalogue = { targets: new Map(), certificates: new Map(), dns: new Map() };

/** All of them, for a wizard that offers the choice. */
export async function wholeCatalogue(registry: Registry): Promise<Catalogue> {
  const [targets, certificates, dns] = await Promise.all([all(registry, 'target'), all(registry, 'certificate'), all(registry, 'dns')]);
  return { targets, certificates, dns };
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

async function all<K extends Chooser>(registry: Registry, kind: K): Promise<Map<string, PluginOf<K>>> {
  return new Map(await Promise.all(registry.ids(kind).map(async (id) => [id, await registry.get(kind, id)] as const)));
}

async function chosen<K extends Chooser>(registry: Registry, kind: K, id: unknown): Promise<Map<string, PluginOf<K>>> {
  return typeof id === 'string' ? new Map([[id, await registry.get(kind, id)]]) : new Map();
}
