import type { Arm, Inventory } from '../../../../core/contracts/index.ts';
import type { Link } from './link.ts';

/** The practice resource manager, wherever it listens now. */
export function practiceArm(link: Link): Arm {
  return {
    send: (request, signal) => link.use(({ arm, info }) => arm.send({ ...request, path: here(request.path, info.armEndpoint) }, signal), signal),
    forgetToken: () => link.latest.arm.forgetToken(),
  };
}

/** An operation begun with an earlier host names the port of that one; only this sandbox ever gives out loopback addresses. */
function here(path: string, armEndpoint: string): string {
  if (path.startsWith('/') || !URL.canParse(path)) return path;
  const url = new URL(path);
  return url.hostname === '127.0.0.1' ? `${armEndpoint}${url.pathname}${url.search}` : path;
}

/** What the practice user can see. */
export function practiceInventory(link: Link): Inventory {
  return {
    subscriptions: (signal) => link.use(({ inventory }) => inventory.subscriptions(signal), signal),
    resourceGroups: (subscriptionId, signal) => link.use(({ inventory }) => inventory.resourceGroups(subscriptionId, signal), signal),
    workspaces: (scope, signal) => link.use(({ inventory }) => inventory.workspaces(scope, signal), signal),
    clusters: (scope, signal) => link.use(({ inventory }) => inventory.clusters(scope, signal), signal),
    computes: (scope, signal) => link.use(({ inventory }) => inventory.computes(scope, signal), signal),
    services: (scope, signal) => link.use(({ inventory }) => inventory.services(scope, signal), signal),
  };
}
