import { readFile } from 'node:fs/promises';
import { withSamples } from './sampled-source.ts';

/** `import('./file.ts?samples')`: the module with what it makes problems of as functions of their own. */
export const samplesPlugin = {
  name: 'samples',
  enforce: 'pre' as const,
  async load(id: string) {
    if (!id.endsWith('?samples')) return undefined;
    const path = id.slice(0, -'?samples'.length);
    return withSamples(await readFile(path, 'utf8'), path);
  },
};
