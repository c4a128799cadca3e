import type { Json, JsonObject } from '../../../core/contracts/index.ts';

const ENDED = new Set(['succeeded', 'failed', 'canceled', 'cancelled', 'timedout']);

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function textOf(json: Json | undefined): string | undefined {
  return typeof json === 'string' && json !== '' ? json : undefined;
}

/** `properties.provisioningState` of a resource. */
export function provisioningState(body: Json | undefined): string | undefined {
  if (!isObject(body) || !isObject(body['properties'])) return undefined;
  return textOf(body['properties']['provisioningState']);
}

/** Every word that is not an end means running: Azure uses more of them than its schemas list. */
export function isRunning(state: string | undefined): boolean {
  return state !== undefined && !ENDED.has(state.toLowerCase());
}

export const isSuccess = (state: string) => state.toLowerCase() === 'succeeded';
