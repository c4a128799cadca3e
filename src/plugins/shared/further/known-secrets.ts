import type { Json } from '../../../core/contracts/index.ts';
import { redactJson, redactText } from '../../../core/redact/redact.ts';

const SHORTEST = 8; // characters; shorter ones would turn up by chance everywhere
const SHORTEST_LINE = 16;
const HIDDEN = '(secret)';

/** What was handed to one plugin and must not come back from it. */
export interface KnownSecrets {
  remember(secret: string): void;
  /** A copy in which neither these secrets nor anything that looks like a key is left, however it was written: plain, base64, hex, URL. */
  scrub<T>(value: T): T;
}

export function knownSecrets(): KnownSecrets {
  const forms = new Set<string>();
  const hide = (text: string): string => [...forms].reduce((shown, form) => shown.replaceAll(form, HIDDEN), text);
  const scrubbed = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return hide(String(redactJson(redactText(value) as Json, name)));
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return value.map((item) => scrubbed(item, name));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [hide(key), scrubbed(item, key)]));
  };
  return {
    remember(secret) {
      for (const form of formsOf(secret)) forms.add(form);
    },
    scrub: (value) => scrubbed(value, '') as never,
  };
}

// Longest first, so that no tail of a secret stays behind a part of it.
function formsOf(secret: string): readonly string[] {
  const whole = secret.trim();
  if (whole.length < SHORTEST) return [];
  const lines = whole.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE && !line.startsWith('-----'));
  const bytes = Buffer.from(whole);
  const all = [whole, secret, JSON.stringify(whole).slice(1, -1), ...encoded(bytes), ...encoded(Buffer.from(secret)), encodeURIComponent(whole), ...lines];
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

function encoded(bytes: Buffer): readonly string[] {
  return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
}
