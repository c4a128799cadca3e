import type { Files } from '../../../core/contracts/index.ts';
import { toProblem } from '../../../core/problems/to-problem.ts';
import { langFlag } from '../../host/flag-value.ts';
import type { Host } from '../../host/host.ts';
import { settingOrigins } from '../../host/setting-origins.ts';
import { readSettings, saveSetting, settingsFile } from '../../host/settings.ts';
import { hasUnicode, wantsPlain } from '../../host/terminal.ts';
import type { InkDriver } from '../../ink/driver.ts';
import { plainLanguage } from '../../text/language.ts';
import { SETTING_NAMES, TYPE_RESOLVERS } from '../../text/setting-words.ts';
import { createWriter } from '../../text/writer.ts';
import type { Session } from '../session.ts';

/** The settings on the screen. @returns the session as it is afterwards; undefined after Ctrl-C */
export async function showSettings(session: Session, driver: InkDriver): Promise<Session | undefined> {
  const { createSettings, settingsPanel } = await import('../../ink/screens/settings/panel.ts');
  const { files, host } = session;
  const file = settingsFile(host.folders.config);
  let now = session;
  let state = createSettings({ settings: settingOrigins(host), file });
  for (;;) {
    const result = await driver.panel(state, settingsPanel, { quit: { type: 'quit' } });
    if (result.type === 'quit') return undefined;
    if (result.type === 'back') return now;
    const value = result.type === 'set' ? result.value : await typed(driver, state.settings[result.index]?.saved ?? '');
    if (value === 'quit') return undefined;
    const problem = value === undefined ? undefined : await save(files, host, result.key, value);
    now = settled(session);
    driver.relook({ language: now.language, theme: now.host.settings.theme ?? 'auto', unicode: hasUnicode(now.host) });
    state = { ...createSettings({ settings: settingOrigins(host), file }), index: result.index, ...(problem === undefined ? {} : { problem }) };
  }
}

/** A list in one line; undefined where the person goes back. */
async function typed(driver: InkDriver, before: string): Promise<readonly string[] | 'quit' | undefined> {
  const { askLine, linePanel } = await import('../../ink/screens/prompt/panel.ts');
  const { resolversIn, resolversRefused } = await import('./typed-resolvers.ts');
  const first = askLine({ title: SETTING_NAMES.resolvers, help: TYPE_RESOLVERS, check: resolversRefused }, before);
  const given = await driver.panel(first, linePanel, { quit: { type: 'quit' } });
  return given.type === 'given' ? resolversIn(given.value) : given.type === 'quit' ? 'quit' : undefined;
}

async function save(files: Files, { folders }: Host, ...[key, value]: [Parameters<typeof saveSetting>[2], string | readonly string[]]) {
  try {
    await saveSetting(files, folders.config, key, value);
    return undefined;
  } catch (thrown) {
    return toProblem(thrown);
  }
}

/** The same session with the settings as they are kept now. */
export function settled(session: Session): Session {
  const host: Host = { ...session.host, settings: readSettings(session.host.folders.config, session.host.env) };
  const language = plainLanguage(langFlag(host.argv), host.env, host.settings.language);
  const writer = createWriter(language, hasUnicode(host));
  return { ...session, host, language, writer, words: writer.words, plain: wantsPlain(host, session.options.plain) };
}
