import type { Command } from 'commander';
import { say } from '../../../core/text/say.ts';
import type { Table } from '../table.ts';

/** `amltls plugin …`: nothing is read or loaded before one is chosen. */
export function addPluginCommands(plugin: Command, { add, does }: Table): void {
  plugin.action(does('plugin-list', async (session) => (await import('./list.ts')).listPlugins(session)));
  add(plugin, 'list', say('all of them, and which can be used', '一覧と使用可否')).action(
    does('plugin-list', async (session) => (await import('./list.ts')).listPlugins(session)),
  );
  add(plugin, 'trust <spec>', say('shows what one would run, and allows it', '実行される内容を表示して許可')).action(
    does('plugin-trust', async (session, [spec = '']) => (await import('./trust.ts')).trustPlugin(session, spec)),
  );
  add(
    plugin,
    'new <kind> <name>',
    say('writes a package to begin with: target, certificate, dns, environment', '開発用パッケージを作成: target, certificate, dns, environment'),
  ).action(does('plugin-new', async (session, [kind = '', name = '']) => (await import('./new.ts')).newPlugin(session, kind, name)));
}
