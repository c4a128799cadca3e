import type { Json } from '../../../../core/contracts/index.ts';
import type { Call } from './call.ts';

const PAGE = 20; // guess

/**
 * `{ value, nextLink? }`. The link is absolute and carries the whole query (facts.md 1.1).
 * @param token `$skip` or `$skipToken` @param path of this list
 */
export function page(call: Call, path: string, items: readonly Json[], token: '$skip' | '$skipToken'): Json {
  const from = Math.max(0, Number.parseInt(call.query.get(token) ?? '0', 10) || 0);
  const value = items.slice(from, from + PAGE);
  if (from + PAGE >= items.length) return { value };
  const query = new URLSearchParams(call.query);
  query.set(token, String(from + PAGE));
  return { value, nextLink: `${call.baseUrl}${path}?${query}` };
}
