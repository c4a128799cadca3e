import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Text } from '../../../../src/core/contracts/index.ts';
import { createProgress } from '../../../../src/ui/commands/check/progress.ts';
import { renderText } from '../../../../src/ui/text/render.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says nothing of what is quick, and of what takes longer only what is new', () => {
  const said: string[] = [];
  const tell = (text: Text) => said.push(renderText(text, 'en'));
  {
    using progress = createProgress(['one', 'two', 'three'], tell);
    vi.advanceTimersByTime(2_900);
    progress.done('two');
    expect(said).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(said).toEqual(['1 of 3 looked at; not yet: one, three']);
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(1);
    progress.done('one');
    vi.advanceTimersByTime(3_000);
    expect(said.slice(1)).toEqual(['2 of 3 looked at; not yet: three']);
  }
  vi.advanceTimersByTime(60_000);
  expect(said).toHaveLength(2);
});

it('names a few of many', () => {
  const said: string[] = [];
  using _progress = createProgress(
    Array.from({ length: 500 }, (_, at) => `service-${at}`),
    (text) => said.push(renderText(text, 'en')),
  );
  vi.advanceTimersByTime(3_000);
  expect(said).toEqual(['0 of 500 looked at; not yet: service-0, service-1, service-2, service-3, service-4, …']);
});
