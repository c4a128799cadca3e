import { ARC_VERSIONS, DNS_VERSIONS, EXTENSION_VERSIONS, SERVICE_VERSIONS, WORKSPACE_VERSIONS } from './api-version.ts';
import * as arcClusters from './resources/arc-clusters.ts';
import * as computes from './resources/computes.ts';
import { connectionKeys } from './resources/connection-keys.ts';
import * as dataServices from './resources/data-services.ts';
import { discover } from './resources/discovery.ts';
import * as dnsZones from './resources/dns-zones.ts';
import * as extensions from './resources/extensions.ts';
import * as managedClusters from './resources/managed-clusters.ts';
import * as networks from './resources/networks.ts';
import * as onlineEndpoints from './resources/online-endpoints.ts';
import * as operations from './resources/operations.ts';
import * as resourceGroups from './resources/resource-groups.ts';
import { listResources } from './resources/resources.ts';
import * as services from './resources/services.ts';
import * as subscriptions from './resources/subscriptions.ts';
import * as workspaces from './resources/workspaces.ts';
import type { Route } from './route.ts';

const SUBSCRIPTION = '/subscriptions/{subscription}';
const GROUP = `${SUBSCRIPTION}/resourceGroups/{group}`;
const ML = 'providers/Microsoft.MachineLearningServices';
const WORKSPACE = `${GROUP}/${ML}/workspaces/{workspace}`;
const CLUSTERS = 'providers/Microsoft.ContainerService/managedClusters';
const ARC = 'providers/Microsoft.Kubernetes/connectedClusters';
const LOCATION = `${SUBSCRIPTION}/${ML}/locations/{location}`;
const ZONES = 'providers/Microsoft.Network/dnsZones';
const RECORD_SET = `${GROUP}/${ZONES}/{zone}/{recordType}/{recordSet}`;
const DATA = `/modelmanagement/v1.0${WORKSPACE}`;

const arm = (method: string, path: string, handle: Route['handle'], versions?: readonly string[]): Route =>
  versions === undefined ? { plane: 'arm', method, path, handle } : { plane: 'arm', method, path, handle, versions };
const data = (method: string, path: string, handle: Route['handle']): Route => ({ plane: 'data', method, path, handle });

function extensionRoutes(cluster: string): Route[] {
  const all = `${GROUP}/${cluster}/providers/Microsoft.KubernetesConfiguration/extensions`;
  return [
    arm('GET', all, extensions.list, EXTENSION_VERSIONS),
    arm('GET', `${all}/{extension}`, extensions.get, EXTENSION_VERSIONS),
    arm('PUT', `${all}/{extension}`, extensions.put, EXTENSION_VERSIONS),
    arm('PATCH', `${all}/{extension}`, extensions.patch, EXTENSION_VERSIONS),
    arm('DELETE', `${all}/{extension}`, extensions.remove, EXTENSION_VERSIONS),
    arm('GET', `${all}/{extension}/operations/{operation}`, extensions.status, EXTENSION_VERSIONS),
  ];
}

/** Everything that the practice Azure answers, facts.md 1 to 3. */
export const routes: readonly Route[] = [
  arm('GET', '/subscriptions', subscriptions.list),
  arm('GET', SUBSCRIPTION, subscriptions.get),
  arm('GET', `${SUBSCRIPTION}/resourceGroups`, resourceGroups.list),
  arm('GET', GROUP, resourceGroups.get),
  arm('GET', `${SUBSCRIPTION}/resources`, listResources),
  arm('GET', `${GROUP}/resources`, listResources),
  arm('GET', `${SUBSCRIPTION}/${CLUSTERS}`, managedClusters.list),
  arm('GET', `${GROUP}/${CLUSTERS}`, managedClusters.list),
  arm('GET', `${GROUP}/${CLUSTERS}/{cluster}`, managedClusters.get),
  arm('GET', `${SUBSCRIPTION}/${ARC}`, arcClusters.list, ARC_VERSIONS),
  arm('GET', `${GROUP}/${ARC}`, arcClusters.list, ARC_VERSIONS),
  arm('GET', `${GROUP}/${ARC}/{arcCluster}`, arcClusters.get, ARC_VERSIONS),
  ...[`${CLUSTERS}/{cluster}`, `${ARC}/{arcCluster}`].flatMap(extensionRoutes),
  arm('POST', `${GROUP}/providers/Microsoft.Relay/namespaces/{namespace}/hybridConnections/{connection}/authorizationRules/{rule}/listKeys`, connectionKeys),
  arm('POST', `${GROUP}/providers/Microsoft.ServiceBus/namespaces/{namespace}/authorizationRules/{rule}/listKeys`, connectionKeys),
  arm('GET', `${GROUP}/providers/Microsoft.Network/publicIPAddresses`, networks.publicAddresses),
  arm('GET', `${GROUP}/providers/Microsoft.Network/loadBalancers`, networks.loadBalancers),
  arm('GET', `${SUBSCRIPTION}/${ML}/workspaces`, workspaces.list, WORKSPACE_VERSIONS),
  arm('GET', `${GROUP}/${ML}/workspaces`, workspaces.list, WORKSPACE_VERSIONS),
  arm('GET', WORKSPACE, workspaces.get, WORKSPACE_VERSIONS),
  arm('GET', `${WORKSPACE}/computes`, computes.list, WORKSPACE_VERSIONS),
  arm('GET', `${WORKSPACE}/computes/{compute}`, computes.get, WORKSPACE_VERSIONS),
  arm('PUT', `${WORKSPACE}/computes/{compute}`, computes.put, WORKSPACE_VERSIONS),
  arm('DELETE', `${WORKSPACE}/computes/{compute}`, computes.remove, WORKSPACE_VERSIONS),
  arm('POST', `${WORKSPACE}/computes/{compute}/listKeys`, computes.listKeys, WORKSPACE_VERSIONS),
  arm('GET', `${LOCATION}/computeOperationsStatus/{operation}`, operations.status, WORKSPACE_VERSIONS),
  arm('GET', `${LOCATION}/computeOperationsResults/{operation}`, operations.result, WORKSPACE_VERSIONS),
  arm('GET', `${WORKSPACE}/onlineEndpoints`, onlineEndpoints.list, WORKSPACE_VERSIONS),
  arm('GET', `${WORKSPACE}/services`, services.list, SERVICE_VERSIONS),
  arm('GET', `${WORKSPACE}/services/{service}`, services.get, SERVICE_VERSIONS),
  arm('GET', `${SUBSCRIPTION}/${ZONES}`, dnsZones.list, DNS_VERSIONS),
  arm('GET', `${GROUP}/${ZONES}`, dnsZones.list, DNS_VERSIONS),
  arm('GET', `${GROUP}/${ZONES}/{zone}`, dnsZones.get, DNS_VERSIONS),
  arm('GET', `${GROUP}/${ZONES}/{zone}/recordsets`, dnsZones.listRecordSets, DNS_VERSIONS),
  arm('GET', RECORD_SET, dnsZones.getRecordSet, DNS_VERSIONS),
  arm('PUT', RECORD_SET, dnsZones.putRecordSet, DNS_VERSIONS),
  arm('DELETE', RECORD_SET, dnsZones.removeRecordSet, DNS_VERSIONS),
  { plane: 'discovery', method: 'GET', path: '/discovery/workspaces/{workspaceId}', handle: discover },
  data('GET', `${DATA}/services`, dataServices.list),
  data('POST', `${DATA}/services`, dataServices.create),
  data('GET', `${DATA}/services/{service}`, dataServices.get),
  data('PATCH', `${DATA}/services/{service}`, dataServices.patch),
  data('DELETE', `${DATA}/services/{service}`, dataServices.remove),
  data('POST', `${DATA}/services/{service}/listkeys`, dataServices.listKeys),
  data('GET', `${DATA}/operations/{operation}`, operations.dataStatus),
];
