import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Files, Json } from '../../../core/contracts/index.ts';
import { isObject, textOf } from './provisioning.ts';

/**
 * The id of the subscription that `az` has selected, for that cloud; undefined without az, or where nothing is selected.
 * @param cloudName as az names it: `AzureCloud`
 */
export async function selectedSubscription(
  files: Files,
  variables: Readonly<Record<string, string | undefined>>,
  cloudName: string,
): Promise<string | undefined> {
  const folder = variables['AZURE_CONFIG_DIR'] || join(homedir(), '.azure');
  try {
    const text = new TextDecoder().decode(await files.read(join(folder, 'azureProfile.json')));
    return selected(JSON.parse(text) as Json, cloudName);
  } catch {
    // A convenience only: an unreadable file suggests nothing.
    return undefined;
  }
}

function selected(profile: Json, cloudName: string): string | undefined {
  const subscriptions = isObject(profile) ? profile['subscriptions'] : undefined;
  if (!Array.isArray(subscriptions)) return undefined;
  const chosen = subscriptions.filter(isObject).find((entry) => entry['isDefault'] === true && (textOf(entry['environmentName']) ?? cloudName) === cloudName);
  return textOf(chosen?.['id']);
}
