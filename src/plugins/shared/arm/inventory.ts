import type { Inventory, JsonObject, Listed } from '../../../core/contracts/index.ts';
import { say, value } from '../../../core/text/say.ts';
import { API, pathOf, resourceGroupPath, subscriptionPath } from './paths.ts';
import { isObject, textOf } from './provisioning.ts';
import { listAll } from './requests.ts';
import { typedList } from './typed-list.ts';
import type { ArmClient } from './types.ts';

export interface InventoryOptions {
  readonly arm: ArmClient;
  /** The subscription to be offered first. */
  readonly suggested?: () => Promise<string | undefined>;
}

/** What the signed-in user can see, suggested first, then by name. A cluster's value is its name within a group, its ARM id without one. */
export function createInventory({ arm, suggested }: InventoryOptions): Inventory {
  return {
    async subscriptions(signal) {
      const what = say('Listing the subscriptions', 'サブスクリプションの一覧取得');
      const [found, chosen] = await Promise.all([listAll(arm, { path: '/subscriptions', apiVersion: API.subscriptions, what }, signal), suggested?.()]);
      return sorted(found.map((item) => subscription(item, chosen)));
    },
    async resourceGroups(subscriptionId, signal) {
      const what = say('Listing the resource groups', 'リソース グループの一覧取得');
      const path = `${subscriptionPath(subscriptionId)}/resourcegroups`;
      return sorted((await listAll(arm, { path, apiVersion: API.resourceGroups, what }, signal)).map((item) => named(item, item['location'])));
    },
    workspaces({ subscriptionId, resourceGroup }, signal) {
      const what = say('Listing the workspaces', 'ワークスペースの一覧取得');
      return typedList(arm, { subscriptionId, what }, signal, async (client, options) => {
        const items: Listed[] = [];
        for await (const { name, location } of client.workspaces.listByResourceGroup(resourceGroup, options)) items.push(listed(name, location));
        return sorted(items);
      });
    },
    async clusters({ subscriptionId, resourceGroup }, signal) {
      const what = say('Listing the AKS clusters', 'AKS クラスターの一覧取得');
      const scope = resourceGroup === undefined ? subscriptionPath(subscriptionId) : resourceGroupPath(subscriptionId, resourceGroup);
      const path = `${scope}/providers/Microsoft.ContainerService/managedClusters`;
      const found = await listAll(arm, { path, apiVersion: API.managedClusters, what }, signal);
      return sorted(found.map((item) => cluster(item, resourceGroup === undefined)));
    },
    computes({ subscriptionId, resourceGroup, workspace }, signal) {
      const what = say('Listing the computes', 'コンピューティングの一覧取得');
      return typedList(arm, { subscriptionId, what }, signal, async (client, options) => {
        const items: Listed[] = [];
        for await (const { name, properties } of client.computeOperations.list(resourceGroup, workspace, options)) {
          if (properties?.computeType === 'AKS') items.push(listed(name, properties.provisioningState));
        }
        return sorted(items);
      });
    },
    async services(scope, signal) {
      const what = say('Listing the services', 'サービスの一覧取得');
      const found = await listAll(arm, { path: `${pathOf(scope)}/services`, apiVersion: API.services, what }, signal);
      return sorted(found.map((item) => named(item, isObject(item['properties']) ? item['properties']['computeType'] : undefined)));
    },
  };
}

function subscription(item: JsonObject, chosen: string | undefined): Listed {
  const id = textOf(item['subscriptionId']) ?? '';
  const disabled = textOf(item['state']) === 'Disabled';
  return {
    value: id,
    label: textOf(item['displayName']) ?? id,
    detail: disabled ? say('{id}, disabled', '{id} (無効)', { id: value(id) }) : id,
    ...(chosen !== undefined && chosen.toLowerCase() === id.toLowerCase() ? { suggested: true } : {}),
  };
}

function cluster(item: JsonObject, byId: boolean): Listed {
  const listedCluster = named(item, item['location']);
  if (!byId) return listedCluster;
  const id = textOf(item['id']) ?? '';
  // Clusters of several groups stand together: the group tells those of one name apart.
  const detail = [/\/resourceGroups\/([^/]+)/i.exec(id)?.[1], textOf(item['location'])].filter((part) => part !== undefined).join(', ');
  return { ...listedCluster, value: id, label: listedCluster.value, detail };
}

function named(item: JsonObject, detail: unknown): Listed {
  return listed(textOf(item['name']), typeof detail === 'string' ? detail : undefined);
}

function listed(name: string | undefined, detail: string | undefined): Listed {
  return { value: name ?? '', label: name ?? '', ...(detail === undefined ? {} : { detail }) };
}

function sorted(items: readonly Listed[]): readonly Listed[] {
  const key = ({ label, value: answer }: Listed) => (typeof label === 'string' ? label : answer);
  return items
    .filter((item) => item.value !== '')
    .sort((one, other) => Number(other.suggested ?? false) - Number(one.suggested ?? false) || key(one).localeCompare(key(other), 'en'));
}
