import type { Issuer } from './causes/caa.ts';

// Organisation in the issuer's name -> what its CAA records carry (from the authorities' practice statements).
const KNOWN: readonly { readonly organisation: RegExp; readonly names: readonly string[] }[] = [
  { organisation: /let'?s encrypt|internet security research/i, names: ['letsencrypt.org'] },
  {
    organisation: /digicert|geotrust|rapidssl|thawte/i,
    names: ['digicert.com', 'geotrust.com', 'rapidssl.com', 'thawte.com', 'www.digicert.com', 'symantec.com'],
  },
  { organisation: /sectigo|comodo|usertrust|zerossl/i, names: ['sectigo.com', 'comodoca.com', 'comodo.com', 'usertrust.com', 'trust-provider.com'] },
  { organisation: /globalsign/i, names: ['globalsign.com'] },
  { organisation: /google trust services/i, names: ['pki.goog'] },
  { organisation: /entrust/i, names: ['entrust.net', 'affirmtrust.com', 'sectigo.com'] },
  { organisation: /godaddy|starfield/i, names: ['godaddy.com', 'starfieldtech.com'] },
  { organisation: /amazon/i, names: ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'] },
  { organisation: /microsoft/i, names: ['microsoft.com'] },
  { organisation: /ssl corp|ssl\.com/i, names: ['ssl.com'] },
  { organisation: /identrust/i, names: ['identrust.com'] },
  { organisation: /secom|cybertrust/i, names: ['secomtrust.net', 'cybertrust.ne.jp'] },
  { organisation: /japan registry services/i, names: ['jprs.jp'] },
  { organisation: /actalis/i, names: ['actalis.it'] },
  { organisation: /buypass/i, names: ['buypass.com'] },
  { organisation: /certum|asseco|unizeto/i, names: ['certum.pl', 'certum.eu'] },
  { organisation: /harica|hellenic academic/i, names: ['harica.gr'] },
  { organisation: /telesec|t-systems|deutsche telekom/i, names: ['telesec.de', 'pki.dfn.de'] },
];

/** The authority behind a certificate's issuer (a distinguished name); undefined for a CA of one's own, which reads no CAA. */
export function issuerOf(distinguishedName: string): Issuer | undefined {
  const known = KNOWN.find(({ organisation }) => organisation.test(distinguishedName));
  return known === undefined ? undefined : { title: distinguishedName, names: known.names };
}
