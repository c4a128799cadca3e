import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/ui/ink/frame/compose.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Model } from '../../../src/ui/ink/model.ts';
import { lookOf, measure, wordsOf } from '../../helpers/frame.ts';

const SIZES = [
  [40, 15],
  [40, 20],
  [41, 17],
  [60, 19],
  [80, 24],
  [91, 30],
  [93, 20],
  [100, 30],
  [160, 40],
  [300, 100],
  [39, 30],
  [100, 14],
  [10, 3],
  [2, 2],
] as const;

describe.each(Object.entries(SCENES))('screen %s', (_name, scene) => {
  it.each(['en', 'ja'] as const)('fits every size in %s, with and without Unicode', async (language) => {
    for (const unicode of [true, false]) {
      const look = lookOf({ language, unicode });
      const shown = await scene(look);
      for (const [columns, rows] of SIZES) {
        const model: Model = { size: { columns, rows }, environment: { title: 'Azure', practice: true }, profile: 'contoso', ...shown, now: NOW };
        const { height, tooWide } = measure(model, look);
        expect(tooWide, `${columns}x${rows}`).toEqual([]);
        expect(height, `${columns}x${rows}`).toBeLessThanOrEqual(Math.max(1, rows - 1));
        const frame = compose(model, look);
        if (frame.type === 'whole') expect(wordsOf(frame.footer).join(' '), `${columns}x${rows}`).toContain('Ctrl-C');
      }
    }
  });

  it.each(['en', 'ja'] as const)('breaks off no sentence in %s without an ellipsis, however low the window is', async (language) => {
    const look = lookOf({ language });
    const shown = await scene(look);
    for (const columns of [40, 60, 100]) {
      const mainOf = (rows: number): readonly string[] => {
        const frame = compose({ size: { columns, rows }, environment: { title: 'Azure', practice: true }, profile: 'contoso', ...shown, now: NOW }, look);
        return frame.type === 'whole' ? wordsOf(frame.main.rows).map((row) => row.trimEnd()) : [];
      };
      const whole = mainOf(200);
      for (let rows = 15; rows < 40; rows += 1) {
        const last = mainOf(rows).findLast((row) => row !== '') ?? '';
        const goesOn = whole.includes(last) && (whole[whole.lastIndexOf(last) + 1] ?? '') !== '';
        if (goesOn && mainOf(rows).length < whole.length) expect(last, `${columns}x${rows}`).toMatch(/[.。?？!:)」…]$/);
      }
    }
  });
});
