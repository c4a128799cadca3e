import type { Inventory } from '../../../../core/contracts/index.ts';
import { type ArmClient, createArm, createInventory } from '../../../shared/arm/index.ts';
import type { Joined } from '../host/join-or-start.ts';

/** Everything that talks to one host of the practice Azure. */
export interface Connection extends Joined {
  readonly arm: ArmClient;
  readonly inventory: Inventory;
}

// The practice token does not expire; the latest date that JavaScript has.
const NEVER_MS = 8.64e15;
// The far end is this machine: a host that changes is back in no time.
const RETRY_MS = 100;

export function connectionTo(joined: Joined): Connection {
  const { info, caPem } = joined;
  const credential = practiceCredential(info.token);
  const arm = createArm({
    endpoint: info.armEndpoint,
    dataPlaneSuffixes: [],
    credential,
    scopes: 'https://management.azure.com/.default',
    caPem,
    userAgent: 'amltls',
    retryDelayMs: RETRY_MS,
  });
  return { ...joined, arm, inventory: createInventory({ arm, suggested: async () => info.subscriptionId }) };
}

/** A sign-in that is always there. */
export function practiceCredential(token: string) {
  return { getToken: async () => ({ token, expiresOnTimestamp: NEVER_MS }) };
}
