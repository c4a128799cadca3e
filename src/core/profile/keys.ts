import type { z } from 'zod';
import { profileShape } from './schema.ts';

/** How a value is written: `--set` and prompts turn their text into this. */
export type KeyKind = 'text' | 'number' | 'boolean' | 'list';

const kinds = new Map<string, KeyKind>();
walk('', profileShape);

/** Every key of a profile, flat (`target.networking.subnetId`), with the kind of its value. */
export const profileKeys: ReadonlyMap<string, KeyKind> = kinds;

function walk(prefix: string, schema: z.core.$ZodType): void {
  const { def } = schema._zod;
  if (isObject(def)) {
    for (const [name, inner] of Object.entries(def.shape)) walk(prefix === '' ? name : `${prefix}.${name}`, inner);
  } else if (isWrapped(def)) {
    walk(prefix, def.innerType);
  } else {
    kinds.set(prefix, kindOf(def.type));
  }
}

function kindOf(type: string): KeyKind {
  return type === 'number' || type === 'boolean' ? type : type === 'array' ? 'list' : 'text';
}

function isObject(def: z.core.$ZodTypeDef): def is z.core.$ZodObjectDef {
  return def.type === 'object';
}

function isWrapped(def: z.core.$ZodTypeDef): def is z.core.$ZodOptionalDef {
  return def.type === 'optional';
}
