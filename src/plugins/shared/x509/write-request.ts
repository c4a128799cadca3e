import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { algorithmOf, webAlgorithm } from './key-algorithm.ts';
import { loadX509 } from './load-x509.ts';

export interface RequestWish {
  /** DNS names and addresses for the subjectAltName. */
  readonly names: readonly string[];
  /** RFC 4514: `CN=www.contoso.com, O=Contoso, C=JP`; CAs of today look at the names alone. */
  readonly subject?: string | undefined;
  /** The private key that the certificate is to be for; a secret. */
  readonly keyPem: string;
}

/** A certificate request (PKCS#10) as PEM, signed by its key. @throws Error for a subject that is no distinguished name */
export async function writeRequest({ names, subject = '', keyPem }: RequestWish): Promise<string> {
  const x509 = await loadX509();
  const key = createPrivateKey(keyPem);
  const { generate, sign } = webAlgorithm(algorithmOf(key));
  const imported = { ...generate, ...sign };
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: new x509.Name(subject).toString(),
    keys: {
      privateKey: await webcrypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), imported, false, ['sign']),
      publicKey: await webcrypto.subtle.importKey('spki', createPublicKey(key).export({ type: 'spki', format: 'der' }), imported, true, ['verify']),
    },
    signingAlgorithm: sign,
    extensions: [new x509.SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const))],
  });
  return `${request.toString('pem')}\n`;
}

/** Whether a subject can be written. */
export async function isSubject(subject: string): Promise<boolean> {
  const x509 = await loadX509();
  try {
    return new x509.Name(subject).toString() !== '';
  } catch {
    return false;
  }
}
