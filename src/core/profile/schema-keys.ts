import { profileKeys } from './keys.ts';
import { hookKeys, profileFileSchema } from './schema.ts';

/** The keys that may stand at a place of the file (`['profiles', 'contoso', 'target']`). */
export function knownKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(profileFileSchema.shape).filter((key) => key !== '$schema');
  if (path[0] === 'hooks') return path.length === 1 ? hookKeys.hooks : hookKeys.hook;
  const prefix = path
    .slice(2)
    .map((part) => `${String(part)}.`)
    .join('');
  const below = [...profileKeys.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length).split('.', 1)[0] ?? '');
  return [...new Set(below)];
}
