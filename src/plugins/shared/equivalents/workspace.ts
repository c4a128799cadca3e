import type { Answers } from '../../../core/contracts/index.ts';
import { scopeOf } from '../web-service/scope.ts';
import { call } from './python.ts';
import type { Options } from './shell.ts';

/** `ws = Workspace.get(…)` */
export function pythonWorkspace(answers: Answers): string {
  const { workspace, subscriptionId, resourceGroup } = scopeOf(answers);
  return `ws = ${call('Workspace.get', [
    ['name', workspace],
    ['subscription_id', subscriptionId],
    ['resource_group', resourceGroup],
  ])}`;
}

/** The options that every `az ml` command of v1 takes. */
export function azWorkspace(answers: Answers): Options {
  const { workspace, subscriptionId, resourceGroup } = scopeOf(answers);
  return [
    ['--workspace-name', workspace],
    ['--resource-group', resourceGroup],
    ['--subscription-id', subscriptionId],
  ];
}
