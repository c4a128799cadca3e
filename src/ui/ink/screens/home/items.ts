import type { Text } from '../../../../core/contracts/index.ts';
import type { Item } from '../../components/select/state.ts';
import type { Look } from '../../look.ts';
import * as words from './messages.ts';
import type { HomeProfile } from './news.ts';

/** What can be done. Without a profile that is little, and only that is offered. @param waits how many are open; undefined until it is known */
export function itemsOfMenu(profiles: readonly HomeProfile[], waits: number | undefined, look: Look): readonly Item[] {
  const item = (value: string, label: Text, detail?: Text): Item => ({
    value,
    label: look.words(label),
    ...(detail === undefined ? {} : { detail: look.words(detail) }),
  });
  const secure = item('secure', words.SECURE, words.SECURE_DETAIL);
  const learn = item('learn', words.LEARN, words.LEARN_DETAIL);
  const last = [item('settings', words.SETTINGS, words.SETTINGS_DETAIL), item('quit', words.QUIT)];
  if (profiles.length === 0) return [secure, item('check', words.CHECK, words.CHECK_DETAIL), learn, ...last];
  const due = profiles.filter(({ standing }) => standing?.due === true).length;
  return [
    secure,
    item('replay', words.REPLAY, words.REPLAY_DETAIL),
    item('renew', words.RENEW, due === 0 ? words.RENEW_DETAIL : words.dueDetail(due)),
    item('check', words.CHECK, words.CHECK_DETAIL),
    item('waits', waits === undefined || waits === 0 ? words.WATCH : words.waitsOpen(waits), words.watchDetail(waits)),
    item('profiles', words.EDIT, words.EDIT_DETAIL),
    item('disable', words.DISABLE, words.DISABLE_DETAIL),
    learn,
    ...last,
  ];
}

export function itemsOfProfiles(profiles: readonly HomeProfile[], look: Look): readonly Item[] {
  return profiles.map(({ name, detail, standing }): Item => {
    const parts = [standing?.text, detail].filter((part) => part !== undefined).map((part) => look.words(part));
    return { value: name, label: look.words(name), ...(parts.length === 0 ? {} : { detail: parts.join(` ${look.symbols.dot} `) }) };
  });
}
