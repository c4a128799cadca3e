import type { Plugin, PluginKind, PluginOf, Problem } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';

type Load<K extends PluginKind> = () => Promise<{ readonly default: PluginOf<K> }>;

/** id → how to load it, by kind. */
export type BuiltIns = { readonly [K in PluginKind]: Readonly<Record<string, Load<K>>> };

/** A plugin that a profile file names: known by kind and id before anything of it runs. */
export interface FurtherPlugin {
  readonly kind: PluginKind;
  readonly id: string;
  /** @throws ProblemError where it cannot be loaded, or is not what it was */
  load(): Promise<Plugin>;
}

/** One that cannot be used, with what is known of it. */
export interface RefusedPlugin {
  readonly kind: PluginKind | undefined;
  readonly id: string | undefined;
  readonly problem: Problem;
}

export interface Registry {
  ids(kind: PluginKind): readonly string[];
  /** @throws ProblemError `plugin-unknown`, `plugin-broken`, and what loading a further one says */
  get<K extends PluginKind>(kind: K, id: string): Promise<PluginOf<K>>;
  /** Makes further plugins known, in place of those of before; a built-in one of the same id stays what it is. */
  extend(further: readonly FurtherPlugin[], refused: readonly RefusedPlugin[]): void;
  readonly refused: readonly RefusedPlugin[];
}

export function createRegistry(builtIns: BuiltIns): Registry {
  const loaded = new Map<string, Promise<Plugin>>();
  let further: readonly FurtherPlugin[] = [];
  let refused: readonly RefusedPlugin[] = [];
  const ids = (kind: PluginKind) => [
    ...new Set([...Object.keys(builtIns[kind]), ...further.filter((plugin) => plugin.kind === kind).map((plugin) => plugin.id)]),
  ];
  const load = <K extends PluginKind>(kind: K, id: string): Promise<Plugin> => {
    const builtIn: Load<K> | undefined = Object.hasOwn(builtIns[kind], id) ? builtIns[kind][id] : undefined;
    if (builtIn !== undefined) return builtIn().then((module) => checked(module.default, kind, id));
    const found = further.find((plugin) => plugin.kind === kind && plugin.id === id);
    if (found !== undefined) return found.load();
    const { problem } = refused.find((plugin) => plugin.kind === kind && plugin.id === id) ?? refused.find((plugin) => plugin.id === undefined) ?? {};
    throw problem === undefined ? unknownPlugin(kind, id, ids(kind)) : new ProblemError(problem);
  };
  return {
    ids,
    async get<K extends PluginKind>(kind: K, id: string) {
      const cacheKey = `${kind}/${id}`;
      const plugin = loaded.get(cacheKey) ?? load(kind, id);
      loaded.set(cacheKey, plugin);
      return (await plugin) as PluginOf<K>;
    },
    extend(plugins, others) {
      further = plugins;
      refused = others;
    },
    get refused() {
      return refused;
    },
  };
}

function checked(plugin: Plugin, kind: PluginKind, id: string): Plugin {
  if (plugin.api === 1 && plugin.kind === kind && plugin.id === id) return plugin;
  throw new ProblemError({
    code: 'plugin-broken',
    owner: 'amltls',
    message: say('The plugin {id} is not what it says it is.', 'プラグイン {id} の内容が宣言と一致しません。', { id: value(id) }),
    next: [say('Install amltls again.', 'amltls を再インストールしてください。')],
  });
}

function unknownPlugin(kind: PluginKind, id: string, known: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'plugin-unknown',
    owner: 'you',
    message: say('There is no {kind} plugin called {id}.', '{kind} プラグイン {id} はありません。', { kind: code(kind), id: value(id) }),
    next: [say('Use one of: {known}.', '次のいずれかを使ってください: {known}', { known: code(known.join(', ')) })],
  });
}
