import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../net/judge-address.ts';

/** Resolves as the machine does and refuses a name that leads to an address outside the public Internet: what is judged is what is connected to. */
export const judgedLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[];
    const refused = error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : notPublic());
    const [first] = addresses ?? [];
    if (refused !== null || first === undefined) done(refused ?? notPublic(), '', 0);
    else if (options.all === true) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

function notPublic(): NodeJS.ErrnoException {
  return Object.assign(new Error('not a public address'), { code: 'not public' });
}
