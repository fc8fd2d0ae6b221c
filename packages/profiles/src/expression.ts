/**
 * Conditions of packs, in CEL (https://cel.dev). There are three answers: what an event does not say makes a condition unknown, and
 * unknown is never taken for a pass. Types are checked when a pack is loaded, so that a name that no element has is a fault of the pack.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import type { EventFacts } from '@suyuan/epcis';
import { bareTerm } from './bare-term.ts';
import type { Pack, PackElement } from './pack/pack.ts';

export type Truth = 'true' | 'false' | 'unknown';
export type ElementValue = string | number | boolean | Date | readonly string[];
/** By the ids of elements; those that the event does not hold are not there. */
export type ElementValues = Readonly<Record<string, ElementValue>>;

export interface Condition {
  ask(facts: EventFacts, values: ElementValues): Truth;
}

export type Compiled =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly fault: string };

/** A pallet may name tens of thousands of units; a condition looks at the first. */
const CODES_MAX = 1_000;
const LIMITS = { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

const TIMESTAMP = 'google.protobuf.Timestamp';
const TYPES: Readonly<Record<PackElement['type'], string>> = {
  text: 'string',
  code: 'string',
  number: 'double',
  date: TIMESTAMP,
  dateTime: TIMESTAMP,
  flag: 'bool',
  list: 'list<string>',
};

/** The expressions of one pack: `it.<element>`, `event.type`, `.step`, `.disposition`, `.time`, `.codes`, and `days(from, until)`. */
export function expressionsOf({ elements }: Pick<Pack, 'elements'>): (text: string) => Compiled {
  const schema = Object.fromEntries(Object.entries(elements).map(([id, { type }]) => [id, TYPES[type]]));
  const environment = new Environment({ limits: LIMITS })
    .registerVariable({ name: 'it', schema: { ...schema, stage: 'string' } })
    .registerVariable({
      name: 'event',
      schema: { type: 'string', step: 'string', disposition: 'string', time: TIMESTAMP, codes: 'list<string>' },
    })
    .registerFunction(`days(${TIMESTAMP}, ${TIMESTAMP}): int`, (from: Date, until: Date) => daysBetween(from, until));
  return (text) => compile(environment, text);
}

function compile(environment: Environment, text: string): Compiled {
  const checked = environment.check(text);
  if (!checked.valid) return { ok: false, fault: firstLine(checked.error?.message ?? 'unreadable') };
  if (checked.type !== 'bool') return { ok: false, fault: `is ${String(checked.type)}, and not true or false` };
  const parsed = environment.parse(text);
  if (hasNestedLoop(parsed.ast, false)) return { ok: false, fault: 'a loop within a loop' };
  const condition: Condition = {
    ask(facts, values) {
      // What is absent is thrown as an error, and where from is asked of none of them: a fifth of the time of judging.
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = 0;
      try {
        return parsed({ it: values, event: eventOf(facts) }) === true ? 'true' : 'false';
      } catch (error) {
        if (isOfAbsence(error)) return 'unknown';
        throw error;
      } finally {
        Error.stackTraceLimit = stackTraceLimit;
      }
    },
  };
  return { ok: true, condition };
}

/** Whatever goes wrong while a checked expression is reckoned comes of what the event says or does not say. */
function isOfAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function eventOf({ type, bizStep, disposition, eventTimeMs, units }: EventFacts): Readonly<Record<string, unknown>> {
  return {
    type,
    ...(bizStep === undefined ? {} : { step: bareTerm(bizStep) }),
    ...(disposition === undefined ? {} : { disposition: bareTerm(disposition) }),
    // Not a number where whoever asks is not told it: what hangs on it cannot be told either.
    ...(Number.isNaN(eventTimeMs) ? {} : { time: new Date(eventTimeMs) }),
    codes: units.slice(0, CODES_MAX).map(({ code }) => code),
  };
}

const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

function hasNestedLoop(node: ASTNode, isInside: boolean): boolean {
  const isLoop = node.op === 'rcall' && LOOPS.has(String(node.args[0]));
  if (isLoop && isInside) return true;
  return childrenOf(node.args).some((child) => hasNestedLoop(child, isInside || isLoop));
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Whole days of the calendar of China, from one to the other. */
function daysBetween(from: Date, until: Date): bigint {
  const dayOf = (at: Date): number => Math.floor((at.getTime() + CHINA_MS) / DAY_MS);
  return BigInt(dayOf(until) - dayOf(from));
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
