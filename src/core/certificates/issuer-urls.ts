import type { Certificate } from './certificate.ts';
import { authorityInfoAccess } from './extensions.ts';
import { OID } from './oids.ts';

/** Where the issuer publishes its own certificate (RFC 5280 4.2.2.1, caIssuers); http and https only. Foreign text, never fetched here. */
export function issuerUrls(certificate: Certificate): readonly string[] {
  try {
    return (authorityInfoAccess(certificate) ?? []).flatMap(({ method, location }) =>
      method === OID.caIssuers && location.kind === 'uri' && /^https?:\/\/[\x21-\x7e]+$/iu.test(location.value) ? [location.value] : [],
    );
  } catch {
    return [];
  }
}
