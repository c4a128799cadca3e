import { CAA_IDENTITY } from './validate.ts';

/** RFC 8555 7.1.1; renewal information as RFC 9773 has it. */
export function directory(base: string): object {
  return {
    newNonce: `${base}/new-nonce`,
    newAccount: `${base}/new-account`,
    newOrder: `${base}/new-order`,
    revokeCert: `${base}/revoke-cert`,
    renewalInfo: `${base}/renewal-info`,
    meta: { termsOfService: `${base}/terms`, caaIdentities: [CAA_IDENTITY], externalAccountRequired: false },
  };
}

export const TERMS = 'This authority is for practice. Nobody outside this computer trusts what it issues, and it promises nothing.\n';
