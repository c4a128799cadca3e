import { shellWord } from '../../../core/text/shell-word.ts';
import type { ServicePlace } from './service.ts';

type Named = Pick<ServicePlace, 'name' | 'group' | 'workspace'>;

/** What the containers of a service say. The container group has the service's name. */
export function logsCommand({ name, group }: Named, container?: string): string {
  const one = container === undefined ? '' : ` --container-name ${container}`;
  return `az container logs --name ${shellWord(name)}${one}${flag('--resource-group', group)}`;
}

export function deleteCommand({ name, group, workspace }: Named): string {
  return `az ml service delete --name ${shellWord(name)}${flag('--workspace-name', workspace)}${flag('--resource-group', group)}`;
}

const flag = (name: string, given: string): string => (given === '' ? '' : ` ${name} ${shellWord(given)}`);
