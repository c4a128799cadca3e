import { loadX509 } from '../../../shared/x509/load-x509.ts';

/** What a request (PKCS#10) asks for. */
export interface CertificateRequest {
  /** Of the subjectAltName. */
  readonly names: readonly string[];
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
}

/** @param csr PEM or DER @throws Error in words for a log: it cannot be read, is not signed by its key, or names nothing */
export async function readRequest(csr: string | Uint8Array<ArrayBuffer>): Promise<CertificateRequest> {
  const x509 = await loadX509();
  const request = new x509.Pkcs10CertificateRequest(csr);
  if (!(await request.verify())) throw new Error('not signed by its own key');
  const alternative = request.getExtension('2.5.29.17');
  const all = alternative instanceof x509.SubjectAlternativeNameExtension ? alternative.names.items : [];
  const names = all.filter(({ type }) => type === 'dns').map(({ value }) => value);
  if (names.length === 0) throw new Error('no DNS name in the subject alternative name');
  return { names, publicKey: new Uint8Array(request.publicKey.rawData) };
}
