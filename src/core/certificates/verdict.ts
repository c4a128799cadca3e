import type { Certificate } from './certificate.ts';
import type { IsPublicSuffix } from './path/leaf-rules.ts';
import type { Violation } from './path/rules.ts';
import { validatePath } from './path/validate.ts';
import { type CertificateFile, readCertificates } from './read.ts';

export interface VerdictInput {
  /** What a server shows: its own certificate first, intermediates behind it in any order. PEM or DER. */
  readonly shown: Uint8Array;
  /** Further intermediates. */
  readonly untrusted?: Uint8Array | undefined;
  /** The trust anchors, and the only ones. */
  readonly trust: Uint8Array;
  /** A-label name or address; without one no name is looked at. */
  readonly host?: string | undefined;
  /** ms since the epoch */
  readonly at: number;
  readonly maxDepth?: number | undefined;
  readonly isPublicSuffix: IsPublicSuffix;
}

/** What a careful TLS client would say. `unreadable`: 1-based lines of what should be the server's certificate. */
export type Verdict =
  | { readonly verdict: 'accept'; readonly path: readonly Certificate[] }
  | { readonly verdict: 'reject'; readonly violations: readonly Violation[]; readonly file: CertificateFile };

/**
 * Accept or reject, at a chosen time, by RFC 5280 section 6, RFC 9525, and what the CA/Browser Forum forbids.
 * Intermediates and anchors that cannot be read are no part of any path; a leaf that cannot be read is refused.
 */
export function judgeChain(input: VerdictInput): Verdict {
  const file = readCertificates(input.shown);
  const [first = Number.POSITIVE_INFINITY] = file.unreadable;
  const leafUnreadable = file.certificates.length === 0 || first === 1;
  if (leafUnreadable) return { verdict: 'reject', violations: [], file };
  const further = input.untrusted === undefined ? [] : readCertificates(input.untrusted).certificates;
  const result = validatePath({
    chain: [...file.certificates, ...further],
    roots: [new TextDecoder('latin1').decode(input.trust)],
    at: input.at,
    policy: 'strict',
    isPublicSuffix: input.isPublicSuffix,
    ...(input.host === undefined ? {} : { host: input.host }),
    ...(input.maxDepth === undefined ? {} : { maxDepth: input.maxDepth }),
  });
  return result.ok ? { verdict: 'accept', path: result.path } : { verdict: 'reject', violations: result.violations, file };
}
