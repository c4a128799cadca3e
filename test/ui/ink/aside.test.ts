import { describe, expect, it } from 'vitest';
import { type AsideView, drawAside } from '../../../src/ui/ink/frame/aside.ts';
import { compose } from '../../../src/ui/ink/frame/compose.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Model } from '../../../src/ui/ink/model.ts';
import { lookOf, measure, wordsOf } from '../../helpers/frame.ts';

const long = (text: string) => Array.from({ length: 30 }, () => text).join(' ');

const VIEW: AsideView = {
  lines: [
    { text: 'Lesson 4', tone: 'strong' },
    { text: long('goal'), tone: 'muted', spare: 3 },
    { text: 'ask', mark: 'done', apart: true, spare: 1 },
    { text: 'renew', mark: 'now', apart: true },
    { text: long('todo'), inset: 1, spare: 2 },
    { text: 'handshake', mark: 'open', inset: 1 },
  ],
  folded: long('folded'),
  rows: 2,
  more: true,
};

async function modelOf(scene: string, columns: number, rows: number, language: 'en' | 'ja' = 'en'): Promise<Model> {
  const { screen, steps } = (await SCENES[scene]?.(lookOf({ language }))) ?? { screen: { type: 'busy', text: 'x' } as const, steps: [] };
  return { size: { columns, rows }, environment: { title: 'Azure', practice: true }, steps, screen, now: NOW, aside: { view: VIEW, later: true } };
}

describe('somebody’s words beside the screen', () => {
  const whole = async (columns: number, screenReader = false) => {
    const frame = compose(await modelOf('choice', columns, 30), lookOf({ screenReader }));
    if (frame.type !== 'whole') throw new Error(frame.type);
    return frame;
  };

  it('stand in a panel of their own from 100 columns on, folded below the screen where it is narrower or read aloud', async () => {
    const wide = await whole(100);
    expect(wordsOf(wide.panel?.rows ?? [])[0]).toBe('Lesson 4');
    expect(wordsOf(wide.footer).join(' ')).not.toContain('folded');
    for (const frame of [await whole(99), await whole(160, true)]) {
      expect(frame.panel).toBeUndefined();
      expect(wordsOf(frame.footer).filter((line) => line.includes('folded'))).toHaveLength(2);
    }
    for (const frame of [wide, await whole(99)]) expect(wordsOf(frame.footer).join(' ')).toContain('Ctrl-N hint');
  });

  it('lose the least first where the panel is low', () => {
    const shown = (height: number) => wordsOf(drawAside(VIEW, 30, height, lookOf())).join('\n');
    expect(shown(40)).toMatch(/goal[\s\S]*✓ ask[\s\S]*renew[\s\S]*todo[\s\S]*○ handshake/);
    expect(shown(15)).toMatch(/✓ ask[\s\S]*todo/);
    expect(shown(15)).not.toContain('goal');
    expect(shown(6)).not.toContain('todo');
    expect(shown(4)).toBe('Lesson 4\n\n● renew\n  ○ handshake');
  });

  it('show every check, in one row if need be, before the whole of a long task', () => {
    const lines: AsideView['lines'] = [
      { text: 'renew', mark: 'now' },
      { text: long('todo'), inset: 1, shortens: 'end' },
      { text: long('one'), mark: 'open', inset: 1, apart: true, shortens: 'row' },
      { text: long('two'), mark: 'open', inset: 1, shortens: 'row' },
    ];
    const shown = (height: number) => wordsOf(drawAside({ ...VIEW, lines }, 30, height, lookOf()));
    expect(shown(100).join('\n')).not.toContain('…');
    const low = shown(8);
    expect(low).toHaveLength(8);
    expect(low.at(-3)).toBe('');
    expect(low.at(-2)).toMatch(/○ one .*…$/);
    expect(low.at(-1)).toMatch(/○ two .*…$/);
    expect(low.filter((line) => line.includes('todo')).at(-1)).toMatch(/…$/);
  });

  it.each(Object.keys(SCENES))('leave every screen within its bounds: %s', async (scene) => {
    for (const language of ['en', 'ja'] as const)
      for (const [columns, rows] of [
        [40, 15],
        [80, 24],
        [100, 20],
        [100, 30],
        [160, 40],
      ] as const) {
        const { height, tooWide } = measure(await modelOf(scene, columns, rows, language), lookOf({ language }));
        expect(tooWide, `${columns}x${rows}`).toEqual([]);
        expect(height, `${columns}x${rows}`).toBeLessThanOrEqual(rows - 1);
      }
  });
});
