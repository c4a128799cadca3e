import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cosmiconfig } from 'cosmiconfig';
import { type FoundFile, PROFILE_FILES } from '../../core/profile/find.ts';

type Explorer = ReturnType<typeof cosmiconfig>;

// Every loader hands the text on: what it means is decided by core/profile, and nothing that lies in a folder is ever run.
const keepText = (_path: string, text: string) => ({ text });
const refuse = () => {
  throw new Error('amltls reads YAML and JSON only');
};
const LOADERS = { '.yaml': keepText, '.yml': keepText, '.json': keepText, '.js': refuse, '.cjs': refuse, '.mjs': refuse, '.ts': refuse, noExt: refuse };

let explorer: Explorer | undefined;

/** The profile file of one folder, found by cosmiconfig, read and not run. */
export async function lookIn(folder: string): Promise<FoundFile | undefined> {
  explorer ??= safeExplorer();
  const found = await explorer.search(folder);
  if (found === null) return undefined;
  // An empty file reaches no loader.
  const text: unknown = found.config?.text ?? '';
  return { path: found.filepath, text: String(text) };
}

/**
 * Creating an explorer makes cosmiconfig look for its own settings in the working directory: it runs `.config/config.js` and the like
 * there and lets `.config/config.yaml` or package.json add search places. So it is created, synchronously, while this program's own
 * folder is the working directory: nobody who cannot change the program can put anything there.
 */
function safeExplorer(): Explorer {
  const before = process.cwd();
  process.chdir(dirname(fileURLToPath(import.meta.url)));
  try {
    return cosmiconfig('amltls', {
      searchPlaces: [...PROFILE_FILES],
      searchStrategy: 'none',
      loaders: LOADERS,
      cache: false,
      ignoreEmptySearchPlaces: false,
      mergeSearchPlaces: false,
    });
  } finally {
    process.chdir(before);
  }
}
