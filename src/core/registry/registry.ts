import type { Plugin, PluginKind, PluginOf } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, say, value } from '../text/say.ts';

type Load<K extends PluginKind> = () => Promise<{ readonly default: PluginOf<K> }>;

/** id → how to load it, by kind. */
export type BuiltIns = { readonly [K in PluginKind]: Readonly<Record<string, Load<K>>> };

export interface Registry {
  ids(kind: PluginKind): readonly string[];
  /** @throws ProblemError `plugin-unknown`, `plugin-broken` */
  get<K extends PluginKind>(kind: K, id: string): Promise<PluginOf<K>>;
}

export function createRegistry(builtIns: BuiltIns): Registry {
  const loaded = new Map<string, Promise<Plugin>>();
  return {
    ids: (kind) => Object.keys(builtIns[kind]),
    async get<K extends PluginKind>(kind: K, id: string) {
      const load: Load<K> | undefined = Object.hasOwn(builtIns[kind], id) ? builtIns[kind][id] : undefined;
      if (load === undefined) throw unknownPlugin(kind, id, Object.keys(builtIns[kind]));
      const cacheKey = `${kind}/${id}`;
      const plugin = loaded.get(cacheKey) ?? load().then((module) => checked(module.default, kind, id));
      loaded.set(cacheKey, plugin);
      return (await plugin) as PluginOf<K>;
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
