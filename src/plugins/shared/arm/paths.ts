import type { Answers } from '../../../core/contracts/index.ts';
import { optionalText, requiredText } from './answers.ts';

/** Which version is sent where, and why: docs/architecture.md, "Versions of the service". */
export const API = {
  subscriptions: '2022-12-01',
  resourceGroups: '2021-04-01',
  managedClusters: '2024-02-01',
  workspace: '2022-10-01',
  computes: '2022-10-01',
  services: '2021-04-01',
} as const;

/** `azure.apiVersion` overrides the version for computes. */
export function computeApiVersion(answers: Answers): string {
  return optionalText(answers, 'azure.apiVersion') ?? API.computes;
}

const segment = (text: string) => encodeURIComponent(text);

export const subscriptionPath = (subscriptionId: string) => `/subscriptions/${segment(subscriptionId)}`;

export function resourceGroupPath(subscriptionId: string, resourceGroup: string): string {
  return `${subscriptionPath(subscriptionId)}/resourceGroups/${segment(resourceGroup)}`;
}

/** The ARM id of a managed cluster. */
export function clusterPath(subscriptionId: string, resourceGroup: string, cluster: string): string {
  return `${resourceGroupPath(subscriptionId, resourceGroup)}/providers/Microsoft.ContainerService/managedClusters/${segment(cluster)}`;
}

export interface WorkspaceScope {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly workspace: string;
}

export function workspaceScope(answers: Answers): WorkspaceScope {
  return {
    subscriptionId: requiredText(answers, 'azure.subscriptionId'),
    resourceGroup: requiredText(answers, 'azure.resourceGroup'),
    workspace: requiredText(answers, 'azure.workspace'),
  };
}

export function pathOf({ subscriptionId, resourceGroup, workspace }: WorkspaceScope): string {
  return `${resourceGroupPath(subscriptionId, resourceGroup)}/providers/Microsoft.MachineLearningServices/workspaces/${segment(workspace)}`;
}

/** Paths below the resource manager, from the answers. @throws ProblemError `answer-missing` */
export const workspacePath = (answers: Answers) => pathOf(workspaceScope(answers));

/** @param name default `target.computeName` */
export function computePath(answers: Answers, name: string = requiredText(answers, 'target.computeName')): string {
  return `${workspacePath(answers)}/computes/${segment(name)}`;
}

export const computesPath = (answers: Answers) => `${workspacePath(answers)}/computes`;

/** All services, or the one of that name. */
export function servicesPath(answers: Answers, name?: string): string {
  return `${workspacePath(answers)}/services${name === undefined ? '' : `/${segment(name)}`}`;
}
