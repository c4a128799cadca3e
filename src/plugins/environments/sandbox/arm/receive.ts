import type { IncomingMessage } from 'node:http';
import { AzureError } from '../world/azure-error.ts';

/** A request as it came in. */
export interface Incoming {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without parameters, in lower case. */
  readonly contentType: string;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly text: string;
  /** Why the body could not be taken. */
  readonly refusal?: unknown;
}

/** The resource manager's limit for a request, bytes. */
const LIMIT = 4 * 1024 * 1024;

/** Never rejects. */
export async function receive(request: IncomingMessage): Promise<Incoming> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const [contentType = ''] = (request.headers['content-type'] ?? '').split(';');
  const common = {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark)),
    contentType: contentType.trim().toLowerCase(),
    ifMatch: request.headers['if-match'],
    ifNoneMatch: request.headers['if-none-match'],
  };
  return readText(request).then(
    (text) => ({ ...common, text }),
    (refusal: unknown) => ({ ...common, text: '', refusal }),
  );
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= LIMIT) chunks.push(bytes);
  }
  if (size > LIMIT) throw new AzureError(413, 'RequestContentTooLarge', `The request content exceeds the limit of ${LIMIT} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}

/** undefined for an empty body. @throws AzureError 400 */
export function parseBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AzureError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized as JSON.');
  }
}
