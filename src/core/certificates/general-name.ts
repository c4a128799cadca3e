import { childrenOf, context, contextConstructed, type Der, Malformed } from './der.ts';
import { type DistinguishedName, readName } from './distinguished-name.ts';

/** RFC 5280 4.2.1.6. `ip`: 4 or 16 octets in a name, 8 or 32 in a constraint; anything else is kept for judging. */
export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly value: string }
  | { readonly kind: 'ip'; readonly value: Uint8Array }
  | { readonly kind: 'directory'; readonly value: DistinguishedName }
  | { readonly kind: 'other'; readonly tag: number };

/** @throws Malformed */
export function readGeneralName(element: Der): GeneralName {
  switch (element.tag) {
    case context(1):
      return { kind: 'email', value: ia5(element.content) };
    case context(2):
      return { kind: 'dns', value: ia5(element.content) };
    case context(6):
      return { kind: 'uri', value: ia5(element.content) };
    case context(7):
      return { kind: 'ip', value: element.content };
    case contextConstructed(4):
      return { kind: 'directory', value: readName(childrenOf(element)[0]) };
    default:
      if ((element.tag & 0xc0) !== 0x80) throw new Malformed('no general name');
      return { kind: 'other', tag: element.tag };
  }
}

function ia5(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte >= 0x80)) throw new Malformed('not IA5');
  return Buffer.from(bytes).toString('latin1');
}
