import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leanSource } from '../../scripts/bundle/lean-libraries.ts';

const LIBRARY = pathToFileURL(createRequire(import.meta.url).resolve('string-width')).href;

/** The library as the bundle has it. */
async function leanWidthOf(): Promise<typeof stringWidth> {
  const lean = `${LIBRARY}?lean`;
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      return url === lean ? { ...loaded, source: leanSource('string-width-late-emoji', String(loaded.source)) } : loaded;
    },
  });
  onTestFinished(() => hooks.deregister());
  return ((await import(/* @vite-ignore */ lean)) as { default: typeof stringWidth }).default;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

describe('libraries in the bundle', () => {
  it('measure every text as they did before a place was taken out', async () => {
    const leanWidth = await leanWidthOf();
    expect(leanWidth.toString()).not.toBe(stringWidth.toString());
    // Where Unicode has its emoji, and where texts and marks of this program lie.
    for (const text of [...range(0x80, 0x33ff), ...range(0x1f000, 0x1faff)]) expect(leanWidth(text), text).toBe(stringWidth(text));
    const sequences = ['👩‍👩‍👧', '1️⃣', '🇯🇵', '☝🏻', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👁️‍🗨️', '✈', '✈️', '⌚', '#⃣', 'か゚', '각'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...sequences), fc.string({ unit: 'binary' }))), (parts) => {
        expect(leanWidth(parts.join(''))).toBe(stringWidth(parts.join('')));
      }),
    );
  });
});
