import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { measureCheckAll } from './bench/check-all.ts';
import { measureLint } from './bench/lint.ts';
import { measureList } from './bench/list.ts';
import { inTurns, timeCommand } from './bench/measure.ts';
import { open } from './bench/screen.ts';
import { measureWizard } from './bench/wizard.ts';

// Ratios of one run, medians: what else the machine does meets both sides alike. Build first (`npm run build`).
const ROUNDS = 15;
const BIN = 'dist/amltls.mjs';

const folder = mkdtempSync(join(tmpdir(), 'amltls-bench-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const hello = join(folder, 'hello.mjs');
  await bundleHello(hello);
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, LC_ALL: 'en_US.UTF-8' };

  const version = await inTurns(
    ROUNDS,
    () => timeCommand([BIN, '--version']),
    () => timeCommand(['-e', '0']),
  );
  row('amltls --version / node -e 0', version.ratio, 1.6, `${ms(version.one)} / ${ms(version.other)}`);

  for await (const { what, figure, aim, detail } of measureLint(BIN, folder, home, ROUNDS)) if (figure !== undefined) row(what, figure, aim, detail);

  const frame = await inTurns(
    ROUNDS,
    () => firstFrame([BIN, 'secure'], '❯ A name', home),
    () => firstFrame([hello], 'Hello from Ink', home),
  );
  row('first wizard frame / bundled Ink hello-world', frame.ratio, 1.3, `${ms(frame.one)} / ${ms(frame.other)}`);

  const figures = [...(await measureWizard(BIN, home)), ...(await measureList(BIN, home, folder))];
  for (const { what, figure, aim, detail } of figures) if (figure !== undefined) row(what, figure, aim, detail);
  for await (const { what, figure, aim, detail } of measureCheckAll()) if (figure !== undefined) row(what, figure, aim, detail);
}

async function firstFrame(args: readonly string[], text: string, env: Readonly<Record<string, string>>): Promise<number> {
  const screen = open(args, env);
  const time = await screen.until(text);
  await screen.end();
  return time;
}

async function bundleHello(file: string): Promise<void> {
  const bundle = await rolldown({
    input: 'scripts/bench/hello.tsx',
    platform: 'node',
    external: [/^node:/, 'react-devtools-core'],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  // Split as the program is: what Ink loads for its developers only stays out of both.
  await bundle.write({ dir: dirname(file), format: 'esm', entryFileNames: basename(file) });
  await bundle.close();
}

function row(what: string, figure: number, aim: number | undefined, detail: string): void {
  console.log(`${what.padEnd(48)} ${figure.toFixed(2).padStart(8)}  ${aim === undefined ? '' : `aim ${aim}`.padEnd(8)} ${detail}`);
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
