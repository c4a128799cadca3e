import type { Cloud } from '../../../core/contracts/index.ts';

/** `contoso` → matches `contoso1a2b3c.eastus.cloudapp.azure.com`: the label, six characters of Azure's choice, any region (facts.md 3.3). */
export function microsoftNamePattern(leafDomainLabel: string, { cloudAppSuffix }: Pick<Cloud, 'cloudAppSuffix'>): RegExp {
  return new RegExp(`^${RegExp.escape(leafDomainLabel)}[a-z0-9]{6}\\.[a-z0-9-]+\\.${RegExp.escape(cloudAppSuffix)}$`, 'i');
}

/** True for any name that Azure itself gives out and resolves. */
export function isMicrosoftName(host: string, { cloudAppSuffix }: Pick<Cloud, 'cloudAppSuffix'>): boolean {
  return host.toLowerCase().endsWith(`.${cloudAppSuffix}`);
}

/** A label that was copied with the six characters: letters and digits mixed as no word is. */
export function looksGenerated(leafDomainLabel: string): boolean {
  const tail = /[a-z0-9]{6}$/.exec(leafDomainLabel)?.[0];
  return tail !== undefined && leafDomainLabel.length > 6 && /[0-9]/.test(tail) && /[a-z]/.test(tail);
}
