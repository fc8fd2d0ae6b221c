/** Which values a condition wants of elements: of `it.activity == 'harvest'`, `harvest`. Only what must hold counts. */
import { type ASTNode, parse } from '@marcbachmann/cel-js';

/** By element; those of which the condition names no values are not there. */
export function askedValues(condition: string): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, readonly string[]>();
  for (const term of partsOf(parse(condition).ast, '&&')) {
    const choices = partsOf(term, '||').map(choiceOf);
    const [first] = choices;
    // `it.a == 'x' || it.b == 'y'` wants neither of the two.
    if (first === undefined || choices.some((each) => each?.element !== first.element)) continue;
    asked.set(
      first.element,
      choices.flatMap((each) => each?.values ?? []),
    );
  }
  return asked;
}

function partsOf(node: ASTNode, operator: '&&' | '||'): readonly ASTNode[] {
  return node.op === operator ? nodesOf(node.args).flatMap((part) => partsOf(part, operator)) : [node];
}

interface Choice {
  readonly element: string;
  readonly values: readonly string[];
}

function choiceOf(term: ASTNode): Choice | undefined {
  if (term.op !== '==' && term.op !== 'in') return undefined;
  const [left, right] = nodesOf(term.args);
  const element = left === undefined ? undefined : elementOf(left);
  if (element === undefined || right === undefined) return undefined;
  const values = term.op === '==' ? [textOf(right)] : nodesOf(right.args).map(textOf);
  const texts = values.filter((value) => value !== undefined);
  return texts.length === values.length ? { element, values: texts } : undefined;
}

function elementOf({ op, args }: ASTNode): string | undefined {
  if (op !== '.' || !Array.isArray(args)) return undefined;
  const [of, name] = args;
  return isNode(of) && of.op === 'id' && of.args === 'it' && typeof name === 'string' ? name : undefined;
}

function textOf({ op, args }: ASTNode): string | undefined {
  return op === 'value' && typeof args === 'string' ? args : undefined;
}

function nodesOf(args: unknown): readonly ASTNode[] {
  return Array.isArray(args) ? args.filter(isNode) : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
