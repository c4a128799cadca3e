import { createSelect, focusedItem, type Item, reduceSelect, type Select } from '../../components/select/state.ts';
import { is, type Press } from '../../keys.ts';
import type { Look } from '../../look.ts';
import { itemsOfMenu, itemsOfProfiles, itemsOfWaits } from './items.ts';
import type { HomeChoice, HomeNews, HomeProfile, HomeWait, HomeWork } from './news.ts';

export type { HomeChoice, HomeNews, HomeProfile, HomeStanding, HomeWait } from './news.ts';

export interface HomeScreen {
  readonly type: 'home';
  readonly profiles: readonly HomeProfile[];
  /** undefined until they are known. */
  readonly waits: readonly HomeWait[] | undefined;
  readonly menu: Select;
  /** `menu`, or the work for which a profile, or a wait, is chosen from `list`. */
  readonly level: 'menu' | HomeWork | 'watch';
  readonly lists: { readonly profiles: Select; readonly waits: Select };
}

export function createHome(profiles: readonly HomeProfile[], look: Look): HomeScreen {
  return {
    type: 'home',
    profiles,
    waits: undefined,
    menu: createSelect(itemsOfMenu(profiles, undefined, look)),
    level: 'menu',
    lists: { profiles: createSelect(itemsOfProfiles(profiles, look)), waits: createSelect([]) },
  };
}

/** What arrived while the screen was up; the mark stays where it is. */
export function receiveHome(screen: HomeScreen, news: HomeNews, look: Look): HomeScreen {
  const profiles =
    news.type === 'standing'
      ? screen.profiles.map((profile) => (profile.name === news.name ? { ...profile, standing: news.standing } : profile))
      : screen.profiles;
  const waits = news.type === 'waits' ? news.waits : screen.waits;
  return {
    ...screen,
    profiles,
    waits,
    menu: renewed(screen.menu, itemsOfMenu(profiles, waits, look)),
    lists: {
      profiles: renewed(screen.lists.profiles, itemsOfProfiles(profiles, look)),
      waits: renewed(screen.lists.waits, itemsOfWaits(waits ?? [], look)),
    },
  };
}

const renewed = (select: Select, items: readonly Item[]): Select => ({ ...select, items });

export const listOf = (screen: HomeScreen): Select =>
  screen.level === 'menu' ? screen.menu : screen.level === 'watch' ? screen.lists.waits : screen.lists.profiles;

export function reduceHome(screen: HomeScreen, press: Press): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  const list = listOf(screen);
  if (is(press, 'back') && !list.filtering) return screen.level === 'menu' ? { screen } : { screen: { ...screen, level: 'menu' } };
  if (is(press, 'choose')) return choose(screen, focusedItem(list));
  if (press.type === 'text' && press.text === 'q' && screen.level === 'menu' && !list.filtering) return { screen, result: { type: 'quit' } };
  const next = reduceSelect(list, press);
  if (screen.level === 'menu') return { screen: { ...screen, menu: next } };
  return { screen: { ...screen, lists: { ...screen.lists, [screen.level === 'watch' ? 'waits' : 'profiles']: next } } };
}

function choose(screen: HomeScreen, item: Item | undefined): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  if (item === undefined || item.reason !== undefined) return { screen };
  const { level } = screen;
  if (level === 'watch') {
    const wait = screen.waits?.[Number(item.value)];
    return wait === undefined ? { screen } : { screen, result: { type: 'watch', kind: wait.kind, profile: wait.profile } };
  }
  if (level !== 'menu') return { screen, result: { type: level, profile: item.value } };
  if (item.value === 'secure' || item.value === 'learn') return { screen, result: { type: item.value } };
  if (item.value === 'quit') return { screen, result: { type: 'quit' } };
  return { screen: { ...screen, level: item.value as HomeWork | 'watch' } };
}
