import { parseAst } from 'rolldown/parseAst';
import { freeNames, isFunction, localsOf, type Node, nameOf, nodesOf, topNames, visit } from './syntax.ts';

/** A function whose first parameter becomes the code. */
const MAKER = /(?:function |const )(\w+)(?: = )?\((?:problemCode|id|code|codeWord): string, /g;
const MAKERS_OF_OTHERS = ['rule', 'finding', 'problem'];

/**
 * A module's text with one more export, `samples`: each expression in it that makes a problem or finding, as a function that can be called
 * without the run it belongs to. `scope.sample(name)` gives what only a run knows, `scope.choose(test)` decides a condition.
 */
export function withSamples(text: string, path: string): string {
  const program = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }, path) as unknown as Node;
  const makers = new Set([...MAKERS_OF_OTHERS, ...[...text.matchAll(MAKER)].map(([, name = '']) => name)]);
  const top = topNames(program);
  const made: string[] = [];
  visit(program, (node, above) => {
    if (!makesProblem(node, makers)) return;
    made.push(`(scope) => { ${locals(node, above, top, text).join(' ')} return (${withChoices(node, text)}); }`);
  });
  return `${text}\nexport const samples = [\n${made.join(',\n')}\n];\n`;
}

function makesProblem(node: Node, makers: ReadonlySet<string>): boolean {
  if (node.type === 'CallExpression') {
    const [first] = nodesOf(node['arguments']);
    return makers.has(nameOf(node['callee'])) && first?.type === 'Literal' && typeof first['value'] === 'string';
  }
  if (node.type !== 'ObjectExpression') return false;
  const parts = nodesOf(node['properties']);
  const names = new Set(parts.map(({ key }) => nameOf(key)));
  const rest = parts.some(({ type }) => type === 'SpreadElement');
  return names.has('code') && (rest ? names.has('owner') || names.has('message') : names.has('message') && names.has('next'));
}

/** `const x = …` for each name that an expression takes from the functions around it, in the order of the source. */
function locals(node: Node, above: readonly Node[], top: ReadonlySet<string>, text: string): readonly string[] {
  const known = new Map(above.filter(isFunction).flatMap((around) => [...localsOf(around)]));
  const wanted = new Set<string>();
  const want = (part: Node): void => {
    for (const name of freeNames(part)) {
      if (wanted.has(name) || (!known.has(name) && (top.has(name) || name in globalThis))) continue;
      wanted.add(name);
      const value = known.get(name);
      if (value !== undefined) want(value);
    }
  };
  want(node);
  return [...new Set([...known.keys(), ...wanted])]
    .filter((name) => wanted.has(name))
    .map((name) => {
      const value = known.get(name);
      if (value === undefined || /\bawait /.test(text.slice(value.start, value.end))) return `const ${name} = scope.sample('${name}');`;
      return `const ${name} = scope.attempt('${name}', () => (${withChoices(value, text)}));`;
    });
}

/** The source of an expression, each of its conditions left to `scope.choose`. */
function withChoices(node: Node, text: string): string {
  const marks: { readonly at: number; readonly mark: string }[] = [];
  visit(node, (each) => {
    if (each.type !== 'ConditionalExpression') return;
    const test = each['test'] as Node;
    marks.push({ at: test.start, mark: 'scope.choose(() => (' }, { at: test.end, mark: '))' });
  });
  let chosen = text.slice(node.start, node.end);
  for (const { at, mark } of marks.toSorted((one, other) => other.at - one.at))
    chosen = chosen.slice(0, at - node.start) + mark + chosen.slice(at - node.start);
  return chosen;
}
