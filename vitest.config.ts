import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { samplesPlugin } from './test/ui/problems/samples-plugin.ts';

export default defineConfig({
  // A plugin that lies in this repository names them as every other does.
  resolve: { alias: { 'amltls/plugin': resolve('src/api/plugin.ts'), 'amltls/testing': resolve('src/testing/index.ts') } },
  plugins: [samplesPlugin],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
