import type { Text } from '../../contracts/index.ts';

/** What there is to say about a code, at length. */
export interface Explanation {
  readonly means: Text;
  /** How it comes about. */
  readonly arises: Text;
  /** Commands that show it without amltls (openssl, dig, nslookup, az) or with it; `www.contoso.com`, `cert.pem` stand for the reader's own. */
  readonly see: readonly string[];
  readonly mend: Text;
}

/** By the code of a finding or problem. */
export type Explanations = Readonly<Record<string, Explanation>>;
