import type { Document } from 'yaml';
import type { Json } from '../contracts/index.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { code, say } from '../text/say.ts';
import { type Fault, faultsProblem } from './faults.ts';
import { isNested, type Nested } from './flatten.ts';
import { type Hooks, hookFaults, hooksIn } from './hooks.ts';
import { migrate } from './migrate.ts';
import { isProfileName, nameRefused } from './names.ts';
import { KEY_OWNERS, SCHEMA_PLUGINS } from './owners.ts';
import { placeholderFault } from './placeholders.ts';
import { readYaml, type YamlText } from './read-yaml.ts';
import { profileFileSchema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';

export interface ParsedProfiles {
  /** With comments, for writing. */
  readonly document: Document;
  readonly plugins: readonly string[];
  readonly hooks: Hooks;
  /** As they stand in the file, variables not filled in. */
  readonly profiles: ReadonlyMap<string, Nested>;
  readonly faults: readonly Fault[];
  placeOf: YamlText['placeOf'];
}

/** Reads the text of a profile file; never throws for its mistakes, `faults` has them all with their places. @throws ProblemError `profile-too-new` */
export function inspectProfiles(text: string, path: string): ParsedProfiles {
  const yaml = readYaml(text);
  if (yaml.faults.length > 0)
    return { document: yaml.document, plugins: [], hooks: hooksIn(null), profiles: new Map(), faults: yaml.faults, placeOf: yaml.placeOf };
  const json = migrate(yaml.json, path);
  const checked = profileFileSchema.safeParse(json);
  const profiles = profilesIn(json);
  const faults = [
    ...(checked.success ? [] : schemaFaults(checked.error.issues, yaml)),
    ...namesIn(json).flatMap((name) => nameFaults(name, yaml)),
    ...[...profiles].flatMap(([name, profile]) => profileFaults(name, profile, yaml)),
    ...hookFaults(json, yaml),
  ];
  faults.sort((one, other) => one.line - other.line || one.column - other.column);
  return { document: yaml.document, plugins: pluginsIn(json), hooks: hooksIn(json), profiles, faults, placeOf: yaml.placeOf };
}

/** The same for those who can only go on with a right file. @throws ProblemError `profile-invalid`, `profile-too-new` */
export function parseProfiles(text: string, path: string): ParsedProfiles {
  const parsed = inspectProfiles(text, path);
  if (parsed.faults.length > 0) throw new ProblemError(faultsProblem(path, parsed.faults));
  return parsed;
}

function namesIn(json: Json): readonly string[] {
  const profiles = isNested(json) ? json['profiles'] : undefined;
  return isNested(profiles) ? Object.keys(profiles) : [];
}

function nameFaults(name: string, yaml: YamlText): readonly Fault[] {
  if (isProfileName(name)) return [];
  const place = ['profiles', name];
  return [{ ...yaml.placeOf(place, 'key'), key: place.join('.'), message: nameRefused(name) }];
}

function profilesIn(json: Json): ReadonlyMap<string, Nested> {
  const profiles = isNested(json) ? json['profiles'] : undefined;
  if (!isNested(profiles)) return new Map();
  return new Map(Object.entries(profiles).filter((entry): entry is [string, Nested] => isNested(entry[1])));
}

function pluginsIn(json: Json): readonly string[] {
  const plugins = isNested(json) ? json['plugins'] : undefined;
  return Array.isArray(plugins) ? plugins.filter((plugin): plugin is string => typeof plugin === 'string') : [];
}

// What a schema of single values cannot say: variables at forbidden places, keys of another plugin.
function profileFaults(name: string, profile: Nested, yaml: YamlText): readonly Fault[] {
  const faults: Fault[] = [];
  const visit = (path: readonly string[], json: Json): void => {
    const key = path.join('.');
    const message = strayFault(key, profile) ?? (isNested(json) ? undefined : placeholderFault(key, json));
    const place = ['profiles', name, ...path];
    if (message !== undefined) faults.push({ ...yaml.placeOf(place, 'key'), key: place.join('.'), message });
    else if (isNested(json)) for (const [part, item] of Object.entries(json)) visit([...path, part], item);
  };
  for (const [part, item] of Object.entries(profile)) visit([part], item);
  return faults;
}

function strayFault(key: string, profile: Nested) {
  const owners = KEY_OWNERS[key];
  const section = key.split('.', 1)[0];
  if (owners === undefined || (section !== 'target' && section !== 'certificate' && section !== 'dns')) return undefined;
  const inSection = profile[section];
  const plugin = isNested(inSection) ? inSection['plugin'] : undefined;
  if (typeof plugin !== 'string' || owners.includes(plugin) || !SCHEMA_PLUGINS[section].includes(plugin)) return undefined;
  return say('{key} belongs to {owners}, and this profile uses {plugin}.', '{key} は {owners} のキーですが、このプロファイルは {plugin} を使います。', {
    key: code(key),
    owners: code(owners.join(', ')),
    plugin: code(plugin),
  });
}
