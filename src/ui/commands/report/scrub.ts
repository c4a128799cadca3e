import type { Json, JsonObject } from '../../../core/contracts/index.ts';
import { redactJson } from '../../../core/redact/redact.ts';
import { type Hidden, hide } from '../../host/output.ts';

const SECRET = '(secret)';
// A report leaves the machine: where a name only sounds like a secret, its value stays here all the same.
const SECRET_NAME =
  /pass(?:word|phrase|wd)?$|secret|token|hmac|tsig|credential|connectionstring|(?:api|access|account|shared|primary|secondary|private|ssl|admin)_?-?key$/i;
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi;
// What follows a question mark may let its reader in.
const QUERY = /(\bhttps?:\/\/[^\s"'?]+)\?[^\s"']*/gi;
const FLAG = /(--?[\w-]*(?:pass|secret|token|key)[\w-]*[= ]+)[^\s"']+/gi;

/** Takes out everything that is, or may be, a secret: by shape, by name, and what came out of variables. */
export function scrub(json: Json, hidden: Hidden): Json {
  return walk(redactJson(json), '', hidden);
}

/** The same for lines of JSON. Neighbours that are none are one text: a key that was printed spans several. */
export function scrubLines(lines: readonly string[], hidden: Hidden): readonly Json[] {
  const out: Json[] = [];
  let text: string[] = [];
  const flush = (): void => {
    if (text.length > 0) out.push(scrub(text.join('\n'), hidden));
    text = [];
  };
  for (const line of lines) {
    const json = parsed(line);
    if (json === undefined) text.push(line);
    else {
      flush();
      out.push(scrub(json, hidden));
    }
  }
  flush();
  return out;
}

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
}

function walk(json: Json, name: string, hidden: Hidden): Json {
  if (typeof json === 'string') return json !== '' && SECRET_NAME.test(name) ? SECRET : scrubText(json, hidden);
  if (json === null || typeof json !== 'object') return SECRET_NAME.test(name) && typeof json === 'number' ? SECRET : json;
  if (isList(json)) return json.map((item) => walk(item, name, hidden));
  return Object.fromEntries(Object.entries(json as JsonObject).map(([key, item]) => [scrubText(key, hidden), walk(item, key, hidden)]));
}

function scrubText(text: string, hidden: Hidden): string {
  return hide(text, hidden).replace(USER_INFO, `$1${SECRET}@`).replace(QUERY, `$1?${SECRET}`).replace(FLAG, `$1${SECRET}`);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
