import type { Contents } from '../../../../core/certificates/contents/contents.ts';
import { readContents } from '../../../../core/certificates/contents/read-contents.ts';
import { shownKey } from '../../../../core/certificates/findings/shown.ts';
import { namesOf } from '../../../../core/certificates/names.ts';
import { orderChain } from '../../../../core/certificates/order.ts';
import type { Holds } from './state.ts';

/** What a file holds, as far as it can be told without a passphrase. A key is looked at for its kind and dropped. Never throws. */
export async function holdsOf(bytes: Uint8Array): Promise<Holds> {
  try {
    return described(await readContents(bytes));
  } finally {
    bytes.fill(0);
  }
}

function described({ certificates, keys, requests, unread }: Contents): Holds {
  const leaf = orderChain(certificates)?.leaf;
  const [key] = keys;
  const locked = unread.filter(({ fault }) => fault === 'locked');
  const lockedKey = locked.some(({ label }) => label !== 'PFX');
  return {
    certificates: certificates.length,
    names: leaf === undefined ? (requests[0]?.names ?? []) : namesOf(leaf),
    ...(leaf === undefined ? {} : { notAfter: leaf.notAfter }),
    key: key !== undefined ? 'plain' : lockedKey ? 'encrypted' : 'none',
    ...(key === undefined ? {} : { keyKind: shownKey(key.key) }),
    request: requests.length > 0,
    locked: locked.length > 0 && !lockedKey,
    damaged: unread.some(({ fault }) => fault === 'damaged'),
  };
}
