import { onTestFinished } from 'vitest';
import { createInkDriver } from '../../src/ui/ink/driver.ts';
import { NOW } from '../../src/ui/ink/gallery/runs.ts';
import type { InkOptions } from '../../src/ui/ink/options.ts';
import { createTerminal } from './terminal.ts';

/** The Ink UI on a terminal without a window; closed with the test. */
export function openDriver(size: { readonly columns: number; readonly rows: number } = { columns: 100, rows: 30 }, more: Partial<InkOptions> = {}) {
  const terminal = createTerminal(size);
  const driver = createInkDriver({
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    language: 'en',
    environment: { title: 'Azure', practice: true, clock: { now: () => NOW } },
    signal: new AbortController().signal,
    interrupt: () => undefined,
    ...more,
  });
  onTestFinished(() => driver.close());
  return { terminal, driver };
}
