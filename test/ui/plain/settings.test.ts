import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { resolversIn, resolversRefused } from '../../../src/ui/commands/home/typed-resolvers.ts';
import type { SettingOrigin } from '../../../src/ui/host/setting-origins.ts';
import { createLines } from '../../../src/ui/plain/lines.ts';
import { plainSettings } from '../../../src/ui/plain/settings.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';

const theme: SettingOrigin = { key: 'theme', values: ['auto', 'dark', 'light', 'mono'], saved: 'auto', value: 'light', from: 'elsewhere', by: 'AMLTLS_THEME' };
const resolvers: SettingOrigin = { key: 'resolvers', values: [], saved: 'system, 1.1.1.1', value: 'system, 1.1.1.1', from: 'default' };
const notify: SettingOrigin = { key: 'notify', values: ['on', 'off'], saved: 'on', value: 'on', from: 'default' };

async function settings(typed: string) {
  const said: string[] = [];
  const input = new PassThrough();
  input.end(typed);
  const lines = createLines(input, (line) => said.push(line));
  return {
    chosen: await plainSettings([theme, notify, resolvers], lines, createWriter('en', false), new AbortController().signal, {
      parse: resolversIn,
      refused: resolversRefused,
    }),
    said: said.join('\n'),
  };
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

it('takes resolvers as one line, and says why it does not take another', async () => {
  const { chosen, said } = await settings('3\nns1.example\n10.0.0.2, https://dns.google/dns-query\n');
  expect(said).toContain('Now: system, 1.1.1.1.');
  expect(said).toContain('ns1.example');
  expect(chosen).toEqual({ key: 'resolvers', value: ['10.0.0.2', 'https://dns.google/dns-query'] });
  expect((await settings('3\n\n')).chosen).toEqual({ key: 'resolvers', value: [] });
  expect((await settings('3\n<\n')).chosen).toBeUndefined();
});

it.each(['4\n', '<\n', '1\n5\n'])('goes back with %j', async (typed) => {
  expect((await settings(typed)).chosen).toBeUndefined();
});
