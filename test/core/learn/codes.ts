import { CATALOGUE } from '../../../src/core/certificates/rules/catalogue.ts';
import { type SourceFile, sourceFiles } from '../../architecture/source.ts';

/** `code: 'x'`, also behind a condition. */
const PLAIN = /\bcode: (?:[^'`\n,;]*\? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g;
/** `finding('x', 'error', …)`. */
const FINDING = /\bfinding\w*\(\s*'([a-z0-9-]+)',\s*(?:'(?:error|warning|info)'|[a-z])/g;
/** A function whose first parameter becomes the code. */
const MAKER = /(?:function |const )(\w+)(?: = )?\((?:problemCode|id|code): string, /g;
/** Folders and files whose codes all begin with the same word. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['src/core/dns/', 'dns-'],
  ['src/core/domain/fqdn-problems.ts', 'fqdn-'],
  ['src/plugins/targets/kubernetes-extension/', 'kubernetes-extension-'],
];
/** Commands and settings that are shown as `{ code }` spans, checks of `amltls doctor`, developers' tools. */
const NO_CODES = new Set(['configuration', 'enable-linger', 'environment', 'scene-unknown', 'sign-in', 'x']);

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((hit) => hit.slice(1).filter((part) => part !== undefined));

function madeIn({ path, text }: SourceFile, makers: ReadonlySet<string>): readonly string[] {
  const prefix = PREFIXES.find(([place]) => path.startsWith(place))?.[1] ?? '';
  const calls = [...makers].filter((maker) => text.includes(`${maker}(`)).flatMap((maker) => all(new RegExp(`\\b${maker}\\(\\s*'([a-z0-9-]+)',`, 'g'), text));
  return [...all(FINDING, text), ...calls].map((code) => (code.startsWith(prefix) ? code : prefix + code));
}

/** Every code of a finding or problem that the source names. */
export function codesOfSource(): readonly string[] {
  const files = sourceFiles('src').filter(({ path }) => !path.startsWith('src/core/learn/'));
  const makers = new Set(files.flatMap(({ text }) => all(MAKER, text)));
  const layers = ['dns', 'tcp', 'tls', 'http'].map((layer) => `unreachable-${layer}`);
  const named = files.flatMap((file) => [...all(PLAIN, file.text), ...madeIn(file, makers)]);
  return [...new Set([...named, ...Object.keys(CATALOGUE), ...layers])].filter((code) => !NO_CODES.has(code)).toSorted();
}
