import { definePlugin, type EnvironmentPlugin } from '../../../core/contracts/index.ts';
import { type AzureCloud, CHINA, PUBLIC, US_GOVERNMENT } from './clouds.ts';
import { openAzure } from './environment.ts';

export const azure = environmentOf(PUBLIC);
export const azureUsGovernment = environmentOf(US_GOVERNMENT);
export const azureChina = environmentOf(CHINA);

function environmentOf(cloud: AzureCloud): EnvironmentPlugin {
  return definePlugin({
    api: 1,
    kind: 'environment',
    id: cloud.id,
    title: cloud.title,
    summary: cloud.summary,
    questions: [],
    open: (context) => openAzure(cloud, context),
  });
}
