import { createSecureContext, type SecureContext } from 'node:tls';

/** What a front end serves: the uploaded chain as it is, leaf first as uploaded, and its key. */
export interface ServedPair {
  readonly chainPem: string;
  readonly keyPem: string;
  /** Services on AKS speak TLS 1.2 and nothing newer. */
  readonly tls12Only: boolean;
}

/**
 * Serves exactly this chain: an empty `ca` keeps OpenSSL from completing it out of the machine's trust store.
 * Level 0 lets weak keys through, as the service would; judging them is the client's work.
 * @returns undefined where the pair cannot be served at all
 */
export function contextOf(pair: ServedPair): SecureContext | undefined {
  try {
    return createSecureContext({
      cert: pair.chainPem,
      key: pair.keyPem,
      ca: [],
      ciphers: 'DEFAULT@SECLEVEL=0',
      minVersion: 'TLSv1.2',
      maxVersion: pair.tls12Only ? 'TLSv1.2' : 'TLSv1.3',
    });
  } catch {
    return undefined;
  }
}

/** One context, made again only when the pair is another one. */
export function createContextCache(): (pair: ServedPair) => SecureContext | undefined {
  let last: { readonly pair: ServedPair; readonly context: SecureContext | undefined } | undefined;
  return (pair) => {
    if (last === undefined || last.pair.chainPem !== pair.chainPem || last.pair.keyPem !== pair.keyPem || last.pair.tls12Only !== pair.tls12Only) {
      last = { pair, context: contextOf(pair) };
    }
    return last.context;
  };
}
