import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}
export type Definitions = Readonly<Record<string, Schema>>;

/** Azure's own descriptions are not part of this repository: their folder is named by AZURE_SPECS (docs/architecture.md). */
function described(file: string): unknown {
  const folder = process.env['AZURE_SPECS'];
  if (folder === undefined) throw new Error('AZURE_SPECS names no folder with the descriptions of Azure');
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

export const definitions = (file: string): Definitions => (described(file) as { readonly definitions: Definitions }).definitions;

export const example = (file: string): { readonly responses: Readonly<Record<string, { readonly body: object }>> } =>
  described(join('examples', file)) as ReturnType<typeof example>;

/** What of a value the description does not allow, as `path: reason`; null is taken everywhere, as the service sends it everywhere. */
export function deviations(value: unknown, schema: Schema, all: Definitions, path = ''): string[] {
  if (value === null || value === undefined) return [];
  const { type, properties, items, enums, additional } = flat(schema, all);
  if (enums !== undefined && !enums.includes(value)) return [`${path}: ${String(value)} is not one of ${enums.join()}`];
  if (Array.isArray(value)) return items === undefined ? [] : value.flatMap((item, index) => deviations(item, items, all, `${path}/${index}`));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, entry]) => {
      const known = properties[name] ?? additional;
      if (known === undefined) return Object.keys(properties).length === 0 ? [] : [`${path}/${name}: not in the description`];
      return deviations(entry, known, all, `${path}/${name}`);
    });
  }
  const actual = typeof value === 'number' && type === 'integer' && Number.isInteger(value) ? 'integer' : typeof value;
  return type !== undefined && type !== actual ? [`${path}: ${actual} instead of ${type}`] : [];
}

interface Flat {
  readonly type: string | undefined;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly items: Schema | undefined;
  readonly enums: readonly unknown[] | undefined;
  readonly additional: Schema | undefined;
}

function flat(schema: Schema, all: Definitions): Flat {
  if (schema.$ref !== undefined) return flat(all[schema.$ref.split('/').at(-1) ?? ''] ?? {}, all);
  const parts = (schema.allOf ?? []).map((part) => flat(part, all));
  const additional = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  return {
    type: schema.type ?? parts.find(({ type }) => type !== undefined)?.type,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties) as Record<string, Schema>,
    items: schema.items,
    enums: schema.enum ?? parts.find(({ enums }) => enums !== undefined)?.enums,
    additional: additional ?? parts.find((part) => part.additional !== undefined)?.additional,
  };
}

/** Fields of an example that an answer lacks, as paths; entries of maps and lists aside. */
export function missing(answer: unknown, wanted: unknown, path = ''): string[] {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return [];
  if (typeof answer !== 'object' || answer === null) return [path];
  return Object.entries(wanted).flatMap(([name, entry]) => {
    if (!(name in answer)) return [`${path}/${name}`];
    return missing((answer as Record<string, unknown>)[name], entry, `${path}/${name}`);
  });
}
