import type { Cloud, Text } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';

/** What differs between Azure's clouds (facts.md section 6). */
export interface AzureCloud extends Cloud {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  /** As `az cloud list` names it. */
  readonly azName: string;
  readonly authorityHost: string;
  readonly scope: string;
  /** Hosts of the Azure ML data planes, which take the same token. */
  readonly dataPlaneSuffixes: readonly string[];
  /** Hosts of Key Vaults, which take a token of their own. */
  readonly keyVaultSuffix: string;
}

export const PUBLIC: AzureCloud = {
  id: 'azure',
  title: 'Azure',
  summary: say('The public cloud', 'パブリック クラウド'),
  azName: 'AzureCloud',
  armEndpoint: 'https://management.azure.com',
  authorityHost: 'https://login.microsoftonline.com',
  scope: 'https://management.azure.com/.default',
  cloudAppSuffix: 'cloudapp.azure.com',
  aciSuffix: 'azurecontainer.io',
  dataPlaneSuffixes: ['.api.azureml.ms', '.modelmanagement.azureml.net'],
  keyVaultSuffix: '.vault.azure.net',
};

export const US_GOVERNMENT: AzureCloud = {
  id: 'azure-us-government',
  title: say('Azure US Government', 'Azure 米国政府'),
  summary: say('The cloud for US government agencies', '米国政府機関向けのクラウド'),
  azName: 'AzureUSGovernment',
  armEndpoint: 'https://management.usgovcloudapi.net',
  authorityHost: 'https://login.microsoftonline.us',
  scope: 'https://management.usgovcloudapi.net/.default',
  cloudAppSuffix: 'cloudapp.usgovcloudapi.net',
  aciSuffix: 'azurecontainer.console.azure.us',
  dataPlaneSuffixes: ['.api.ml.azure.us'],
  keyVaultSuffix: '.vault.usgovcloudapi.net',
};

export const CHINA: AzureCloud = {
  id: 'azure-china',
  title: say('Azure in China (21Vianet)', 'Azure 中国 (21Vianet)'),
  summary: say('The cloud operated by 21Vianet', '21Vianet が運営するクラウド'),
  azName: 'AzureChinaCloud',
  armEndpoint: 'https://management.chinacloudapi.cn',
  authorityHost: 'https://login.chinacloudapi.cn',
  scope: 'https://management.chinacloudapi.cn/.default',
  cloudAppSuffix: 'cloudapp.chinacloudapi.cn',
  aciSuffix: 'azurecontainer.console.azure.cn',
  dataPlaneSuffixes: ['.api.ml.azure.cn'],
  keyVaultSuffix: '.vault.azure.cn',
};
