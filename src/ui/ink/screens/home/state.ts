import type { Text } from '../../../../core/contracts/index.ts';
import { createSelect, focusedItem, type Item, reduceSelect, type Select } from '../../components/select/state.ts';
import { is, type Press } from '../../keys.ts';
import type { Look } from '../../look.ts';
import { FIRST_SECURE, NO_PROFILE, QUIT, REPLAY, REPLAY_DETAIL, SECURE, SECURE_DETAIL } from './messages.ts';

/** A profile as the home screen lists it. */
export interface HomeProfile {
  readonly name: string;
  readonly detail?: Text;
}

export type HomeChoice =
  | { readonly type: 'secure' }
  | { readonly type: 'replay'; readonly profile: string }
  | { readonly type: 'quit'; readonly interrupted?: true };

export interface HomeScreen {
  readonly type: 'home';
  readonly menu: Select;
  readonly profiles: Select;
  readonly level: 'menu' | 'profiles';
}

export function createHome(profiles: readonly HomeProfile[], look: Look): HomeScreen {
  const replay: Item = { value: 'replay', label: look.words(REPLAY), detail: look.words(REPLAY_DETAIL) };
  const menu: readonly Item[] = [
    { value: 'secure', label: look.words(SECURE), detail: look.words(SECURE_DETAIL) },
    profiles.length > 0 ? replay : { ...replay, reason: look.words(NO_PROFILE), cure: look.words(FIRST_SECURE) },
    { value: 'quit', label: look.words(QUIT) },
  ];
  const items = profiles.map(
    (profile): Item => ({
      value: profile.name,
      label: look.words(profile.name),
      ...(profile.detail === undefined ? {} : { detail: look.words(profile.detail) }),
    }),
  );
  return { type: 'home', menu: createSelect(menu), profiles: createSelect(items), level: 'menu' };
}

export function reduceHome(screen: HomeScreen, press: Press): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  const list = screen.level === 'menu' ? screen.menu : screen.profiles;
  if (is(press, 'back') && !list.filtering) return screen.level === 'profiles' ? { screen: { ...screen, level: 'menu' } } : { screen };
  if (is(press, 'choose')) return choose(screen, focusedItem(list));
  if (press.type === 'text' && press.text === 'q' && screen.level === 'menu' && !list.filtering) return { screen, result: { type: 'quit' } };
  const next = reduceSelect(list, press);
  return { screen: screen.level === 'menu' ? { ...screen, menu: next } : { ...screen, profiles: next } };
}

function choose(screen: HomeScreen, item: Item | undefined): { readonly screen: HomeScreen; readonly result?: HomeChoice } {
  if (item === undefined || item.reason !== undefined) return { screen };
  if (screen.level === 'profiles') return { screen, result: { type: 'replay', profile: item.value } };
  if (item.value === 'secure') return { screen, result: { type: 'secure' } };
  if (item.value === 'quit') return { screen, result: { type: 'quit' } };
  return { screen: { ...screen, level: 'profiles' } };
}
