import { describe, expect, it } from 'vitest';
import type { DnsRow, DnsSplit } from '../../../../src/core/contracts/index.ts';
import { drawDnsTable } from '../../../../src/ui/ink/components/dns-table/draw.ts';
import { NOW } from '../../../../src/ui/ink/gallery/runs.ts';
import { waitLines } from '../../../../src/ui/text/event-lines.ts';
import { createWriter } from '../../../../src/ui/text/writer.ts';
import { lookOf, wordsOf } from '../../../helpers/frame.ts';

const ROWS: readonly DnsRow[] = [
  { server: 'ns1.contoso.com', role: 'authoritative', view: 'outside', answer: '20.0.0.4', verdict: 'right' },
  { server: 'system', role: 'resolver', view: 'inside', answer: '10.0.0.5', verdict: 'wrong' },
];
const SPLIT: DnsSplit = { inside: ['10.0.0.5'], outside: ['20.0.0.4'] };
const drawn = (width: number, split: DnsSplit | undefined = SPLIT) =>
  drawDnsTable(ROWS, split, NOW, width, lookOf({ language: 'en' })).map((row) =>
    row
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );

describe('inside and outside', () => {
  it('have a column each where they differ, and one for both where they do not', () => {
    const [head = '', ns = '', own = ''] = drawn(100);
    expect(head).toMatch(/^Server +Inside +Outside +State$/);
    expect(ns.indexOf('20.0.0.4')).toBe(head.indexOf('Outside'));
    expect(own.indexOf('10.0.0.5')).toBe(head.indexOf('Inside'));
    expect(
      drawDnsTable(ROWS.slice(0, 1), undefined, NOW, 100, lookOf({ language: 'en' }))[0]
        ?.map(({ text }) => text)
        .join(''),
    ).toMatch(/^Server +Answer +State/);
  });

  it('stand side by side above the servers where the table does not fit', () => {
    expect(drawn(36)).toEqual([
      'Inside             Outside',
      '10.0.0.5           20.0.0.4',
      '',
      'Outside · ns1.contoso.com (authorit…',
      '  ✓ right  20.0.0.4',
      'Inside · system (resolver)',
      '  ✗ wrong  10.0.0.5',
    ]);
  });

  it('say since when somebody has been wrong, where there is room', () => {
    const rows = ROWS.map((row) => (row.verdict === 'wrong' ? { ...row, since: NOW } : row));
    const at = (width: number) => wordsOf(drawDnsTable(rows, SPLIT, NOW, width, lookOf({ language: 'en' }))).join('\n');
    expect(at(100)).toMatch(/✗ wrong since 1\d:05:00/);
    expect(at(72)).toMatch(/✗ wrong\s*$/m);
    expect(at(36)).toMatch(/✗ wrong {2}10\.0\.0\.5 {2}since/);
  });

  it('are told in lines too', () => {
    const event = { type: 'wait', id: 'dns', for: 'DNS', attempt: 1, startedAt: NOW, nextAt: NOW, rows: ROWS, split: SPLIT } as const;
    expect(waitLines(event, createWriter('en', false)).slice(1)).toEqual([
      '  inside: 10.0.0.5 | outside: 20.0.0.4',
      '  ns1.contoso.com: 20.0.0.4 (outside, right)',
      '  system: 10.0.0.5 (inside, wrong)',
    ]);
  });
});
