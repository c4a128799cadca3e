import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PLUGIN_API } from '../copied.ts';
import type { StartData } from './start-data.ts';

/**
 * From now on this thread loads the plugin's copied files, Node's own modules and amltls/plugin, whatever asks (`import`, `import()`, `require`):
 * the import graph that was shown is the import graph that runs. Each file is hashed as it is read, so that no other byte is run.
 */
export function guardImports({ files, api }: Pick<StartData, 'files' | 'api'>): void {
  // The program's own modules load one another as ever; all others are held to the graph.
  const program = new URL('.', api).href;
  const isProgram = (url: string | undefined) => url === undefined || url.startsWith('node:') || (url.startsWith(program) && !Object.hasOwn(files, url));
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const parent = context.parentURL === undefined ? undefined : files[context.parentURL];
      if (parent === undefined && isProgram(context.parentURL)) return nextResolve(specifier, context);
      const target = parent?.imports[specifier] ?? (specifier.startsWith('node:') ? specifier : undefined);
      if (target === PLUGIN_API) return { url: api, shortCircuit: true };
      if (target?.startsWith('node:')) return nextResolve(target, context);
      const found = target === undefined ? undefined : files[target];
      if (target === undefined || found === undefined) throw new Error(`${specifier} is not among the files that were trusted`);
      return { url: target, format: found.format, shortCircuit: true };
    },
    load(url, context, nextLoad) {
      const file = files[url];
      if (file === undefined) return nextLoad(url, context);
      const source = readFileSync(fileURLToPath(url));
      if (createHash('sha256').update(source).digest('hex') !== file.sha256) throw new Error(`${url} is not what was trusted`);
      return { format: file.format, source, shortCircuit: true };
    },
  });
}
