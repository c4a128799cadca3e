import { AzureError } from '../world/azure-error.ts';
import type { Answer, Call } from './call.ts';

export type Plane = 'arm' | 'data' | 'discovery';

/** By the first segment of a path. */
export function planeOf(path: string): Plane {
  const first = path.split('/')[1]?.toLowerCase();
  if (first === 'discovery') return 'discovery';
  return first === 'modelmanagement' ? 'data' : 'arm';
}

export interface Route {
  readonly plane: Plane;
  readonly method: string;
  /** Segments; `{name}` stands for any one. Compared without case, as the resource manager does. */
  readonly path: string;
  /** The api-versions that know it; default: any well-formed one. */
  readonly versions?: readonly string[];
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** @throws AzureError `MethodNotAllowed` where only the method differs, `ResourceTypeNotFound` for any other path */
export function matchRoute(routes: readonly Route[], method: string, path: string): Matched {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  const here = routes.flatMap((route) => {
    const params = paramsOf(route.path, segments);
    return params === undefined ? [] : [{ route, params }];
  });
  const found = here.find(({ route }) => route.method === method);
  if (found !== undefined) return found;
  if (here.length > 0) throw new AzureError(405, 'MethodNotAllowed', `The method ${method} is not supported here.`);
  throw new AzureError(404, 'ResourceTypeNotFound', 'The practice Azure has no resource of this type.');
}

function paramsOf(pattern: string, segments: readonly string[]): Record<string, string> | undefined {
  const wanted = pattern.slice(1).split('/');
  if (wanted.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const segment = segments[index] ?? '';
    if (want.startsWith('{')) params[want.slice(1, -1)] = segment;
    else if (want.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new AzureError(400, 'BadRequest', 'The path is not correctly encoded.');
  }
}
