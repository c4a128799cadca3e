import type { ArmReply, Json, JsonObject } from '../../../core/contracts/index.ts';
import { isObject, textOf } from './provisioning.ts';

/** What the service said of a failure, in whichever envelope: ARM, model management, an operation, a compute. */
export interface ServiceError {
  readonly code?: string;
  readonly message?: string;
  readonly target?: string;
  readonly details: readonly ServiceError[];
  readonly requestId?: string;
}

const MAX_DEPTH = 8;
const MAX_TEXT = 4_000;

/**
 * `{error: {code, message, details}}` (ARM), the same without `error` (model management), `error.error` (old operations),
 * `[{error}]` (provisioningErrors), and an envelope that was put into a message as a string. undefined where nothing was said.
 */
export function readServiceError(body: Json | undefined, depth = 0): ServiceError | undefined {
  if (depth > MAX_DEPTH || body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body.trim() === '' ? undefined : { message: shortened(body.trim()), details: [] };
  if (Array.isArray(body)) return several(body, depth);
  if (!isObject(body)) return undefined;
  const inner = body['error'];
  if (inner !== undefined && inner !== null) {
    const nested = readServiceError(inner, depth + 1);
    const requestId = nested?.requestId ?? correlation(body);
    return nested === undefined || requestId === undefined ? nested : { ...nested, requestId };
  }
  return plain(body, depth);
}

/** The request id that Microsoft's support asks for. */
export function requestIdOf(reply: ArmReply): string | undefined {
  return reply.headers['x-ms-request-id'] ?? reply.headers['x-ms-correlation-request-id'] ?? reply.headers['x-request-id'];
}

/** The error itself and everything below it, outermost first. */
export function* flattened(error: ServiceError): Generator<ServiceError, void, void> {
  yield error;
  for (const detail of error.details) yield* flattened(detail);
}

function several(list: readonly Json[], depth: number): ServiceError | undefined {
  const [first, ...others] = list.map((entry) => readServiceError(entry, depth + 1)).filter((error) => error !== undefined);
  return first === undefined ? undefined : { ...first, details: [...first.details, ...others] };
}

function plain(body: JsonObject, depth: number): ServiceError | undefined {
  const code = textOf(body['code']) ?? textOf(body['Code']) ?? numberCode(body['statusCode']);
  const said = textOf(body['message']) ?? textOf(body['Message']);
  const wrapped = said === undefined ? undefined : envelopeInside(said, depth);
  const message = wrapped?.message ?? (said === undefined ? undefined : unescaped(said));
  const details = [...(wrapped?.details ?? []), ...listed(body['details'], depth), ...listed(body['innererror'], depth)];
  const target = textOf(body['target']);
  const requestId = correlation(body) ?? wrapped?.requestId;
  const finalCode = wrapped?.code ?? code;
  if (finalCode === undefined && message === undefined && details.length === 0) return undefined;
  return {
    ...(finalCode === undefined ? {} : { code: finalCode }),
    ...(message === undefined ? {} : { message: shortened(message) }),
    ...(target === undefined ? {} : { target }),
    ...(requestId === undefined ? {} : { requestId }),
    details,
  };
}

function listed(json: Json | undefined, depth: number): readonly ServiceError[] {
  const entries = Array.isArray(json) ? json : isObject(json) ? [json] : [];
  return entries.map((entry) => readServiceError(entry, depth + 1)).filter((error) => error !== undefined);
}

function envelopeInside(text: string, depth: number): ServiceError | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return readServiceError(JSON.parse(text) as Json, depth + 1);
  } catch {
    return undefined;
  }
}

// Model management escapes messages up to twice: what should be a line break arrives as `\\n`.
function unescaped(text: string): string {
  return unescapedOnce(unescapedOnce(text));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '', t: ' ', '"': '"', "'": "'", '\\': '\\' };

function unescapedOnce(text: string): string {
  if (!/\\[nr"']|\\u00[0-9a-f]{2}/i.test(text)) return text;
  return text.replace(/\\(?:u([0-9a-f]{4})|([nrt"'\\]))/gi, (_whole, hex: string | undefined, short: string | undefined) =>
    hex === undefined ? (ESCAPES[short?.toLowerCase() ?? ''] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function correlation(body: JsonObject): string | undefined {
  const found = body['correlation'];
  return isObject(found) ? (textOf(found['RequestId']) ?? textOf(found['requestId']) ?? textOf(found['operation'])) : undefined;
}

const numberCode = (json: Json | undefined) => (typeof json === 'number' ? String(json) : undefined);

function shortened(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
