import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { algorithmOf, type KeyAlgorithm, webAlgorithm } from './key-algorithm.ts';
import { loadX509, type X509 } from './load-x509.ts';
import { nameConstraints, type Permitted } from './name-constraints.ts';
import { keyPemOf, newKey } from './new-key.ts';

export interface CertificatePair {
  readonly certPem: string;
  /** PKCS#8, a secret. */
  readonly keyPem: string;
}

export interface CertificateWish {
  readonly commonName: string;
  /** DNS names and addresses for the subjectAltName. */
  readonly names?: readonly string[];
  /** ms since the epoch */
  readonly from: number;
  readonly to: number;
  readonly algorithm: KeyAlgorithm;
  /** Makes it a CA. */
  readonly ca?: { readonly pathLength?: number; readonly permitted?: Permitted };
  /** Who signs; itself where there is none. */
  readonly issuer?: CertificatePair;
  /** SPKI (DER) of a key whose private half is elsewhere, as a request names it: the pair's own `keyPem` is then good for nothing. */
  readonly publicKey?: Uint8Array;
  /** PEM of an existing private key to certify (RSA, P-256 or P-384) instead of making one; `algorithm` follows it. */
  readonly keyPem?: string;
}

const MAX_COMMON_NAME = 64;

/** A new key and a certificate for it, by RFC 5280 with a random 127-bit serial number. */
export async function writeCertificate(asked: CertificateWish): Promise<CertificatePair> {
  const x509 = await loadX509();
  const key = asked.keyPem === undefined ? await newKey(asked.algorithm) : createPrivateKey(asked.keyPem);
  const wish = asked.keyPem === undefined ? asked : { ...asked, algorithm: algorithmOf(key) };
  const publicKey = new x509.PublicKey(
    asked.publicKey === undefined ? new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' })) : new Uint8Array(asked.publicKey),
  );
  const signer = wish.issuer === undefined ? { key, name: undefined, certificate: undefined } : issuing(x509, wish.issuer);
  const algorithm = wish.issuer === undefined ? wish.algorithm : algorithmOf(signer.key);
  const subject = [{ CN: [fitting(wish.commonName, wish.names)] }];
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: new x509.Name(subject).toString(),
    issuer: signer.name ?? new x509.Name(subject).toString(),
    notBefore: new Date(wish.from),
    notAfter: new Date(wish.to),
    publicKey,
    signingKey: await importPrivate(signer.key, algorithm),
    signingAlgorithm: webAlgorithm(algorithm).sign,
    extensions: await extensionsOf(x509, wish, publicKey, signer.certificate),
  });
  return { certPem: `${certificate.toString('pem')}\n`, keyPem: keyPemOf(key) };
}

async function extensionsOf(
  x509: X509,
  wish: CertificateWish,
  publicKey: InstanceType<X509['PublicKey']>,
  issuer: InstanceType<X509['X509Certificate']> | undefined,
) {
  const { KeyUsageFlags } = x509;
  const usage =
    wish.ca === undefined
      ? KeyUsageFlags.digitalSignature | (wish.algorithm.startsWith('rsa') ? KeyUsageFlags.keyEncipherment : 0)
      : KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;
  return [
    new x509.BasicConstraintsExtension(wish.ca !== undefined, wish.ca?.pathLength, true),
    new x509.KeyUsagesExtension(usage, true),
    await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ...(issuer === undefined ? [] : [await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey)]),
    ...(wish.ca === undefined ? [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])] : []),
    ...(wish.names === undefined
      ? []
      : [new x509.SubjectAlternativeNameExtension(wish.names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const))]),
    ...(wish.ca?.permitted === undefined ? [] : [nameConstraints(x509, wish.ca.permitted)]),
  ];
}

function issuing(x509: X509, { certPem, keyPem }: CertificatePair) {
  const certificate = new x509.X509Certificate(certPem);
  return { key: createPrivateKey(keyPem), name: certificate.subject, certificate };
}

async function importPrivate(key: KeyObject, algorithm: KeyAlgorithm): Promise<webcrypto.CryptoKey> {
  const { generate, sign } = webAlgorithm(algorithm);
  return await webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), { ...generate, ...sign }, false, ['sign']);
}

// ub-common-name (RFC 5280 appendix A): a longer name stays in the subjectAltName, where clients look.
function fitting(commonName: string, names: readonly string[] = []): string {
  return [commonName, ...names].find((name) => name.length <= MAX_COMMON_NAME) ?? 'amltls';
}

// Positive and never longer than 20 octets (RFC 5280 4.1.2.2); a leading zero octet would not be minimal DER.
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
