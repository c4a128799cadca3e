import * as z from 'zod';
import type { KubernetesSecret } from '../state/kubernetes-secret.ts';
import type { WorldState } from '../state/world-state.ts';
import { NAMESPACE, putSecret, removeSecret } from '../world/kubernetes-secrets.ts';
import { kubernetesIdOf } from '../world/lookup.ts';
import { ControlError } from './respond.ts';

const place = z.strictObject({ cluster: z.string().min(1), namespace: z.string().min(1).default(NAMESPACE), name: z.string().min(1) });

/** What `kubectl` would set on a practice cluster. `cluster`: the name of an AKS or Arc-enabled one; `data`: key → text. */
export const secretsBody = z.array(place.extend({ data: z.record(z.string(), z.string()) }));
export const secretRemovalBody = z.array(place);

/** Each is made, or replaced as a whole; what the front end serves does not change by that. @throws ControlError 404 */
export function putSecrets(state: WorldState, secrets: z.infer<typeof secretsBody>): void {
  const placed = secrets.map(({ cluster, ...secret }) => ({ clusterId: idOf(state, cluster), ...secret }));
  for (const secret of placed) putSecret(state, secret);
}

/** @throws ControlError 404 */
export function deleteSecrets(state: WorldState, secrets: z.infer<typeof secretRemovalBody>): void {
  for (const { cluster, ...secret } of secrets) {
    if (!removeSecret(state, { clusterId: idOf(state, cluster), ...secret })) throw new ControlError(404, `There is no secret ${secret.name}.`);
  }
}

/** Which there are, without what they hold. */
export const secretNames = (state: WorldState): object[] => state.kubernetesSecrets.map(shown);

const shown = ({ clusterId, namespace, name, data }: KubernetesSecret) => ({ cluster: clusterId.split('/').at(-1), namespace, name, keys: Object.keys(data) });

function idOf(state: WorldState, cluster: string): string {
  const id = kubernetesIdOf(state, cluster);
  if (id === undefined) throw new ControlError(404, `The practice Azure has no cluster ${cluster}.`);
  return id;
}
