import { createHash } from 'node:crypto';
import type { Json } from '../contracts/index.ts';

const PRIVATE_KEY = '(private key)';
const SECRET = '(secret)';

// An armour that was cut off runs to the end of the text: half a key is still a key.
const PEM = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?(?:-----END \1-----|$)/g;
const TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
const BEARER = /\b(Bearer)\s+[\w.~+/=-]{8,}/gi;
// The DER of a key or certificate without armour, as base64: a SEQUENCE with a two-byte length.
const BARE_DER = /\bMI[IG][A-Za-z0-9+/\\\r\n]{200,}={0,2}/g;
// The same for the short ones, which a length alone would not tell from other words: EC and Ed25519 keys, PKCS#8 and SEC1.
const BARE_SHORT_KEY = /\b(?:MIG[A-Za-z0-9+/]AgEAM|MIGkAgEBB|MHcCAQEE|MC4CAQAwBQYDK2V|MEcCAQAwBQYDK2V)[A-Za-z0-9+/\\\r\n]{30,}={0,2}/g;
// An armour inside another code: base64 at each of its three alignments, hex.
const CODED_PEM = /[A-Za-z0-9+/]{0,3}(?:LS0tLS1CRUdJTi|tLS0tQkVHSU4|tLS0tLUJFR0lO)[A-Za-z0-9+/\\\r\n]{40,}={0,2}/g;
const HEX_PEM = /2d2d2d2d2d424547494e[0-9a-f]{40,}/gi;

const SECRET_NAMES = new Set([
  'key',
  'sslkey',
  'privatekey',
  'password',
  'passphrase',
  'secret',
  'clientsecret',
  'token',
  'accesstoken',
  'primarykey',
  'secondarykey',
  'userkubeconfig',
  'adminkubeconfig',
  'scoringfe.sslkey',
]);

// Meant to be sent to an authority: the one armour that people have to see and copy.
const REQUEST = /(-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----[A-Za-z0-9+/=\s\\]*-----END (?:NEW )?CERTIFICATE REQUEST-----)/;
const SEQUENCE = 0x30;

/** Takes keys and tokens out of a text; certificate requests stay; certificates become `sha256:…` of their PEM, so that two can still be compared. */
export function redactText(text: string): string {
  if (!text.includes('CERTIFICATE REQUEST')) return conceal(text);
  return text
    .split(REQUEST)
    .map((part, at) => (at % 2 === 1 && isRequest(part) ? part : conceal(part)))
    .join('');
}

function conceal(text: string): string {
  return text
    .replace(PEM, (block, label: string) => (label === 'CERTIFICATE' ? digestOf(block) : label.includes('PRIVATE KEY') ? PRIVATE_KEY : SECRET))
    .replace(TOKEN, SECRET)
    .replace(BEARER, `$1 ${SECRET}`)
    .replace(BARE_DER, SECRET)
    .replace(BARE_SHORT_KEY, SECRET)
    .replace(CODED_PEM, (coded) => decoded(coded))
    .replace(HEX_PEM, SECRET);
}

// A certificate stays comparable in base64 too (the Kubernetes extension takes it so).
function decoded(coded: string): string {
  const pem = Buffer.from(coded, 'base64').toString('latin1');
  return /^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/.test(pem)
    ? digestOf(pem)
    : pem.includes('PRIVATE KEY')
      ? PRIVATE_KEY
      : SECRET;
}

/** The same for a JSON value; strings under a name that holds secrets go whole. */
export function redactJson(json: Json, name = ''): Json {
  if (typeof json === 'string') return json !== '' && SECRET_NAMES.has(name.toLowerCase()) ? hidden(json) : redactText(json);
  if (json === null || typeof json !== 'object') return json;
  if (isArray(json)) return json.map((item) => redactJson(item, name));
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, redactJson(item, key)]));
}

// PKCS#10 begins SEQUENCE { SEQUENCE, every private key SEQUENCE { INTEGER: a key under the wrong label is none.
function isRequest(block: string): boolean {
  const body = block.replaceAll(/-----[A-Z ]+-----|\\[nr]|\s/g, '');
  const der = Buffer.from(body, 'base64');
  const length = der[1] ?? 0;
  return der[0] === SEQUENCE && der[length < 0x80 ? 2 : 2 + (length & 0x7f)] === SEQUENCE && !/[^A-Za-z0-9+/=]/.test(body);
}

function hidden(text: string): string {
  return text === PRIVATE_KEY || text.includes('PRIVATE KEY') ? PRIVATE_KEY : SECRET;
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function digestOf(pem: string): string {
  return `sha256:${createHash('sha256').update(pem).digest('hex')}`;
}
