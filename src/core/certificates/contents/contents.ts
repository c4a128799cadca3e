import type { Certificate } from '../certificate.ts';
import type { KeyKind } from '../key.ts';
import type { CertificateRequest } from './request.ts';

/** A private key by its public side. */
export interface FoundKey {
  readonly spki: Uint8Array;
  readonly key: KeyKind;
  /** It stood there under a passphrase. */
  readonly encrypted: boolean;
  readonly line: number;
  /** PKCS #8 DER, a secret; only where keys were asked for. The caller overwrites it. */
  readonly pkcs8?: Uint8Array;
}

/**
 * Why a part could not be read. `locked`: a passphrase is needed. `wrong-passphrase`: the one that was given does not open it.
 * `costly`: opening it would take minutes, on purpose. `unsupported`: protected in a way that nobody here knows.
 */
export type Fault = 'damaged' | 'locked' | 'wrong-passphrase' | 'costly' | 'unsupported';

export interface Unread {
  /** What it says it is: `CERTIFICATE`, `PRIVATE KEY`, `PFX`, … */
  readonly label: string;
  readonly fault: Fault;
  /** 1-based line of its BEGIN. */
  readonly line: number;
}

export type TextEncoding = 'plain' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';

/** Everything that a file holds, in the file's order. */
export interface Contents {
  /** `der`: binary. `pem`: armoured text. `base64`: bare text. `none`: nothing of ours. */
  readonly form: 'pem' | 'der' | 'base64' | 'none';
  readonly encoding: TextEncoding;
  readonly certificates: readonly Certificate[];
  readonly keys: readonly FoundKey[];
  readonly requests: readonly CertificateRequest[];
  /** Containers that were opened: `PKCS #7`, `PFX`. */
  readonly containers: readonly string[];
  /** Labels of what is known and not looked at: `X509 CRL`, `EC PARAMETERS`, `PUBLIC KEY`. */
  readonly others: readonly string[];
  readonly unread: readonly Unread[];
}
