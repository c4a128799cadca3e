import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Context, Question, RunEvent } from '../../../src/core/contracts/index.ts';
import { createInkDriver, type InkDriver } from '../../../src/ui/ink/driver.ts';
import { fqdn, viewOf } from '../../../src/ui/ink/gallery/questions.ts';
import { deploying } from '../../../src/ui/ink/gallery/runs.ts';
import { createTerminal, type TestTerminal } from '../../helpers/terminal.ts';

let terminal: TestTerminal;
let driver: InkDriver;

beforeEach(() => {
  terminal = createTerminal({ columns: 100, rows: 30 });
  driver = createInkDriver({
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    language: 'en',
    environment: { title: 'Azure', practice: true },
    signal: new AbortController().signal,
    interrupt: () => undefined,
  });
});
afterEach(() => driver.close());

const unreadable = <T extends object>(whole: T, part: keyof T): T =>
  Object.defineProperty({ ...whole }, part, {
    get() {
      throw new Error('a fault of the drawing');
    },
  });
const ask = (question: Question) => driver.ask(viewOf(question), { env: {}, answers: {}, signal: new AbortController().signal } as Context);
const BROKEN = { problem: { code: 'screen-broken', owner: 'amltls' } };

it('a question that cannot be drawn ends with a problem, and nothing of the fault is on the screen', async () => {
  await expect(ask(unreadable(fqdn, 'label'))).rejects.toMatchObject(BROKEN);
  await driver.close();
  expect(terminal.written().join('')).not.toContain('a fault of the drawing');
  expect(terminal.onAlternateScreen()).toBe(false);
  expect(terminal.stdin.isRaw).toBe(false);
});

it('work that goes on for hours does not keep a broken screen', async () => {
  const never = new Promise<void>(() => undefined);
  const [start, ...rest] = deploying;
  async function* events(): AsyncGenerator<RunEvent> {
    if (start !== undefined) yield start;
    yield* rest.map((event) => (event.type === 'wait' ? unreadable(event, 'for') : event));
    await never;
  }
  await expect(driver.watch(events())).rejects.toMatchObject(BROKEN);
  await expect(ask(fqdn)).rejects.toMatchObject(BROKEN);
});
