import { parseSync } from 'vite';

/** One small change to a source, which some test has to notice. Offsets in UTF-16 units. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stood there and what stands there now, on one line. */
  readonly change: string;
}

type Node = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly start: number;
  readonly end: number;
};

/** What stands in place of a piece of the source. */
interface Change {
  readonly at: Pick<Node, 'start' | 'end'>;
  readonly text: string;
}

/** Every change that is made to a source, in the order of the text. @throws when it cannot be parsed */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed.`);
  return [...nodesOf(program as unknown as Node)]
    .flatMap(([node, parent]) => changesOf(node, parent, source))
    .map(({ at: { start, end }, text }) => ({
      file,
      line: source.slice(0, start).split('\n').length,
      start,
      end,
      text,
      change: `${oneLine(source.slice(start, end))} → ${text === '' ? 'nothing' : oneLine(text)}`,
    }))
    .toSorted((one, other) => one.start - other.start);
}

/** Everything that is there when the program runs: no types, no imports, no keys. */
function* nodesOf(node: Node, parent: Node | null = null): Generator<readonly [Node, Node | null]> {
  if (isTypeOnly(node)) return;
  yield [node, parent];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'key' || key === 'typeAnnotation' || key === 'typeArguments') continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* nodesOf(child, node);
  }
}

const transparent = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

function isTypeOnly({ type }: Node): boolean {
  return type === 'ImportDeclaration' || (type.startsWith('TS') && !transparent.has(type));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const operators: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
};

/** Methods that answer yes or no, and what else they might have been meant to ask. */
const questions: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
};
const answers: ReadonlySet<string> = new Set(
  Object.keys(questions).concat('includes', 'has', 'test'),
);
/** Methods without which what they are asked of stays as it is. */
const refinements: ReadonlySet<string> = new Set(['filter', 'toLowerCase', 'trim', 'toSorted']);

function changesOf(node: Node, parent: Node | null, source: string): readonly Change[] {
  const text = (of: unknown): string => (isNode(of) ? source.slice(of.start, of.end) : '');
  const whole = (...texts: readonly string[]): readonly Change[] =>
    texts.map((each) => ({ at: node, text: each }));
  const test = (): readonly Change[] =>
    isNode(node['test'])
      ? ['true', 'false'].map((each) => ({ at: node['test'] as Node, text: each }))
      : [];
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      if (node['operator'] === '??') return whole(text(node['left']));
      const other = operators[String(node['operator'])];
      return other === undefined
        ? []
        : whole(`${text(node['left'])} ${other} ${text(node['right'])}`);
    }
    case 'UnaryExpression':
      return node['operator'] === '!' ? whole(text(node['argument'])) : [];
    case 'IfStatement':
    case 'ConditionalExpression':
      return test();
    case 'Literal':
      return literal(node, parent).flatMap((each) => whole(each));
    case 'CallExpression':
      return call(node, text).flatMap((each) => whole(each));
    case 'ExpressionStatement':
      return isNode(node['expression']) && isCall(node['expression']) ? whole(';') : [];
    case 'SpreadElement':
      return parent?.type === 'ArrayExpression' ? whole('...[]') : [];
    default:
      return [];
  }
}

function isCall({ type, expression }: Node): boolean {
  return type === 'CallExpression' || (type === 'AwaitExpression' && !isNode(expression));
}

function literal({ value, regex }: Node, parent: Node | null): readonly string[] {
  if (regex !== undefined && regex !== null) return ['/(?!)/'];
  if (typeof value === 'boolean') return [String(!value)];
  if (typeof value === 'number') return [String(value + 1)];
  // Ids of sentences are held by the compiler.
  const isSentence = parent?.type === 'CallExpression' && calleeOf(parent) === 'message';
  return typeof value === 'string' && value !== '' && !isSentence ? ["''"] : [];
}

function call(node: Node, text: (of: unknown) => string): readonly string[] {
  const callee = node['callee'];
  if (!isNode(callee) || callee.type !== 'MemberExpression') return [];
  const method = text(callee['property']);
  const other = questions[method];
  const args = text(node).slice(text(callee).length);
  return [
    ...(other === undefined ? [] : [`${text(callee['object'])}.${other}${args}`]),
    ...(answers.has(method) ? ['true', 'false'] : []),
    ...(refinements.has(method) ? [text(callee['object'])] : []),
  ];
}

function calleeOf({ callee }: Node): string | null {
  return isNode(callee) && typeof callee['name'] === 'string' ? callee['name'] : null;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
