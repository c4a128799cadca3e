import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { SettingOrigin } from '../../../src/ui/host/setting-origins.ts';
import { createLines } from '../../../src/ui/plain/lines.ts';
import { plainSettings } from '../../../src/ui/plain/settings.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';

const theme: SettingOrigin = { key: 'theme', values: ['auto', 'dark', 'light', 'mono'], saved: 'auto', value: 'light', from: 'elsewhere', by: 'AMLTLS_THEME' };
const notify: SettingOrigin = { key: 'notify', values: ['on', 'off'], saved: 'on', value: 'on', from: 'default' };

async function settings(typed: string) {
  const said: string[] = [];
  const input = new PassThrough();
  input.end(typed);
  const lines = createLines(input, (line) => said.push(line));
  return { chosen: await plainSettings([theme, notify], lines, createWriter('en', false), new AbortController().signal), said: said.join('\n') };
}

it('says of each setting what it is and where that comes from, then takes a number', async () => {
  const { chosen, said } = await settings('2\n2\n');
  expect(chosen).toEqual({ key: 'notify', value: 'off' });
  expect(said).toContain('1. Colours: light (from AMLTLS_THEME)');
  expect(said).toContain('2. Notifications: on (default)');
});

it('says that a variable wins', async () => {
  expect((await settings('1\n2\n')).said).toContain('AMLTLS_THEME is set and wins');
});

it.each(['3\n', '<\n', '1\n5\n'])('goes back with %j', async (typed) => {
  expect((await settings(typed)).chosen).toBeUndefined();
});
