import { defineConfig } from 'rolldown';

// Everything is bundled, split at each `import()`: starting reads few files, and an answer that needs no SDK never loads one.
// Ink's layout engine looks at `fetch`, which it never calls: in node that look alone loads all of undici, 15 ms before the first frame.
const yogaWithoutFetch = {
  name: 'yoga-without-fetch',
  transform: {
    filter: { id: /yoga-layout/ },
    handler: (code: string) => code.replaceAll('"function"==typeof fetch', 'false').replaceAll('typeof fetch === "function"', 'false'),
  },
};

export default defineConfig({
  input: { amltls: 'src/ui/main.ts' },
  plugins: [yogaWithoutFetch],
  platform: 'node',
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
