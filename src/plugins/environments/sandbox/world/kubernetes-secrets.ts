import type { KubernetesSecret } from '../state/kubernetes-secret.ts';
import type { WorldState } from '../state/world-state.ts';
import { sameName } from './resource-ids.ts';

/** Where the extension and the secret that it reads are: fixed (facts.md 4.2). */
export const NAMESPACE = 'azureml';

type Place = Pick<KubernetesSecret, 'clusterId' | 'namespace' | 'name'>;

const samePlace = (one: Place, other: Place): boolean =>
  sameName(one.clusterId, other.clusterId) && one.namespace === other.namespace && one.name === other.name;

export const findSecret = ({ kubernetesSecrets }: Pick<WorldState, 'kubernetesSecrets'>, place: Place): KubernetesSecret | undefined =>
  kubernetesSecrets.find((secret) => samePlace(secret, place));

/** As `kubectl apply` does: made, or replaced as a whole. */
export function putSecret(state: Pick<WorldState, 'kubernetesSecrets'>, secret: KubernetesSecret): void {
  state.kubernetesSecrets = [...state.kubernetesSecrets.filter((other) => !samePlace(other, secret)), secret];
}

/** @returns whether it was there */
export function removeSecret(state: Pick<WorldState, 'kubernetesSecrets'>, place: Place): boolean {
  const before = state.kubernetesSecrets.length;
  state.kubernetesSecrets = state.kubernetesSecrets.filter((other) => !samePlace(other, place));
  return state.kubernetesSecrets.length < before;
}
