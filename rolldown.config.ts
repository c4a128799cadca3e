import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { leanLibraries } from './scripts/bundle/lean-libraries.ts';

// Everything is bundled, split at each `import()`: starting reads few files, and an answer that needs no SDK never loads one.

export default defineConfig({
  input: {
    amltls: 'src/ui/main.ts',
    plugin: 'src/api/plugin.ts',
    testing: 'src/testing/index.ts',
    'plugin-worker': 'src/plugins/shared/further/worker/main.ts',
  },
  plugins: [...leanLibraries],
  platform: 'node',
  resolve: { alias: { 'amltls/plugin': resolve('src/api/plugin.ts') } },
  external: [/^node:/, 'react-devtools-core'],
  transform: { define: { 'process.env.NODE_ENV': '"production"', __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' } },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    minify: false,
    cleanDir: true,
  },
});
