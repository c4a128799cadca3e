import { badRequest } from './azure-error.ts';
import type { JsonPatch } from './service-request.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * RFC 6902 as far as the service takes it: add, replace and remove of a field or of an entry of a map.
 * @param known the fields that may be named. @throws AzureError for any other path
 */
export function applyPatch(document: Fields, patch: JsonPatch, known: readonly string[]): Fields {
  return patch.reduce<Fields>((fields, operation) => {
    const [field = '', entry, ...deeper] = operation.path.slice(1).split('/').map(unescaped);
    if (!known.includes(field) || deeper.length > 0) throw badRequest(`The path ${operation.path} cannot be patched.`);
    const value = operation.op === 'remove' ? undefined : operation.value;
    return put(fields, field, entry === undefined ? value : put(mapAt(fields, field, operation.path), entry, value));
  }, document);
}

/** RFC 6901 */
const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

function mapAt(fields: Fields, field: string, path: string): Fields {
  const map = fields[field] ?? {};
  if (typeof map !== 'object' || Array.isArray(map)) throw badRequest(`The path ${path} does not exist.`);
  return map as Fields;
}

/** By entries, so that no name (`__proto__`) means anything but itself. */
function put(fields: Fields, name: string, value: unknown): Fields {
  const others = Object.entries(fields).filter(([key]) => key !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}
