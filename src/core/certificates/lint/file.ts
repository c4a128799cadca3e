import { value } from '../../text/say.ts';
import type { Contents } from '../contents/contents.ts';
import { sameBytes } from '../der.ts';
import type { OrderedChain } from '../order.ts';
import type { Hit } from './examined.ts';

const ENCODINGS = { 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'utf-8-bom': 'UTF-8 (BOM)', plain: '' } as const;

/** The file as such, and the keys in it. `key`: SPKI of the key that stands in another file. */
export function* fileRules({ encoding, form, keys }: Contents, chain: OrderedChain | undefined, key: Uint8Array | undefined): Generator<Hit> {
  if (encoding !== 'plain' && form === 'pem') yield { code: 'file-encoding', detail: value(ENCODINGS[encoding]) };
  if (keys.length > 1) yield { code: 'keys-several', detail: value(String(keys.length)) };
  const [own] = keys;
  const spki = key ?? own?.spki;
  if (spki !== undefined && chain !== undefined && !sameBytes(spki, chain.leaf.spki)) yield { code: 'key-mismatch', certificate: chain.leaf };
  if (own?.encrypted === true && key === undefined && form === 'pem') yield { code: 'key-encrypted' };
}
