import { AsnConvert } from '@peculiar/asn1-schema';
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509';
import type { X509 } from './load-x509.ts';

const ID_CE_NAME_CONSTRAINTS = '2.5.29.30';

/** What a CA may vouch for (RFC 5280 4.2.1.10). `dns`: the name and everything below it; `ip`: CIDR, `127.0.0.0/8`. */
export interface Permitted {
  readonly dns: readonly string[];
  readonly ip: readonly string[];
}

export function nameConstraints(x509: X509, { dns, ip }: Permitted): InstanceType<X509['Extension']> {
  const subtrees = [...dns.map((name) => new GeneralName({ dNSName: name })), ...ip.map((range) => new GeneralName({ iPAddress: range }))];
  const constraints = new NameConstraints({ permittedSubtrees: new GeneralSubtrees(subtrees.map((base) => new GeneralSubtree({ base }))) });
  return new x509.Extension(ID_CE_NAME_CONSTRAINTS, true, AsnConvert.serialize(constraints));
}
