/** Which secret of which vault a URL means. */
export interface VaultSecret {
  readonly vaultUrl: string;
  readonly name: string;
  readonly version: string | undefined;
}

/**
 * `https://NAME.vault.azure.net/secrets/NAME[/VERSION]`, or `/certificates/…`, whose secret of the same name holds chain and key.
 * undefined for other paths and for hosts that are no vaults of this cloud: the sign-in is sent nowhere else.
 * @param suffixes `.vault.azure.net`
 */
export function vaultSecret(text: string, suffixes: readonly string[]): VaultSecret | undefined {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.search !== '') return undefined;
  if (!suffixes.some((suffix) => url.hostname.endsWith(suffix) && /^[a-z0-9-]+$/.test(url.hostname.slice(0, -suffix.length)))) return undefined;
  const [, name, version] = /^\/(?:secrets|certificates)\/([A-Za-z0-9-]+)(?:\/([0-9a-f]{32}))?\/?$/.exec(url.pathname) ?? [];
  return name === undefined ? undefined : { vaultUrl: url.origin, name, version };
}
