import type { Json } from '../../../../core/contracts/index.ts';
import type { Scope, ServiceError } from '../state/values.ts';
import { AzureError, notFound } from '../world/azure-error.ts';
import { findWorkspace } from '../world/lookup.ts';
import { sameName } from '../world/resource-ids.ts';
import type { World } from '../world/world.ts';

/** A request as a resource's file sees it. */
export interface Call {
  readonly world: World;
  /** `https://127.0.0.1:PORT`, without a slash at the end. */
  readonly baseUrl: string;
  /** As they stand in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** '' at the data plane. */
  readonly apiVersion: string;
  /** Without parameters; '' where none was sent. */
  readonly contentType: string;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly body: unknown;
  /** A fault: what is begun now fails with these. */
  readonly provisioningErrors: readonly ServiceError[] | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

export const ok = (body: Json): Answer => ({ status: 200, body });

export const param = (call: Call, name: string): string => call.params[name] ?? '';

/** The subscription of the path, spelt as it was made. @throws AzureError 404 */
export function subscriptionOf(call: Call): string {
  const id = param(call, 'subscription');
  const found = call.world.state.subscriptions.find((item) => sameName(item.subscriptionId, id));
  if (found === undefined) throw new AzureError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
  return found.subscriptionId;
}

/** @throws AzureError 404 */
export function resourceGroupOf(call: Call): { readonly subscriptionId: string; readonly resourceGroup: string } {
  const subscriptionId = subscriptionOf(call);
  const name = param(call, 'group');
  const found = call.world.state.resourceGroups.find((item) => sameName(item.subscriptionId, subscriptionId) && sameName(item.name, name));
  if (found === undefined) throw new AzureError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);
  return { subscriptionId, resourceGroup: found.name };
}

/** What lies in the subscription of the path, and, where it names one, in its resource group. @throws AzureError 404 */
export function hereIn(call: Call): (item: { readonly subscriptionId: string; readonly resourceGroup: string }) => boolean {
  const subscriptionId = subscriptionOf(call);
  const group = call.params['group'] === undefined ? undefined : resourceGroupOf(call).resourceGroup;
  return (item) => item.subscriptionId === subscriptionId && (group === undefined || sameName(item.resourceGroup, group));
}

/** The workspace of the path, spelt as it was made. @throws AzureError 404 */
export function scopeOf(call: Call): Scope {
  const group = resourceGroupOf(call);
  const asked = { ...group, workspace: param(call, 'workspace') };
  const found = findWorkspace(call.world.state, asked);
  if (found === undefined) throw notFound(`Microsoft.MachineLearningServices/workspaces/${asked.workspace}`, asked.resourceGroup);
  return { ...asked, workspace: found.name };
}
