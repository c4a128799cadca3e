import { describe, expect, it } from 'vitest';
import { link, say } from '../../../src/core/text/say.ts';
import { hyperlink } from '../../../src/ui/ink/frame/hyperlink.ts';
import { domainKind, viewOf } from '../../../src/ui/ink/gallery/questions.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { paragraph, rowWidth } from '../../../src/ui/ink/layout/rows.ts';
import type { InkOptions } from '../../../src/ui/ink/options.ts';
import { lookOf, wordsOf } from '../../helpers/frame.ts';
import { openDriver } from '../../helpers/ink-driver.ts';

const page = say('The page {url} says so.', '{url} に記載されています。', { url: link('https://learn.microsoft.com/azure/ml', 'Azure Machine Learning') });

describe('links', () => {
  it('keep their address over the rows that they are broken into, and take the width of their words', () => {
    const rows = paragraph(lookOf({ links: true, depth: 24 }).row(page), 16);
    expect(wordsOf(rows)).toEqual(['The page Azure', 'Machine Learning', 'says so.']);
    expect(rows.map((row) => row.filter(({ url }) => url !== undefined).map(({ text, url }) => [text, url]))).toEqual([
      [['Azure', 'https://learn.microsoft.com/azure/ml']],
      [['Machine Learning', 'https://learn.microsoft.com/azure/ml']],
      [],
    ]);
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(16);
  });

  it.each([
    ['no terminal that opens them', { depth: 24 }],
    ['no colours', { links: true, depth: 1 }],
    ['the mono theme', { links: true, depth: 24, theme: 'mono' }],
    ['somebody who hears the screen', { links: true, depth: 24, screenReader: true }],
  ] as const)('are spelled out for %s', (_who, options) => {
    const row = lookOf(options).row(page);
    expect(wordsOf([row])).toEqual(['The page Azure Machine Learning (https://learn.microsoft.com/azure/ml) says so.']);
    expect(row.every(({ url }) => url === undefined)).toBe(true);
  });

  it('lead to the web alone, and their addresses end no sequence', () => {
    expect(hyperlink('x', 'javascript:alert(1)')).toBe('x');
    expect(hyperlink('x', 'file:///etc/passwd')).toBe('x');
    expect(hyperlink('x', 'no address')).toBe('x');
    expect(hyperlink('x', 'https://a.example/\u0007\u001b]0;t\u0007')).toBe('\u001b]8;id=amltls;https://a.example/%07%1B]0;t\u0007x\u001b]8;;\u0007');
  });

  it('reach the terminal as links, and the screen as words', async () => {
    const source = await glossarySource({ links: true, colorDepth: 24 });
    expect(source.written).toContain('\u001b]8;id=amltls;https://www.rfc-editor.org/rfc/rfc2308');
    expect(source.screen).toContain('Source: RFC 2308');
    expect(source.screen).not.toContain('https://');
  });

  it('are no sequences where the terminal is not known to open them', async () => {
    const source = await glossarySource({ colorDepth: 24 });
    expect(source.written).not.toContain('\u001b]8;');
    expect(source.screen).toContain('https://www.rfc-editor.org/rfc/rfc2308');
  });
});

async function glossarySource(options: Partial<InkOptions>) {
  const { terminal, driver } = openDriver({ columns: 100, rows: 30 }, options);
  const asked = driver.ask(viewOf(domainKind), { env: { clock: { now: () => NOW } } } as unknown as Parameters<typeof driver.ask>[1]);
  await terminal.waitFor('In the glossary');
  terminal.type('g');
  await terminal.waitFor('Search');
  terminal.type('soa min');
  const screen = await terminal.waitFor('Source: RFC 2308');
  terminal.press('CtrlC');
  await asked;
  return { screen, written: terminal.written().join('') };
}
