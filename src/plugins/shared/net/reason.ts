import type { Layer } from '../../../core/contracts/index.ts';

/** Ends a look within its time, whatever the peer does. */
export const LOOK_MS = 10_000;

const DNS_CODES: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL'];
const TCP_CODES: readonly string[] = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT', 'EACCES', 'EINVAL', 'EHOSTDOWN'];

export interface Unseen {
  readonly seen: false;
  readonly layer: Layer;
  /** As the system or the peer worded it. */
  readonly reason: string;
}

/** Where a look ended. @param layer the one that was being tried */
export function unseen(thrown: unknown, layer: Layer): Unseen {
  const { code, syscall, reason } = details(thrown);
  if (DNS_CODES.includes(code) || syscall === 'getaddrinfo') return { seen: false, layer: 'dns', reason };
  if (layer === 'dns' || TCP_CODES.includes(code)) return { seen: false, layer: 'tcp', reason };
  return { seen: false, layer, reason };
}

function details(thrown: unknown): { code: string; syscall: string; reason: string } {
  if (!(thrown instanceof Error)) return { code: '', syscall: '', reason: String(thrown) };
  const first: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  const error: Error & { code?: unknown; syscall?: unknown; reason?: unknown } = first instanceof Error ? first : thrown;
  const code = typeof error.code === 'string' ? error.code : '';
  const said = typeof error.reason === 'string' ? error.reason : error.message;
  return { code, syscall: typeof error.syscall === 'string' ? error.syscall : '', reason: said === '' ? code : said };
}
