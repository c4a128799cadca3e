import { createSelect, focusedItem, type Item, reduceSelect, type Select } from '../../components/select/state.ts';
import { is, type Press } from '../../keys.ts';
import type { Look } from '../../look.ts';
import { itemsOfMenu, itemsOfProfiles } from './items.ts';
import type { HomeChoice, HomeNews, HomePlace, HomeProfile, HomeWork } from './news.ts';

export type { HomeChoice, HomeNews, HomePlace, HomeProfile, HomeStanding } from './news.ts';

export interface HomeScreen {
  readonly type: 'home';
  readonly profiles: readonly HomeProfile[];
  /** undefined until it is known how many. */
  readonly waits: number | undefined;
  readonly menu: Select;
  /** `menu`, or the work for which a profile is chosen from `list`. */
  readonly level: 'menu' | HomeWork;
  readonly list: Select;
}

/** @param at the entry that is marked at first */
export function createHome(profiles: readonly HomeProfile[], look: Look, at?: string): HomeScreen {
  return {
    type: 'home',
    profiles,
    waits: undefined,
    menu: { ...createSelect(itemsOfMenu(profiles, undefined, look), at), letters: true },
    level: 'menu',
    list: createSelect(itemsOfProfiles(profiles, look)),
  };
}

/** What arrived while the screen was up; the mark stays where it is. */
export function receiveHome(screen: HomeScreen, news: HomeNews, look: Look): HomeScreen {
  const profiles =
    news.type === 'standing'
      ? screen.profiles.map((profile) => (profile.name === news.name ? { ...profile, standing: news.standing } : profile))
      : screen.profiles;
  const waits = news.type === 'waits' ? news.count : screen.waits;
  return {
    ...screen,
    profiles,
    waits,
    menu: renewed(screen.menu, itemsOfMenu(profiles, waits, look)),
    list: renewed(screen.list, itemsOfProfiles(profiles, look)),
  };
}

const renewed = (select: Select, items: readonly Item[]): Select => ({ ...select, items });

export const listOf = (screen: HomeScreen): Select => (screen.level === 'menu' ? screen.menu : screen.list);

export function reduceHome(screen: HomeScreen, press: Press): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  const list = listOf(screen);
  if (is(press, 'back') && !list.filtering) return screen.level === 'menu' ? { screen } : { screen: { ...screen, level: 'menu' } };
  if (is(press, 'choose')) return choose(screen, focusedItem(list));
  if (press.type === 'text' && press.text === 'q' && screen.level === 'menu' && !list.filtering) return { screen, result: { type: 'quit' } };
  const next = reduceSelect(list, press);
  return { screen: { ...screen, [screen.level === 'menu' ? 'menu' : 'list']: next } };
}

function choose(screen: HomeScreen, item: Item | undefined): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  if (item === undefined) return { screen };
  const { level } = screen;
  if (level !== 'menu') return { screen, result: { type: level, profile: item.value } };
  if (item.value === 'replay' || item.value === 'renew' || item.value === 'disable') return { screen: { ...screen, level: item.value } };
  return { screen, result: { type: item.value as HomePlace | 'secure' | 'learn' | 'quit' } };
}
