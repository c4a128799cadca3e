import type { Answers } from '../../../core/contracts/index.ts';
import { textAnswer } from './fields.ts';

/** Where the workspace is; the same members that `Inventory` takes. */
export interface WorkspaceScope {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly workspace: string;
}

/** Empty members for what is not answered yet. */
export function scopeOf(answers: Answers): WorkspaceScope {
  return {
    subscriptionId: textAnswer(answers, 'azure.subscriptionId') ?? '',
    resourceGroup: textAnswer(answers, 'azure.resourceGroup') ?? '',
    workspace: textAnswer(answers, 'azure.workspace') ?? '',
  };
}
