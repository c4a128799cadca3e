import { type Certificate, parseCertificate } from './certificate.ts';
import { Malformed } from './der.ts';
import { type Block, readBlocks, toPem } from './pem.ts';

/** What a file of certificates holds, in the file's order. */
export interface CertificateFile {
  readonly certificates: readonly Certificate[];
  /** Blocks that say they are certificates and cannot be read: 1-based lines. */
  readonly unreadable: readonly number[];
  /** Labels of the other blocks: `PRIVATE KEY`, `PKCS7`, … */
  readonly others: readonly string[];
}

const LABELS: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'DER'];

/** PEM in any number, or one DER certificate. Never throws. */
export function readCertificates(source: Uint8Array | string): CertificateFile {
  const certificates: Certificate[] = [];
  const unreadable: number[] = [];
  const others: string[] = [];
  for (const block of readBlocks(typeof source === 'string' ? new TextEncoder().encode(source) : source)) {
    if (!LABELS.includes(block.label)) {
      others.push(block.label);
      continue;
    }
    const certificate = parsed(block);
    if (certificate === undefined) unreadable.push(block.line);
    else certificates.push(certificate);
  }
  return { certificates, unreadable, others };
}

/** The certificate, or undefined for bytes that are none. */
export function tryParse(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** PEM of these certificates in this order, nothing else. */
export function toChainPem(certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => toPem('CERTIFICATE', der)).join('');
}

function parsed(block: Block): Certificate | undefined {
  return block.der === undefined ? undefined : tryParse(block.der);
}
