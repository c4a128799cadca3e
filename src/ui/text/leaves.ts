import type { Json, JsonObject } from '../../core/contracts/index.ts';
import { visible } from '../../core/text/visible.ts';

/**
 * Every value in `json` with the path that leads to it, in the order of its fields. A list of plain values is one value, an empty one is none; where neither
 * this side nor the other has more than one entry, the entry needs no number.
 */
export function leavesOf(json: Json | undefined, beside: Json | undefined): ReadonlyMap<string, string> {
  return new Map(visit(json, beside, ''));
}

function visit(json: Json | undefined, beside: Json | undefined, path: string): readonly (readonly [string, string])[] {
  if (json === undefined) return [];
  if (typeof json !== 'object' || json === null) return [[path, visible(typeof json === 'string' ? json : JSON.stringify(json))]];
  if (Array.isArray(json)) return visitList(json, Array.isArray(beside) ? beside : [], path);
  const other: JsonObject = typeof beside === 'object' && beside !== null && !Array.isArray(beside) ? (beside as JsonObject) : {};
  const entries = Object.entries(json);
  if (entries.length === 0) return path === '' ? [] : [[path, '{}']];
  return entries.flatMap(([key, value]) => visit(value, other[key], path === '' ? visible(key) : `${path}.${visible(key)}`));
}

function visitList(list: readonly Json[], beside: readonly Json[], path: string): readonly (readonly [string, string])[] {
  if (list.length === 0) return [];
  if (list.every((each) => typeof each !== 'object')) return [[path, visible(list.join(', '))]];
  const one = list.length < 2 && beside.length < 2;
  return list.flatMap((each, at) => visit(each, beside[at], one ? path : `${path}[${at}]`));
}
