import type { Certificate } from '../certificate.ts';

/** Why a path is refused. Those of `STRICT` are demanded by RFC 5280 or the CA/Browser Forum; many clients let them pass. */
export type PathRule =
  | 'untrusted-root'
  | 'too-long'
  | 'too-complex'
  | 'expired'
  | 'not-yet-valid'
  | 'signature-weak'
  | 'key-weak'
  | 'malformed'
  | 'duplicate-extension'
  | 'unknown-critical-extension'
  | 'not-a-ca'
  | 'no-cert-sign'
  | 'path-length'
  | 'empty-name'
  | 'name-constraint'
  | 'policy'
  | 'eku-no-server-auth'
  | 'key-usage'
  | 'san-missing'
  | 'name-not-covered'
  | StrictRule;

export const STRICT = [
  'serial',
  'version',
  'criticality',
  'key-identifier',
  'key-size',
  'inconsistent-ca',
  'leaf-is-ca',
  'leaf-constrains-names',
  'root-eku',
  'any-eku',
  'eku-other',
  'eku-critical',
  'name-syntax',
  'common-name',
  'public-suffix-wildcard',
  'malformed-aia',
  'validity-encoding',
  'unique-id',
  'key-exponent',
  'key-usage-kind',
] as const;
export type StrictRule = (typeof STRICT)[number];

export interface Violation {
  readonly rule: PathRule;
  readonly certificate: Certificate;
}

export type Position = 'leaf' | 'intermediate' | 'root';

/** One certificate in its place on a path. */
export interface Place {
  readonly certificate: Certificate;
  readonly position: Position;
  /** ms since the epoch */
  readonly at: number;
}
