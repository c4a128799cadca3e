import type { Json } from './json.ts';

/** The four steps of the wizard, in order. */
export type StepId = 'domain' | 'certificate' | 'deploy' | 'dns';
export const STEPS: readonly StepId[] = ['domain', 'certificate', 'deploy', 'dns'];

/** Answers by question key (`domain.fqdn`), flat; the profile file holds the same, nested. */
export type Answers = Readonly<Record<string, Json>>;

/** Where a secret is, never the secret. `name`: variable name, absolute path, what to ask for, or the URL of a secret in an Azure Key Vault. */
export interface SecretRef {
  readonly from: 'env' | 'file' | 'prompt' | 'keyvault';
  readonly name: string;
}

export type DomainKind = 'custom' | 'microsoft' | 'none';

/** The answer to the first step. `none`: TLS off. */
export type Domain =
  | { readonly kind: 'custom'; readonly fqdn: string }
  | { readonly kind: 'microsoft'; readonly leafDomainLabel: string; readonly overwriteExistingDomain: boolean }
  | { readonly kind: 'none' };
