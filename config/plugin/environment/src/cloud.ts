import { readFileSync } from 'node:fs';

/** Where the cloud is, and what its names end with. Variables win, so that a test, or another region, needs no other plugin. */
export function cloud() {
  const { AMLTLS_CLOUD_ENDPOINT: endpoint, AMLTLS_CLOUD_CA: caFile } = process.env;
  return {
    armEndpoint: endpoint ?? 'https://management.region.azurestack.example',
    cloudAppSuffix: 'cloudapp.azurestack.example',
    aciSuffix: 'aci.azurestack.example',
    tokenVariable: 'AMLTLS_CLOUD_TOKEN',
    caPem: caFile === undefined ? undefined : readFileSync(caFile, 'utf8'),
  };
}
