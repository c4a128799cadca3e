import { renewalId } from '../../../core/certificates/renewal-id.ts';
import type { CertBundle, Context } from '../../../core/contracts/index.ts';
import { ProblemError } from '../../../core/problems/problem-error.ts';
import { type Directory, readDirectory } from './account.ts';
import { parsed } from './problems.ts';
import { openTransport } from './transport.ts';
import type { Wish } from './wish.ts';

/** When the authority wants the certificate renewed (RFC 9773); ms since the epoch. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** undefined where the authority offers none, cannot be reached, or answers something else: the share of the lifetime decides then. */
export async function renewalWindow(bundle: CertBundle, wish: Wish, context: Context): Promise<Window | undefined> {
  try {
    const { renewalInfo } = await readDirectory(wish, context);
    const id = renewalId(bundle.chainPem);
    if (renewalInfo === undefined || id === undefined) return undefined;
    const transport = await openTransport(context, wish.authorityCaPem);
    const { status, body } = await transport.send({ method: 'get', url: `${renewalInfo.replace(/\/$/, '')}/${id}`, headers: { accept: 'application/json' } });
    return status === 200 ? windowIn(parsed(body)) : undefined;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}

/** The moment within the window at which this certificate is renewed: the same each time, spread over all certificates. */
export function momentIn({ start, end }: Window, { fingerprintSha256 }: Pick<CertBundle, 'fingerprintSha256'>): number {
  return start + (end - start) * (Number.parseInt(fingerprintSha256.slice(0, 8), 16) / 0xffff_ffff);
}

/** What a new order says it replaces, where the authority understands it. */
export function replacing(directory: Directory, bundle: CertBundle | undefined): { readonly replaces?: string } {
  const id = directory.renewalInfo === undefined || bundle === undefined ? undefined : renewalId(bundle.chainPem);
  return id === undefined ? {} : { replaces: id };
}

function windowIn(json: unknown): Window | undefined {
  const window = (json as { readonly suggestedWindow?: { readonly start?: unknown; readonly end?: unknown } } | undefined)?.suggestedWindow;
  const [start, end] = [Date.parse(String(window?.start)), Date.parse(String(window?.end))];
  return Number.isNaN(start) || Number.isNaN(end) || end < start ? undefined : { start, end };
}
