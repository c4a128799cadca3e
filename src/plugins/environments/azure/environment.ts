import type { Environment, OpenContext } from '../../../core/contracts/index.ts';
import { createArm, createInventory, selectedSubscription } from '../../shared/arm/index.ts';
import { createAzureCredential } from '../../shared/credentials/azure-credential.ts';
import { createDnsClient } from '../../shared/dns/index.ts';
import { USUAL_RESOLVERS } from '../../shared/dns/usual-resolvers.ts';
import { createFiles, createSecrets, systemClock, variables } from '../../shared/local/index.ts';
import type { AzureCloud } from './clouds.ts';

/** One of Azure's clouds as this machine reaches it. Nothing is signed in to and no SDK loaded before the first request. */
export async function openAzure(cloud: AzureCloud, { tell, guarded, resolvers = USUAL_RESOLVERS }: OpenContext): Promise<Environment & AsyncDisposable> {
  const files = createFiles();
  const credential = createAzureCredential({
    authorityHost: cloud.authorityHost,
    title: cloud.title,
    azName: cloud.azName,
    tenantId: variables['AZURE_TENANT_ID'],
    tell,
  });
  const arm = createArm({
    endpoint: cloud.armEndpoint,
    dataPlaneSuffixes: cloud.dataPlaneSuffixes,
    credential,
    scopes: cloud.scope,
    userAgent: 'amltls',
  });
  const keyVault = async (url: string, signal: AbortSignal) => {
    const { createKeyVault } = await import('../../shared/keyvault/read-secret.ts');
    return await createKeyVault({ credential, suffixes: [cloud.keyVaultSuffix] })(url, signal);
  };
  return {
    id: cloud.id,
    title: cloud.title,
    practice: false,
    cloud: { armEndpoint: cloud.armEndpoint, cloudAppSuffix: cloud.cloudAppSuffix, aciSuffix: cloud.aciSuffix },
    clock: systemClock,
    arm,
    inventory: createInventory({ arm, suggested: () => selectedSubscription(files, variables, cloud.azName) }),
    dns: createDnsClient({ resolvers, guarded: guarded === true }),
    // Looks from outside come after the first questions, and so does what they load.
    tls: {
      peek: async (...look) => await (await import('../../shared/net/peek-tls.ts')).peekTls(...look),
      roots: async () => (await import('../../shared/net/roots.ts')).clientRoots(),
    },
    http: { probe: async (...look) => await (await import('../../shared/net/probe-http.ts')).probeHttp(...look) },
    files,
    secrets: createSecrets(files, { variables, keyVault }),
    defaults: {},
    ...(guarded === true ? { guarded } : {}),
    // Idle connections do not keep the process alive; there is nothing else to close.
    async [Symbol.asyncDispose]() {},
  };
}
