import type { Text } from '../../../../core/contracts/index.ts';
import type { Item } from '../../components/select/state.ts';
import type { Look } from '../../look.ts';
import * as words from './messages.ts';
import type { HomeProfile, HomeWait } from './news.ts';

/** What can be done; what cannot stays in its place with the reason. */
export function itemsOfMenu(profiles: readonly HomeProfile[], waits: readonly HomeWait[] | undefined, look: Look): readonly Item[] {
  const item = (value: string, label: Text, detail: Text): Item => ({ value, label: look.words(label), detail: look.words(detail) });
  const ofProfile = (given: Item): Item =>
    profiles.length > 0 ? given : { ...given, reason: look.words(words.NO_PROFILE), cure: look.words(words.FIRST_SECURE) };
  const due = profiles.filter(({ standing }) => standing?.due === true).length;
  const watch = item('watch', words.WATCH, words.watchDetail(waits?.length));
  return [
    item('secure', words.SECURE, words.SECURE_DETAIL),
    ofProfile(item('replay', words.REPLAY, words.REPLAY_DETAIL)),
    ofProfile(item('renew', words.RENEW, due === 0 ? words.RENEW_DETAIL : words.dueDetail(due))),
    ofProfile(item('check', words.CHECK, words.CHECK_DETAIL)),
    waits !== undefined && waits.length > 0 ? watch : { ...watch, reason: look.words(words.watchDetail(waits?.length)) },
    ofProfile(item('disable', words.DISABLE, words.DISABLE_DETAIL)),
    item('learn', words.LEARN, words.LEARN_DETAIL),
    { value: 'quit', label: look.words(words.QUIT) },
  ];
}

export function itemsOfProfiles(profiles: readonly HomeProfile[], look: Look): readonly Item[] {
  return profiles.map(({ name, detail, standing }): Item => {
    const parts = [standing?.text, detail].filter((part) => part !== undefined).map((part) => look.words(part));
    return { value: name, label: look.words(name), ...(parts.length === 0 ? {} : { detail: parts.join(` ${look.symbols.dot} `) }) };
  });
}

export function itemsOfWaits(waits: readonly HomeWait[], look: Look): readonly Item[] {
  return waits.map(({ profile, text }, at): Item => ({ value: String(at), label: look.words(profile), detail: look.words(text) }));
}
