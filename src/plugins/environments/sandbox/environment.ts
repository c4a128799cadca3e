import { join } from 'node:path';
import type { Environment } from '../../../core/contracts/index.ts';
import { say } from '../../../core/text/say.ts';
import { createFiles, createSecrets, variables } from '../../shared/local/index.ts';
import { practiceConcerns } from './client/concerns.ts';
import { type LinkOptions, openLink } from './client/link.ts';
import { practiceArm, practiceInventory } from './client/practice-arm.ts';
import { practiceDns } from './client/practice-dns.ts';
import { practiceNet } from './client/practice-net.ts';
import { practiceRegistrar } from './client/practice-registrar.ts';
import { acmeDirectory } from './host/acme.ts';

/**
 * The practice Azure of a state directory: joins its host, or hosts it for as long as this environment is open.
 * @throws ProblemError what joining and starting throw
 */
export async function openSandboxEnvironment(options: LinkOptions, signal: AbortSignal): Promise<Environment & AsyncDisposable> {
  const link = await openLink(options, signal);
  const { info } = link.latest;
  const files = createFiles();
  const dns = practiceDns(() => link.latest.info);
  return {
    id: 'sandbox',
    title: say('Practice Azure (on this computer only)', '練習用 Azure (このコンピューター内のみ)'),
    practice: true,
    cloud: { armEndpoint: info.armEndpoint, cloudAppSuffix: 'cloudapp.azure.com', aciSuffix: 'azurecontainer.io' },
    clock: link.clock,
    arm: practiceArm(link),
    inventory: practiceInventory(link),
    dns,
    ...practiceNet(link, dns),
    files,
    secrets: createSecrets(files, {
      variables,
      keyVault: async (url, cancel) => (await import('./client/practice-vault.ts')).practiceVault(link)(url, cancel),
    }),
    registrar: practiceRegistrar(link),
    concerns: practiceConcerns,
    stateFolder: join(info.stateDir, 'runs'),
    get authority() {
      const { armEndpoint, caFile } = link.latest.info;
      return { title: 'Practice CA', directoryUrl: acmeDirectory(armEndpoint), caFile };
    },
    closed: true,
    // No public authority and no registrar can be reached from here.
    suggests: { 'certificate.plugin': 'self-signed', 'certificate.authority': 'environment', 'dns.plugin': 'practice' },
    defaults: {
      'azure.subscriptionId': info.subscriptionId,
      'azure.resourceGroup': info.resourceGroup,
      'azure.workspace': info.workspace,
    },
    [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
  };
}
