import type { Certificate } from '../certificate.ts';
import { shownName } from '../findings/shown.ts';
import { namesOf } from '../names.ts';
import { isSelfSigned, orderChain } from '../order.ts';
import { type CertificateDetails, detailsOf } from './details.ts';

/** One certificate in its place. `apart`: it belongs to nothing in the chain. Text in it is foreign. */
export interface ChainLink {
  readonly name: string;
  readonly role: 'leaf' | 'issuer' | 'root' | 'apart';
  readonly details: CertificateDetails;
}

/** A chain from the leaf up, whatever the file's order; what belongs to nothing in it comes last. @param at ms since the epoch: when what is left is counted from */
export function chainView(certificates: readonly Certificate[], at: number): readonly ChainLink[] {
  const chain = orderChain(certificates);
  const link = (role: ChainLink['role']) => (certificate: Certificate) => ({
    name: shownName(certificate.subject) || (namesOf(certificate)[0] ?? ''),
    role,
    details: detailsOf(certificate, at),
  });
  if (chain === undefined) return certificates.map(link('apart'));
  const { leaf, serve, roots, strangers } = chain;
  const issuers = serve.filter((each) => each !== leaf);
  return [
    link('leaf')(leaf),
    ...issuers.map((each) => link(isSelfSigned(each) ? 'root' : 'issuer')(each)),
    ...roots.filter((each) => each !== leaf && !serve.includes(each)).map(link('root')),
    ...strangers.map(link('apart')),
  ];
}
