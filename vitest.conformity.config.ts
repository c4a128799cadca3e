import { defineConfig } from 'vitest/config';

/** Compares the practice Azure with Azure's own descriptions, whose folder AZURE_SPECS names; they are not part of the repository. */
export default defineConfig({ test: { include: ['test/**/*.conformity.ts'] } });
