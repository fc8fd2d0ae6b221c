/** Small faults that a program could have, made from its syntax tree: each is one place and what would stand there. */
import { parseSync } from '@swc/core';

export interface Mutant {
  /** Bytes of the file, from and to. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly operator: Operator;
}

export type Operator = 'comparison' | 'logic' | 'statement' | 'return' | 'body' | 'boolean' | 'condition' | 'number';

/** A node of the tree. */
type Node = Readonly<Record<string, unknown>>;

const COMPARISONS: ReadonlyMap<unknown, string> = new Map([
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['===', '!=='],
  ['!==', '==='],
]);
const LOGIC: ReadonlyMap<unknown, string> = new Map([
  ['&&', '||'],
  ['||', '&&'],
]);

/** Expressions that are around others for their type alone; all else that begins with Ts is no program. */
const TYPED = new Set(['TsAsExpression', 'TsNonNullExpression', 'TsSatisfiesExpression', 'TsConstAssertion']);

/** All mutants of a text, in order. Deterministic. */
export function mutantsOf(text: string): readonly Mutant[] {
  // The tree's places count from the first token of the first parse ever: one of ours, put before the text, says where.
  const source = Buffer.from(`;${text}`);
  const tree: unknown = parseSync(source.toString(), { syntax: 'typescript', tsx: true, target: 'es2022' });
  if (!isNode(tree)) return [];
  const found: Mutant[] = [];
  const file: File = { source, base: spanOf(tree).start };
  visit(tree, (node) => found.push(...ofNode(node, file)));
  return found
    .map((mutant) => ({ ...mutant, start: mutant.start - 1, end: mutant.end - 1 }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.replacement < b.replacement ? -1 : 1));
}

/** The text with one of its mutants in place. */
export function mutate(text: string, { start, end, replacement }: Mutant): string {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, start).toString() + replacement + bytes.subarray(end).toString();
}

/** `line 12: a < b → a <= b`, in the words of the text. */
export function describeMutant(text: string, mutant: Mutant): string {
  const bytes = Buffer.from(text);
  const line = bytes.subarray(0, mutant.start).toString().split('\n').length;
  const was = bytes.subarray(mutant.start, mutant.end).toString();
  return `line ${line} ${mutant.operator}: ${short(was)} → ${short(mutant.replacement)}`;
}

const SHOWN_MAX = 60; // so that a line of the report fits a screen

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line || '(nothing)';
}

interface File {
  readonly source: Buffer;
  readonly base: number;
}

function ofNode(node: Node, file: File): Mutant[] {
  const at = (part: unknown): { start: number; end: number } => placeOf(part, file);
  switch (node.type) {
    case 'BinaryExpression':
      return ofBinary(node, file);
    case 'ExpressionStatement':
      return [{ ...at(node), replacement: ';', operator: 'statement' }];
    case 'IfStatement':
    case 'ConditionalExpression':
      return ['true', 'false'].map((replacement) => ({ ...at(node.test), replacement, operator: 'condition' }));
    case 'UnaryExpression':
      if (node.operator !== '!') return [];
      return [{ ...at(node), replacement: textOf(node.argument, file), operator: 'logic' }];
    case 'ReturnStatement':
      if (!isNode(node.argument)) return [];
      return [{ ...at(node), replacement: 'return undefined;', operator: 'return' }];
    case 'ArrowFunctionExpression':
      if (isNode(node.body) && node.body.type !== 'BlockStatement')
        return [{ ...at(node.body), replacement: 'undefined', operator: 'body' }];
      return ofBody(node.body, file);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'MethodProperty':
      return ofBody(node.body, file);
    case 'ClassMethod':
    case 'PrivateMethod':
      return isNode(node.function) ? ofBody(node.function.body, file) : [];
    case 'BooleanLiteral':
      return [{ ...at(node), replacement: String(node.value !== true), operator: 'boolean' }];
    case 'NumericLiteral':
      return [1, -1].map((step) => ({
        ...at(node),
        replacement: `(${Number(node.value) + step})`,
        operator: 'number',
      }));
    default:
      return [];
  }
}

function ofBinary(node: Node, file: File): Mutant[] {
  const { operator } = node;
  const replacement = COMPARISONS.get(operator) ?? LOGIC.get(operator);
  if (replacement === undefined) return [];
  const from = placeOf(node.left, file).end;
  const between = file.source.subarray(from, placeOf(node.right, file).start).toString('latin1');
  const uncommented = between.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, (comment) => ' '.repeat(comment.length));
  const start = from + uncommented.indexOf(String(operator));
  const end = start + String(operator).length;
  return [{ start, end, replacement, operator: LOGIC.has(operator) ? 'logic' : 'comparison' }];
}

/** Returns at once. A body of one statement has that statement's own mutants. */
function ofBody(body: unknown, file: File): Mutant[] {
  if (!isNode(body) || !Array.isArray(body.stmts) || body.stmts.length < 2) return [];
  const { start } = placeOf(body, file);
  return [{ start: start + 1, end: start + 1, replacement: ' return; ', operator: 'body' }];
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const entry of value) visit(entry, see);
    return;
  }
  if (!isNode(value)) return;
  const type = String(value.type ?? '');
  if (type.startsWith('Ts') && !TYPED.has(type)) return;
  // A key is a name, and `{ 1: … }` without its number is another program, not a fault.
  if (type !== '') see(value);
  for (const [name, part] of Object.entries(value)) {
    if (name !== 'span' && name !== 'typeAnnotation' && name !== 'key') visit(part, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spanOf(node: Node): { start: number; end: number } {
  const span = isNode(node.span) ? node.span : {};
  return { start: Number(span.start), end: Number(span.end) };
}

function placeOf(node: unknown, { base }: File): { start: number; end: number } {
  const { start, end } = spanOf(isNode(node) ? node : {});
  return { start: start - base, end: end - base };
}

function textOf(node: unknown, file: File): string {
  const { start, end } = placeOf(node, file);
  return file.source.subarray(start, end).toString();
}

/** `count` entries, the same ones for the same seed (mulberry32, Fisher–Yates). */
export function sample<Entry>(entries: readonly Entry[], count: number, seed: number): readonly Entry[] {
  const rest = [...entries];
  const picked: Entry[] = [];
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  while (picked.length < count && rest.length > 0) {
    picked.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return picked;
}
