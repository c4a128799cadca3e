import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { selectedSubscription } from '../../../../src/plugins/shared/arm/az-profile.ts';
import { createFiles } from '../../../../src/plugins/shared/local/files.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

const PROFILE = {
  subscriptions: [
    { id: 'one', isDefault: false, environmentName: 'AzureCloud' },
    { id: 'two', isDefault: true, environmentName: 'AzureCloud' },
  ],
};

async function selected(content: string, cloud = 'AzureCloud') {
  const folder = await tempFolder();
  await writeFile(join(folder, 'azureProfile.json'), content);
  return selectedSubscription(createFiles(), { AZURE_CONFIG_DIR: folder }, cloud);
}

describe("az's selected subscription", () => {
  it('is the default one of that cloud, with or without a byte order mark', async () => {
    expect(await selected(JSON.stringify(PROFILE))).toBe('two');
    expect(await selected(`\ufeff${JSON.stringify(PROFILE)}`)).toBe('two');
    expect(await selected(JSON.stringify(PROFILE), 'AzureChinaCloud')).toBeUndefined();
  });

  it.each(['', '{', '[]', '{"subscriptions":null}', '{"subscriptions":[null,{"isDefault":true}]}'])('is none in %j', async (content) => {
    expect(await selected(content)).toBeUndefined();
  });

  it('is none without az', async () => {
    expect(await selectedSubscription(createFiles(), { AZURE_CONFIG_DIR: await tempFolder() }, 'AzureCloud')).toBeUndefined();
  });
});
