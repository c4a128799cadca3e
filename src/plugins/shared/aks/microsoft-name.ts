import type { Cloud } from '../../../core/contracts/index.ts';

type Suffix = Pick<Cloud, 'cloudAppSuffix'>;

/** `contoso` → true for `contoso1a2b3c.eastus.cloudapp.azure.com`: the label, six characters of Azure's choice, any region (facts.md 3.3). */
export function isMicrosoftNameOf(leafDomainLabel: string, host: string, { cloudAppSuffix }: Suffix): boolean {
  const [first = '', region = '', ...rest] = host.toLowerCase().split('.');
  const label = leafDomainLabel.toLowerCase();
  return first.startsWith(label) && /^[a-z0-9]{6}$/.test(first.slice(label.length)) && region !== '' && rest.join('.') === cloudAppSuffix;
}

/** True for any name that Azure itself gives out and resolves. */
export function isMicrosoftName(host: string, { cloudAppSuffix }: Suffix): boolean {
  return host.toLowerCase().endsWith(`.${cloudAppSuffix}`);
}
