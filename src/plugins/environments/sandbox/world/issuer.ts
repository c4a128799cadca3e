/** Who signs the certificates that Microsoft would issue: the practice CA. */
export interface Issuer {
  /** @param from @param to ms since the epoch of the practice clock. Chain: leaf first, PEM; key: PKCS#8 PEM. */
  issue(names: readonly string[], from: number, to: number): Promise<{ readonly chainPem: string; readonly keyPem: string }>;
}
