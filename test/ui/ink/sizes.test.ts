import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/ui/ink/frame/compose.ts';
import { NOW } from '../../../src/ui/ink/gallery/runs.ts';
import { SCENES } from '../../../src/ui/ink/gallery/scenes.ts';
import type { Model, Size } from '../../../src/ui/ink/model.ts';
import { lookOf, measure, wordsOf } from '../../helpers/frame.ts';

const size = (least: Size, most: Size): fc.Arbitrary<Size> =>
  fc.record({ columns: fc.integer({ min: least.columns, max: most.columns }), rows: fc.integer({ min: least.rows, max: most.rows }) });
const LEAST: Size = { columns: 40, rows: 15 };
const looks = (['en', 'ja'] as const).flatMap((language) => [true, false].map((unicode) => lookOf({ language, unicode })));

describe.each(Object.entries(SCENES))('screen %s', (_name, scene) => {
  it('is never wider than the terminal nor higher than its rows less one, whatever its size', async () => {
    for (const look of looks) {
      const shown = await scene(look);
      const at = (measured: Size): Model => ({ ...shown, size: measured, environment: { title: 'Azure', practice: true }, profile: 'contoso', now: NOW });
      fc.assert(
        fc.property(size(LEAST, { columns: 300, rows: 100 }), (each) => {
          expect(compose(at(each), look).type).toBe('whole');
          const { height, tooWide } = measure(at(each), look);
          expect(tooWide).toEqual([]);
          expect(height).toBeLessThan(each.rows);
        }),
        { numRuns: 12 },
      );
    }
  });
});

it('below 40x15 a sentence says so', async () => {
  const below = fc.oneof(size({ columns: 20, rows: 6 }, { columns: 39, rows: 60 }), size({ columns: 20, rows: 6 }, { columns: 200, rows: 14 }));
  for (const look of looks) {
    const shown = await SCENES['home']?.(look);
    if (shown === undefined) return expect.unreachable('no home screen');
    fc.assert(
      fc.property(below, (each) => {
        const frame = compose({ ...shown, size: each, environment: { title: 'Azure', practice: true }, now: NOW }, look);
        expect(frame.type).toBe('too-small');
        if (frame.type === 'too-small') expect(wordsOf(frame.rows).join('')).toContain(`${each.columns}×${each.rows}`);
      }),
      { numRuns: 25 },
    );
  }
});
