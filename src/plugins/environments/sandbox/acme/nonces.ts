import { randomBytes } from 'node:crypto';

/** Each is good for one request (RFC 8555 6.5). They die with the host: a client then gets a new one with the refusal and tries again. */
export interface Nonces {
  next(): string;
  /** @returns false for one that was never given out, or is used up */
  take(nonce: string): boolean;
}

const MOST = 1_000;

export function createNonces(): Nonces {
  const open = new Set<string>();
  return {
    next() {
      const nonce = randomBytes(16).toString('base64url');
      open.add(nonce);
      const [oldest] = open;
      if (open.size > MOST && oldest !== undefined) open.delete(oldest);
      return nonce;
    },
    take: (nonce) => open.delete(nonce),
  };
}
