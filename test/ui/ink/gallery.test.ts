import { describe, expect, it } from 'vitest';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Model } from '../../../src/ui/ink/model.ts';
import { lookOf, measure } from '../../helpers/frame.ts';

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
      const { screen, steps } = await scene(look);
      for (const [columns, rows] of SIZES) {
        const model: Model = { size: { columns, rows }, environment: { title: 'Azure', practice: true }, profile: 'contoso', steps, screen, now: NOW };
        const { height, tooWide } = measure(model, look);
        expect(tooWide, `${columns}x${rows}`).toEqual([]);
        expect(height, `${columns}x${rows}`).toBeLessThanOrEqual(Math.max(1, rows - 1));
      }
    }
  });
});
