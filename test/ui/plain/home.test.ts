import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { plainHome } from '../../../src/ui/plain/home.ts';
import { createLines } from '../../../src/ui/plain/lines.ts';
import { createWriter } from '../../../src/ui/text/writer.ts';

const ENTRIES = [
  { name: 'contoso', detail: 'azure, aks-attach', standing: { text: '9 days left, renewal due', due: true } },
  { name: 'fabrikam', detail: 'azure, aci' },
];
const WAITS = [{ kind: 'dns', profile: 'fabrikam', text: 'DNS of www.fabrikam.com' }] as const;

async function home(typed: string, entries = ENTRIES, waits: readonly (typeof WAITS)[number][] = WAITS) {
  const said: string[] = [];
  const input = new PassThrough();
  input.end(typed);
  const lines = createLines(input, (line) => said.push(line));
  return { choice: await plainHome(entries, waits, lines, createWriter('en', false), new AbortController().signal), said: said.join('\n') };
}

it.each([
  ['1\n', { type: 'secure' }],
  ['2\n2\n', { type: 'replay', profile: 'fabrikam' }],
  ['3\n1\n', { type: 'renew', profile: 'contoso' }],
  ['4\n1\n', { type: 'check', profile: 'contoso' }],
  ['4\n3\n', { type: 'check-all' }],
  ['4\n4\nwww.example.com:8443\n', { type: 'check-host', host: 'www.example.com:8443' }],
  ['4\n4\n<\n1\n', { type: 'secure' }],
  ['4\n5\n1\n', { type: 'secure' }],
  ['5\n2\n', { type: 'disable', profile: 'fabrikam' }],
  ['6\n1\n', { type: 'watch', kind: 'dns', profile: 'fabrikam' }],
  ['7\n', { type: 'profiles' }],
  ['8\n', { type: 'learn' }],
  ['9\n', { type: 'settings' }],
  ['10\n', { type: 'quit' }],
  ['11\n3\n<\n1\n', { type: 'secure' }],
])('typed %j means %j', async (typed, choice) => {
  expect((await home(typed)).choice).toEqual(choice);
});

it('says first how the profiles stand', async () => {
  const { said } = await home('q\n');
  expect(said).toContain('contoso: 9 days left, renewal due');
  expect(said).toContain('fabrikam (azure, aci)');
});

it('offers only what can be done', async () => {
  const { choice, said } = await home('5\n', [], []);
  expect(choice).toEqual({ type: 'quit' });
  expect((await home('2\nwww.example.com\n', [], [])).choice).toEqual({ type: 'check-host', host: 'www.example.com' });
  expect(said).not.toContain('Renew');
});
