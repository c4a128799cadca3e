import type { Json, JsonObject } from '../../../../../core/contracts/index.ts';
import type { AciService, AksService, Service } from '../../state/service.ts';
import type { WorldState } from '../../state/world-state.ts';
import { findCompute, findWorkspace } from '../../world/lookup.ts';
import { serviceId } from '../../world/resource-ids.ts';
import { aciScoringUri, aksScoringUri } from '../../world/scoring-uri.ts';
import { azureTime } from '../times.ts';

/** A service at the resource manager: facts.md 2.2. */
export function armServiceView(state: WorldState, service: Service): Json {
  return {
    id: serviceId(service),
    name: service.name,
    type: 'Microsoft.MachineLearningServices/workspaces/services',
    systemData: {
      createdBy: 'practice',
      createdByType: 'User',
      createdAt: azureTime(service.createdAt),
      lastModifiedBy: 'practice',
      lastModifiedByType: 'User',
      lastModifiedAt: azureTime(service.modifiedAt),
    },
    // Wrapped once, as everything that this side calls an error.
    properties: { ...serviceProperties(state, service), error: service.error === undefined ? null : { error: { ...service.error, details: [] } } },
  };
}

/** A service at the data plane: the same fields, flat. */
export function dataServiceView(state: WorldState, service: Service): Json {
  return {
    id: service.name,
    name: service.name,
    ...serviceProperties(state, service),
    error: service.error === undefined ? null : { ...service.error, statusCode: 400, details: [] },
    createdTime: azureTime(service.createdAt),
    updatedTime: azureTime(service.modifiedAt),
    ...(service.change === undefined ? {} : { operationId: service.change.operationId }),
  };
}

function serviceProperties(state: WorldState, service: Service): JsonObject {
  const { settings } = service;
  const own = service.kind === 'ACI' ? aciFields(service) : aksFields(state, service);
  return {
    computeType: service.kind,
    deploymentType: 'HttpRealtimeEndpoint',
    description: settings.description,
    kvTags: settings.kvTags,
    state: service.state,
    authEnabled: settings.authEnabled,
    appInsightsEnabled: settings.appInsightsEnabled,
    containerResourceRequirements: { cpu: settings.cpu, memoryInGB: settings.memoryInGB, gpu: null, fpga: null },
    dataCollection: { eventHubEnabled: false, storageEnabled: false },
    environmentImageRequest: settings.environmentImageRequest,
    modelConfigMap: modelConfigMap(state, service),
    ...own,
    properties: { ...settings.properties, hasInferenceSchema: 'False', hasHttps: isHttps(own['scoringUri'] ?? null) ? 'True' : 'False' },
  };
}

const isHttps = (uri: Json): boolean => typeof uri === 'string' && uri.startsWith('https:');

function aciFields(service: AciService): JsonObject {
  const { tls } = service.settings;
  const scoringUri = service.ready ? aciScoringUri(service) : null;
  return {
    scoringUri,
    swaggerUri: swaggerOf(scoringUri),
    location: service.location,
    sslEnabled: tls !== undefined,
    sslCertificate: '',
    sslKey: '',
    cname: tls?.cname ?? null,
    publicIp: service.ready ? service.ip : null,
    publicFqdn: service.ready ? service.fqdn : null,
  };
}

function aksFields(state: WorldState, service: AksService): JsonObject {
  const compute = findCompute(state, service, service.computeName);
  const scoringUri = compute !== undefined && service.ready ? aksScoringUri(service, compute) : null;
  const replicas = service.numReplicas;
  return {
    scoringUri,
    swaggerUri: swaggerOf(scoringUri),
    computeName: service.computeName,
    namespace: `azureml-${service.workspace}`,
    numReplicas: replicas,
    autoScaler: { autoscaleEnabled: false, minReplicas: null, maxReplicas: null, targetUtilization: null, refreshPeriodInSeconds: null },
    maxConcurrentRequestsPerContainer: 1,
    maxQueueWaitMs: 500,
    scoringTimeoutMs: null,
    aadAuthEnabled: false,
    deploymentStatus: { desiredReplicas: replicas, updatedReplicas: replicas, availableReplicas: service.ready ? replicas : 0, error: null },
  };
}

/** Last segment swapped, as the SDK does it; without the explicit port 80, as in the example of the specification. */
const swaggerOf = (scoringUri: string | null): string | null => scoringUri?.replace(/\/score$/, '/swagger.json').replace(':80/', '/') ?? null;

function modelConfigMap(state: WorldState, service: Service): Json {
  return {
    accountContext: {
      subscriptionId: service.subscriptionId,
      resourceGroupName: service.resourceGroup,
      accountName: service.workspace,
      workspaceId: findWorkspace(state, service)?.workspaceId ?? null,
    },
    models: {},
    modelsInfo: {},
  };
}
