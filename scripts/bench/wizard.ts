import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from './measure.ts';
import { open, type Screen } from './screen.ts';

const KEYS = 200;
const IDLE_MS = 10_000;
const SCREENS = 1_000;
const MIB = 2 ** 20;

export interface Figure {
  readonly what: string;
  readonly figure: number | undefined;
  readonly aim?: number;
  readonly detail: string;
}

/** What the wizard costs while it is used: keys, bytes, idling, memory. */
export async function measureWizard(bin: string, home: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const wizard = open([bin, 'secure'], home);
  await wizard.until('❯ A name');
  const keys = await typing(wizard);
  const idle = await idling(wizard);
  const memory = await wandering(wizard);
  await wizard.end();
  return [...keys, idle, ...memory];
}

async function typing(wizard: Screen): Promise<readonly Figure[]> {
  await wizard.quiet();
  const before = wizard.bytes();
  const times: number[] = [];
  for (let key = 0; key < KEYS; key += 1) times.push(await wizard.press(key % 2 === 0 ? '\u001b[B' : '\u001b[A'));
  await wizard.quiet();
  return [
    { what: 'key to next frame, p95, ms', figure: quantile(times, 0.95), aim: 16, detail: `median ${quantile(times, 0.5).toFixed(1)} ms, ${KEYS} keys` },
    { what: 'bytes a keystroke at 100x30', figure: (wizard.bytes() - before) / KEYS, aim: 2048, detail: 'mean of the same keys' },
  ];
}

async function idling(wizard: Screen): Promise<Figure> {
  const before = wizard.cpuMs();
  const bytes = wizard.bytes();
  await sleep(IDLE_MS);
  const after = wizard.cpuMs();
  const share = before === undefined || after === undefined ? undefined : ((after - before) / IDLE_MS) * 100;
  return { what: 'CPU while idle for 10 s, %', figure: share, aim: 1, detail: `${wizard.bytes() - bytes} bytes written meanwhile` };
}

// From the first question to the second and back.
async function wandering(wizard: Screen): Promise<readonly Figure[]> {
  const wander = async (screens: number): Promise<void> => {
    for (let at = 0; at < screens; at += 1) await wizard.press(at % 2 === 0 ? '\r' : '\u001b');
  };
  await wander(SCREENS / 2);
  const half = wizard.resident();
  await wander(SCREENS / 2);
  const whole = wizard.resident();
  if (half === undefined || whole === undefined) return [];
  return [
    { what: 'resident memory of the wizard, MiB', figure: whole / MIB, detail: `after ${SCREENS} screens` },
    { what: 'growth over the second half of them, %', figure: (whole / half - 1) * 100, aim: 5, detail: `${(half / MIB).toFixed(1)} MiB after the first half` },
  ];
}
