import type * as Forge from 'node-forge';

type Forged = typeof Forge;
/** Of those parts that its types leave out. */
interface Pbe {
  getCipherForPBES2(oid: string, params: Forge.asn1.Asn1, password: string): unknown;
}

let loaded: Promise<Forged> | undefined;

/** node-forge, loaded at first use, with passphrases beyond ASCII put right. */
export function loadForge(): Promise<Forged> {
  loaded ??= import('node-forge').then(({ default: forge }) => withUtf8(forge));
  return loaded;
}

// PBES2 takes bytes, which are UTF-8 (RFC 8018 section 3); node-forge cuts each UTF-16 unit to one. The older key derivation of PKCS #12 wants
// UTF-16 (RFC 7292 B.1), and does so there: the passphrase itself has to stay as it is.
function withUtf8(forge: Forged): Forged {
  const pbe = (forge.pki as unknown as { readonly pbe: Pbe }).pbe;
  const { getCipherForPBES2 } = pbe;
  pbe.getCipherForPBES2 = (oid, params, password) => getCipherForPBES2(oid, params, forge.util.encodeUtf8(password));
  return forge;
}
