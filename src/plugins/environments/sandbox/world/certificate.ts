import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { HeldCertificate, ServiceError } from '../state/values.ts';

/** What Azure makes of an upload: something to serve, or an error without any part of the key. */
export type Upload = { readonly certificate: HeldCertificate } | { readonly error: ServiceError };

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Takes a chain and its key as PEM text. Names, dates and the chain's completeness are not Azure's business: it serves what it got. */
export function readUpload(chainPem: string, keyPem: string): Upload {
  const leaf = readLeaf(chainPem);
  if (leaf === undefined) return refused('The certificate could not be read as PEM.');
  const key = readKey(keyPem);
  if (key === undefined) return refused('The private key could not be read as an unencrypted PEM key.');
  if (!leaf.checkPrivateKey(key)) return refused('The private key does not match the certificate.');
  return { certificate: { chainPem, keyPem, names: dnsNames(leaf), notBefore: leaf.validFromDate.getTime(), notAfter: leaf.validToDate.getTime() } };
}

const refused = (message: string): Upload => ({ error: { code: 'InvalidSslConfiguration', message } });

function readLeaf(pem: string): X509Certificate | undefined {
  try {
    return (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block))[0];
  } catch {
    return undefined;
  }
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function dnsNames(leaf: X509Certificate): string[] {
  return (leaf.subjectAltName ?? '').split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4).toLowerCase()] : []));
}
