/** A node as ESTree has it; what is read of it is looked at first. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
export const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
export const nameOf = (node: unknown): string => (isNode(node) && typeof node['name'] === 'string' ? node['name'] : '');
export const isFunction = ({ type }: Node): boolean => type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

const TYPES = /^TS(?!AsExpression|NonNullExpression|SatisfiesExpression|ParameterProperty)/;

/** What a node is made of, types left out. */
export const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isNode)
    .filter(({ type }) => !TYPES.test(type));

/** Every node below and with `node`, with what stands above it, the outermost first. */
export function visit(node: Node, look: (node: Node, above: readonly Node[]) => void, above: readonly Node[] = []): void {
  look(node, above);
  for (const child of childrenOf(node)) visit(child, look, [...above, node]);
}

/** The names that a pattern brings into scope. */
export function namesIn(pattern: Node): readonly string[] {
  const parts: Readonly<Record<string, readonly unknown[]>> = {
    AssignmentPattern: [pattern['left']],
    RestElement: [pattern['argument']],
    ArrayPattern: nodesOf(pattern['elements']),
    ObjectPattern: nodesOf(pattern['properties']),
    Property: [pattern['value']],
    TSParameterProperty: [pattern['parameter']],
  };
  return pattern.type === 'Identifier' ? [nameOf(pattern)] : (parts[pattern.type] ?? []).filter(isNode).flatMap(namesIn);
}

/** The names that a module declares at its top. */
export function topNames(program: Node): ReadonlySet<string> {
  const patterns = nodesOf(program['body']).flatMap((statement): readonly Node[] => {
    const declared = isNode(statement['declaration']) ? statement['declaration'] : statement;
    if (declared.type === 'VariableDeclaration') return nodesOf(declared['declarations']).map(({ id }) => id as Node);
    if (declared.type === 'ImportDeclaration') return nodesOf(declared['specifiers']).map(({ local }) => local as Node);
    return isNode(declared['id']) ? [declared['id']] : [];
  });
  return new Set(patterns.flatMap(namesIn));
}

/** What a function declares: its parameters, and its own variables with the values they begin with. */
export function localsOf(around: Node): ReadonlyMap<string, Node | undefined> {
  const found = new Map<string, Node | undefined>(
    nodesOf(around['params'])
      .flatMap(namesIn)
      .map((name) => [name, undefined]),
  );
  visit(around['body'] as Node, (node) => {
    if (node.type === 'VariableDeclarator' && isNode(node['id'])) {
      const value = node['id'].type === 'Identifier' && isNode(node['init']) ? node['init'] : undefined;
      for (const name of namesIn(node['id'])) found.set(name, value);
    }
    if (node.type === 'CatchClause' && isNode(node['param'])) for (const name of namesIn(node['param'])) found.set(name, undefined);
  });
  return found;
}

/** Names that an expression reads and does not declare itself. */
export function freeNames(root: Node): ReadonlySet<string> {
  const read = new Set<string>();
  const own = new Set<string>();
  visit(root, (node, above) => {
    if (isFunction(node)) for (const name of nodesOf(node['params']).flatMap(namesIn)) own.add(name);
    if (node.type === 'VariableDeclarator') for (const name of namesIn(node['id'] as Node)) own.add(name);
    if (node.type === 'Identifier' && isRead(node, above.at(-1))) read.add(nameOf(node));
  });
  return read.difference(own);
}

function isRead(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent['object'] === node || parent['computed'] === true;
  if (parent?.type === 'Property') return parent['value'] === node || parent['computed'] === true || parent['shorthand'] === true;
  return true;
}
