import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../../../../core/contracts/index.ts';
import { LOGGED_REQUESTS, type LoggedRequest } from '../state/request-log.ts';
import type { WorldState } from '../state/world-state.ts';

const SECRET_FIELDS = ['cert', 'key', 'sslcertificate', 'sslkey', 'primarykey', 'secondarykey'];
const SECRET_PATHS = ['/sslcertificate', '/sslkey'];

/** Larger bodies are kept as their digest, so that the log stays small; characters. */
const LARGEST = 256 * 1024;

/** Notes a request; the oldest are forgotten. */
export function logRequest(state: WorldState, request: LoggedRequest): void {
  state.requests.push(request);
  state.requests.splice(0, state.requests.length - LOGGED_REQUESTS);
}

/** A body as the log keeps it: certificates and keys, wherever they stand, as `sha256:<hex>` of their text. */
export function loggedBody(text: string): Json {
  if (text.trim() === '') return null;
  if (text.length > LARGEST) return digest(text);
  try {
    return withoutSecrets(JSON.parse(text) as Json);
  } catch {
    return digest(text);
  }
}

function withoutSecrets(value: Json): Json {
  if (typeof value === 'string') return value.includes('-----BEGIN') || value.startsWith(PEM_AS_BASE64) ? hashed(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  const object = value as JsonObject;
  return Object.fromEntries(
    Object.entries(object).map(([name, entry]) => [
      name,
      isProtected(name, entry) ? everyHashed(entry) : isSecret(object, name) ? hashed(entry) : withoutSecrets(entry),
    ]),
  );
}

/** By name too: what was meant to be a key and is no PEM is still nobody's business. The second form is JSON patch's. */
function isSecret(object: JsonObject, name: string): boolean {
  if (SECRET_FIELDS.includes(name.toLowerCase())) return true;
  return name === 'value' && typeof object['path'] === 'string' && SECRET_PATHS.includes(object['path'].toLowerCase());
}

// Settings of a cluster extension that are secret whatever they are called.
function isProtected(name: string, entry: Json): entry is JsonObject {
  return name.toLowerCase() === 'configurationprotectedsettings' && typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

const everyHashed = (entries: JsonObject): JsonObject => Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, hashed(entry)]));

const PEM_AS_BASE64 = 'LS0tLS1CRUdJTi';

function hashed(value: Json): Json {
  if (value === null || value === '') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // The same digest for the same PEM, however it was sent.
  return digest(text.startsWith(PEM_AS_BASE64) ? Buffer.from(text, 'base64').toString('utf8') : text);
}

const digest = (text: string): string => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
