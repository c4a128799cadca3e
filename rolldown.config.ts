import { resolve } from 'node:path';
import { defineConfig, type RolldownOptions } from 'rolldown';
import { bareBuiltins } from './scripts/bundle/bare-builtins.ts';
import { leanLibraries } from './scripts/bundle/lean-libraries.ts';

// Everything is bundled, split at each `import()`: starting reads few files, and an answer that needs no SDK never loads one.

const common: RolldownOptions = {
  plugins: [...leanLibraries, bareBuiltins],
  platform: 'node',
  resolve: { alias: { 'amltls/plugin': resolve('src/api/plugin.ts') } },
  external: ['react-devtools-core'],
  transform: { define: { 'process.env.NODE_ENV': '"production"', __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' } },
};

const output = { dir: 'dist', format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs', minify: false } as const;

/** What is always loaded together lies together: each file more costs a start a quarter of a millisecond. */
const together = (name: string, entry: RegExp, priority: number) => ({ name, test: entry, priority });

export default defineConfig([
  {
    ...common,
    input: { amltls: 'src/ui/main.ts' },
    output: {
      ...output,
      cleanDir: true,
      codeSplitting: {
        groups: [together('start', /src[\\/]ui[\\/]start\.ts$/, 2), together('lint', /src[\\/]ui[\\/]commands[\\/]cert[\\/]lint[\\/]lint\.ts$/, 1)],
      },
    },
  },
  // Apart, so that a plugin does not load the program's start for the words that both use.
  { ...common, input: { plugin: 'src/api/plugin.ts', testing: 'src/testing/index.ts', 'plugin-worker': 'src/plugins/shared/further/worker/main.ts' }, output },
]);
