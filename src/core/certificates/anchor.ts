import { childrenOf, contextConstructed, type Der, expectTag, readDer, TAG } from './der.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';
import { readBlocks } from './pem.ts';

const LABELS: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'DER'];
const BEGIN = '-----BEGIN CERTIFICATE-----\n';
const END = '\n-----END CERTIFICATE-----';

/** DER of every certificate in a text. @param text PEM of any number of certificates, or one DER certificate as latin1 */
export function anchorsIn(text: string): readonly Buffer[] {
  return (
    single(text) ?? readBlocks(Buffer.from(text, 'latin1')).flatMap(({ label, der }) => (der !== undefined && LABELS.includes(label) ? [Buffer.from(der)] : []))
  );
}

// As node hands out its roots, hundreds of them: one certificate, nothing around it.
function single(text: string): readonly Buffer[] | undefined {
  const end = text.indexOf(END);
  const alone = text.startsWith(BEGIN) && end !== -1 && text.length <= end + END.length + 1;
  return alone ? [Buffer.from(text.slice(BEGIN.length, end), 'base64')] : undefined;
}

/** The subject, nothing else of the certificate being read; undefined where it cannot be read. */
export function subjectOf(der: Uint8Array): DistinguishedName | undefined {
  try {
    const [tbs] = childrenOf(readDer(der));
    const fields: readonly Der[] = tbs === undefined ? [] : childrenOf(tbs);
    // version?, serial, algorithm, issuer, validity, subject
    return readName(expectTag(fields[fields[0]?.tag === contextConstructed(0) ? 5 : 4], TAG.sequence));
  } catch {
    return undefined;
  }
}
