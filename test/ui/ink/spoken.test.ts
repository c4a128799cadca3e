import { render } from 'ink';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import { compose } from '../../../src/ui/ink/frame/compose.ts';
import { FrameView } from '../../../src/ui/ink/frame/view.tsx';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Model } from '../../../src/ui/ink/model.ts';
import { lookOf } from '../../helpers/frame.ts';
import { createTerminal } from '../../helpers/terminal.ts';

const look = lookOf({ screenReader: true });
const ROLES: Readonly<Record<string, string>> = {
  home: 'menu',
  choice: 'listbox',
  text: 'textbox',
  combo: 'combobox',
  path: 'combobox',
  list: 'textbox',
  confirm: 'radiogroup',
  run: 'progressbar',
  settings: 'list',
};

/** What Ink hands to those who hear the screen. */
async function spoken(name: string): Promise<string> {
  const shown = (await SCENES[name]?.(look)) ?? expect.unreachable(name);
  const model: Model = { ...shown, size: { columns: 100, rows: 40 }, environment: { title: 'Azure', practice: true }, profile: 'contoso', now: NOW };
  const terminal = createTerminal({ columns: 100, rows: 40 });
  const view = createElement(FrameView, { frame: compose(model, look), screen: model.screen, look });
  // Ink asks its stream for what a terminal of these tests has, and for nothing more.
  const stdout = terminal.stdout as unknown as NodeJS.WriteStream;
  const { unmount, waitUntilExit } = render(view, { stdout, debug: true, patchConsole: false, isScreenReaderEnabled: true, interactive: true });
  const ended = waitUntilExit();
  unmount();
  await ended;
  return terminal.written().join('');
}

it.each(Object.entries(ROLES))('%s is said to be a %s', async (name, role) => {
  expect(await spoken(name)).toContain(`${role}: `);
});

it.each(Object.keys(SCENES))('%s is read without its lines and walls, practice and keys included', async (name) => {
  const text = await spoken(name);
  expect(text).toContain('PRACTICE');
  expect(text).toContain('Ctrl-C');
  expect(text).not.toContain(look.symbols.rule.repeat(40));
  expect(text).not.toContain(` ${look.symbols.wall} `);
});
