import { defineConfig } from 'rolldown';

// Everything is bundled, split at each `import()`: starting reads few files, and an answer that needs no SDK never loads one.
export default defineConfig({
  input: { amltls: 'src/ui/main.ts' },
  platform: 'node',
  external: [/^node:/, 'react-devtools-core'],
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
    minify: false,
    cleanDir: true,
  },
});
