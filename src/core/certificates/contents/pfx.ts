import type * as Forge from 'node-forge';
import type { Fault } from './contents.ts';
import { loadForge } from './forge.ts';
import { checkPbmac1 } from './pbmac1.ts';

export interface OpenedPfx {
  /** DER each. */
  readonly certificates: readonly Uint8Array[];
  /** PKCS #8 DER each, secrets. */
  readonly keys: readonly Uint8Array[];
}

/**
 * Opens a PFX (PKCS #12): AES as Windows and OpenSSL write it today, and 3DES and RC2 as they did. The password is checked by its MAC
 * (that of PKCS #12, or PBMAC1) before anything is decrypted; no password and an empty one are both tried where `passphrase` is empty.
 */
export async function openPfx(der: Uint8Array, passphrase: string | undefined): Promise<OpenedPfx | Fault> {
  const forge = await loadForge();
  try {
    const guarded = checkPbmac1(der, passphrase ?? '');
    if (guarded.state === 'unsupported') return 'unsupported';
    if (guarded.state === 'wrong') return passphrase === undefined ? 'locked' : 'wrong-passphrase';
    return read(forge, guarded.state === 'right' ? guarded.pfx : der, passphrase ?? '');
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    if (/MAC could not be verified|Invalid password/iu.test(text)) return passphrase === undefined ? 'locked' : 'wrong-passphrase';
    // Without a MAC a wrong password shows in what comes out of the cipher.
    if (/decrypt/iu.test(text)) return passphrase === undefined ? 'locked' : 'wrong-passphrase';
    return /unsupported|cannot read encrypted|OID is not/iu.test(text) ? 'unsupported' : 'damaged';
  }
}

function read(forge: typeof Forge, der: Uint8Array, passphrase: string): OpenedPfx {
  const binary = Buffer.from(der).toString('latin1');
  // Bytes behind the PFX and definite lengths are no reason to refuse what Windows reads.
  const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.createBuffer(binary), { parseAllBytes: false } as never), false, passphrase);
  const bags = pfx.safeContents.flatMap(({ safeBags }) => safeBags);
  const bytes = (asn1: Forge.asn1.Asn1) => new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1'));
  return {
    certificates: bags.flatMap(({ type, cert, asn1 }) => {
      if (type !== forge.pki.oids['certBag']) return [];
      return [bytes(cert === undefined || cert === null ? asn1 : forge.pki.certificateToAsn1(cert))];
    }),
    keys: bags.flatMap(({ type, key, asn1 }) => {
      if (type !== forge.pki.oids['keyBag'] && type !== forge.pki.oids['pkcs8ShroudedKeyBag']) return [];
      return [bytes(key === undefined || key === null ? asn1 : forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)))];
    }),
  };
}
