import { describe, expect, it } from 'vitest';
import { chosenOf, createCombo, reduceCombo, shownSuggestions, withGhost, withItems } from '../../../../src/ui/ink/components/combo/state.ts';
import { createListInput, reduceList } from '../../../../src/ui/ink/components/list-input/state.ts';
import { createPathInput, matchesOf, type PathInput, reducePath, takeOf, withExploration } from '../../../../src/ui/ink/components/path-input/state.ts';
import { drawSelect } from '../../../../src/ui/ink/components/select/draw.ts';
import { createSelect, focusedItem, type Item, reduceSelect, shownItems } from '../../../../src/ui/ink/components/select/state.ts';
import { createTextInput, textOf } from '../../../../src/ui/ink/components/text-input/state.ts';
import type { KeyName, Press } from '../../../../src/ui/ink/keys.ts';
import { lookOf, wordsOf } from '../../../helpers/frame.ts';

const key = (name: KeyName): Press => ({ type: 'key', name });
const text = (typed: string): Press => ({ type: 'text', text: typed });
const items = (...names: readonly string[]): readonly Item[] => names.map((name) => ({ value: name, label: name }));
const many = items(...Array.from({ length: 5000 }, (_, at) => `item-${at}`));

describe('a list', () => {
  it('begins at what was chosen before, else at what is suggested, else at what can be chosen', () => {
    const list: readonly Item[] = [
      { value: 'a', label: 'a', reason: 'no' },
      { value: 'b', label: 'b' },
      { value: 'c', label: 'c', suggested: true },
    ];
    expect(focusedItem(createSelect(list, 'b'))?.value).toBe('b');
    expect(focusedItem(createSelect(list))?.value).toBe('c');
    expect(focusedItem(createSelect(list.slice(0, 2)))?.value).toBe('b');
  });

  it('goes round at its ends, by arrows and by letters', () => {
    const list = createSelect(items('a', 'b', 'c'));
    expect(reduceSelect(list, key('up')).index).toBe(2);
    expect(reduceSelect(list, text('jj')).index).toBe(2);
    expect(reduceSelect(list, text('jjj')).index).toBe(0);
  });

  it('filters short lists after a slash or any letter that is no key, long ones by every letter', () => {
    const short = reduceSelect(reduceSelect(createSelect(items('jam', 'tea')), text('/')), text('j'));
    expect(shownItems(short).map((item) => item.value)).toEqual(['jam']);
    const long = reduceSelect(createSelect(items('jam', ...Array.from({ length: 20 }, (_, at) => `tea ${at}`))), text('j'));
    expect(shownItems(long).map((item) => item.value)).toEqual(['jam']);
  });

  it('keeps the mark on the item when the filter is taken back', () => {
    const filtered = reduceSelect(createSelect(many), text('item-4321'));
    expect(focusedItem(filtered)?.value).toBe('item-4321');
    expect(focusedItem(reduceSelect(filtered, key('escape')))?.value).toBe('item-4321');
  });

  it('draws a window that moves one row at a time and says where it is', () => {
    const list = reduceSelect(reduceSelect(createSelect(many), key('page-down')), key('down'));
    const rows = wordsOf(drawSelect(list, { width: 40, height: 6, look: lookOf(), active: true }).rows);
    expect(rows).toEqual(['  item-9', '  item-10', '❯ item-11', '  item-12', '  item-13', '  12 of 5,000']);
  });
});

describe('typing with suggestions', () => {
  const listed = withItems(createCombo(), [...items('ws-one'), { value: '1111', label: 'Practice', suggested: true }]);

  it('marks nothing where a new value is wanted', () => {
    expect(chosenOf(withItems(createCombo(), items('aks-prod'), true))).toBeUndefined();
    expect(chosenOf(withItems(createCombo('aks-prod'), items('aks-prod'), true))).toMatchObject({ value: 'aks-prod' });
  });

  it('marks what is suggested, or the default', () => {
    expect(chosenOf(listed)).toMatchObject({ value: '1111' });
    expect(chosenOf(withGhost(listed, 'ws-one'))).toMatchObject({ value: 'ws-one' });
    expect(chosenOf(withGhost(listed, 'elsewhere'))).toBe('elsewhere');
  });

  it('takes what is typed; a name that is listed means its item', () => {
    expect(chosenOf(reduceCombo(listed, text('ws-')))).toBe('ws-');
    expect(chosenOf(reduceCombo(listed, text('practice')))).toMatchObject({ value: '1111' });
  });

  it('filters by what is typed, completes with Tab, and goes down into the list', () => {
    const typed = reduceCombo(listed, text('ws'));
    expect(shownSuggestions(typed)).toHaveLength(1);
    expect(textOf(reduceCombo(typed, key('tab')).input)).toBe('ws-one');
    expect(chosenOf(reduceCombo(typed, key('down')))).toMatchObject({ value: 'ws-one' });
  });

  it('shows everything around a draft and filters once it is edited', () => {
    const draft = withItems(createCombo('ws-one'), listed.items);
    expect(shownSuggestions(draft)).toHaveLength(2);
    expect(shownSuggestions(reduceCombo(draft, key('backspace')))).toHaveLength(1);
  });
});

describe('a path', () => {
  const seen = (of: string, ...matches: readonly string[]) => ({ of, found: { kind: 'nothing' as const }, matches });
  const typed = (content: string): PathInput => ({ ...createPathInput(), input: createTextInput(content) });

  it('is completed as far as the matches agree', () => {
    const path = withExploration(typed('ce'), seen('ce', 'cert-a.pem', 'cert-b.pem'));
    expect(textOf(reducePath(path, key('tab')).input)).toBe('cert-');
  });

  it('is completed when the answer comes after Tab', () => {
    const waiting = reducePath(typed('ce'), key('tab'));
    expect(textOf(withExploration(waiting, seen('ce', 'certs/')).input)).toBe('certs/');
  });

  it('leaves out answers to an older text', () => {
    expect(matchesOf(withExploration(typed('cert'), seen('ce', 'certs/')))).toEqual([]);
  });

  it('goes into a marked folder and takes a marked file', () => {
    const path = reducePath(withExploration(typed('c'), seen('c', 'certs/', 'chain.pem')), key('down'));
    expect(takeOf(path)).toMatchObject({ type: 'enter-folder' });
    expect(takeOf(reducePath(path, key('down')))).toEqual({ type: 'take', text: 'chain.pem' });
  });
});

describe('a list of entries', () => {
  it('takes a pasted list apart and leaves doubles out', () => {
    const list = reduceList(createListInput(['a']), { type: 'paste', text: 'a, b\nc\n' });
    expect(list.entries).toEqual(['a', 'b', 'c']);
  });

  it('gives the last entry back to be edited', () => {
    const list = reduceList(createListInput(['a', 'b']), key('backspace'));
    expect(list.entries).toEqual(['a']);
    expect(textOf(list.input)).toBe('b');
  });
});
