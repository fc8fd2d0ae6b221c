/**
 * The slow and exact reader: where in a JSON text a fault stands, by byte and by JSON pointer.
 *
 * Runs only on a text that the fast path found something wrong with. It holds no stack of its own calls, so
 * that no depth of nesting can break it.
 */

import { childPointer, type FindingInput, finding, type Phrase, quoted, type RuleId } from './findings.ts';
import type { Finding, Text } from './model.ts';

/** Where a text stands in its document. */
export interface TextPlace {
  /** JSON pointer of the value that the text is. */
  readonly pointer: string;
  /** Bytes of the document before the text; or, for a text that leaves parts out, where a byte of it stood. */
  readonly byteOffset: number | ((byte: number) => number);
  /** Objects and arrays that are open around the text. */
  readonly depth: number;
  readonly depthMax: number;
  readonly eventIndex?: number | undefined;
}

/** One text with twenty faults of the kind is understood; more is noise. */
const FAULTS_MAX = 20;

interface Level {
  readonly keys: Set<string> | undefined;
  readonly pointer: string;
  index: number;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface Reading {
  readonly text: string;
  readonly place: TextPlace;
  readonly levels: Level[];
  readonly findings: Finding[];
  position: number;
  /** Pointer of the value that stands, or should stand, next. */
  pointer: string;
  expected: Expected;
  isOver: boolean;
}

/**
 * Everything wrong with a JSON text: the first fault of grammar, at which reading ends, and before it any
 * duplicate or forbidden name, U+0000 and lone surrogate. Empty when the text is sound.
 */
export function jsonFaults(text: string, place: TextPlace): Finding[] {
  const reading: Reading = {
    text,
    place,
    levels: [],
    findings: [],
    position: 0,
    pointer: place.pointer,
    expected: 'value',
    isOver: false,
  };
  while (!reading.isOver && reading.findings.length < FAULTS_MAX) step(reading);
  return reading.findings;
}

function step(reading: Reading): void {
  skipSpace(reading);
  const character = reading.text[reading.position];
  if (character === undefined) {
    if (reading.expected !== 'nothing') fault(reading, 'json.truncated', {});
    reading.isOver = true;
    return;
  }
  const { expected } = reading;
  const isEnd = character === '}' || character === ']';
  if (isEnd && (expected === 'value-or-end' || expected === 'key-or-end' || expected === 'comma-or-end')) {
    return close(reading, character);
  }
  if (expected === 'value' || expected === 'value-or-end') return readValue(reading, character);
  if (expected === 'key' || expected === 'key-or-end') return readKey(reading, character);
  if (expected === 'colon' && character === ':') return advance(reading, 'value');
  if (expected === 'comma-or-end' && character === ',') return nextEntry(reading);
  syntax(reading);
}

function advance(reading: Reading, expected: Expected): void {
  reading.position += 1;
  reading.expected = expected;
}

function nextEntry(reading: Reading): void {
  const level = reading.levels.at(-1);
  if (level === undefined) return syntax(reading);
  if (level.keys !== undefined) return advance(reading, 'key');
  level.index += 1;
  reading.pointer = childPointer(level.pointer, level.index);
  advance(reading, 'value');
}

function close(reading: Reading, bracket: string): void {
  const level = reading.levels.at(-1);
  if (level === undefined || (bracket === '}') !== (level.keys !== undefined)) return syntax(reading);
  reading.levels.pop();
  reading.pointer = level.pointer;
  reading.position += 1;
  valueEnded(reading);
}

function valueEnded(reading: Reading): void {
  reading.expected = reading.levels.length === 0 ? 'nothing' : 'comma-or-end';
}

function readValue(reading: Reading, character: string): void {
  if (character === '{' || character === '[') return open(reading, character);
  if (character === '"') {
    const text = readString(reading);
    if (text === undefined) return;
    checkCharacters(reading, text, reading.pointer);
    return valueEnded(reading);
  }
  const token = PRIMITIVE.exec(reading.text.slice(reading.position, reading.position + PRIMITIVE_CHARS_MAX))?.[0];
  if (token === undefined) return syntax(reading);
  const next = reading.position + token.length;
  // What is cut off inside a number or a word may yet have become one.
  if (next === reading.text.length || next === reading.position + PRIMITIVE_CHARS_MAX) {
    return readLastPrimitive(reading, token);
  }
  if (!LITERAL.test(token)) return syntax(reading);
  reading.position = next;
  valueEnded(reading);
}

const PRIMITIVE = /^[-+.\w]+/;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
/** No number that a program can keep has as many digits. */
const PRIMITIVE_CHARS_MAX = 10_000;

function readLastPrimitive(reading: Reading, token: string): void {
  const isWhole = LITERAL.test(token);
  const isBeginning = /^(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?)?)$/.test(token);
  if (!isWhole && !isBeginning) return syntax(reading);
  reading.position += token.length;
  if (isWhole) return valueEnded(reading);
  fault(reading, 'json.truncated', {});
  reading.isOver = true;
}

function open(reading: Reading, bracket: string): void {
  if (reading.place.depth + reading.levels.length >= reading.place.depthMax) {
    fault(reading, 'json.depth', { max: reading.place.depthMax });
    reading.isOver = true;
    return;
  }
  const isObject = bracket === '{';
  reading.levels.push({ keys: isObject ? new Set() : undefined, pointer: reading.pointer, index: 0 });
  if (!isObject) reading.pointer = childPointer(reading.pointer, 0);
  advance(reading, isObject ? 'key-or-end' : 'value-or-end');
}

function readKey(reading: Reading, character: string): void {
  const level = reading.levels.at(-1);
  if (character !== '"' || level?.keys === undefined) return syntax(reading);
  reading.pointer = level.pointer;
  const name = readString(reading);
  if (name === undefined) return;
  reading.pointer = childPointer(level.pointer, name);
  checkCharacters(reading, name, reading.pointer);
  if (name === '__proto__') semantic(reading, 'json.forbidden-key', { name: quoted(name) });
  else if (level.keys.has(name)) semantic(reading, 'json.duplicate-key', { name: quoted(name) });
  level.keys.add(name);
  reading.expected = 'colon';
}

/** The text of the string at the position, which moves behind it; undefined after a fault of grammar. */
function readString(reading: Reading): string | undefined {
  const start = reading.position;
  let end = start + 1;
  while (end < reading.text.length && reading.text[end] !== '"') {
    const code = reading.text.charCodeAt(end);
    if (code < 0x20) {
      reading.position = end;
      if (code === 0) semantic(reading, 'json.nul', {});
      else syntax(reading);
      reading.isOver = true;
      return undefined;
    }
    if (code === 0x5c && !ESCAPE.test(reading.text.slice(end, end + 6)) && end + 6 <= reading.text.length) {
      reading.position = end;
      syntax(reading);
      return undefined;
    }
    end += code === 0x5c ? 2 : 1;
  }
  if (end >= reading.text.length) {
    reading.position = reading.text.length;
    fault(reading, 'json.truncated', {});
    reading.isOver = true;
    return undefined;
  }
  reading.position = end + 1;
  return unescaped(reading, start, end + 1);
}

const ESCAPE = /^\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/;

function unescaped(reading: Reading, start: number, end: number): string | undefined {
  try {
    const text: unknown = JSON.parse(reading.text.slice(start, end));
    return typeof text === 'string' ? text : undefined;
  } catch {
    // Only an escape within the last six characters of the text comes here.
    reading.position = start;
    syntax(reading);
    return undefined;
  }
}

function checkCharacters(reading: Reading, text: string, pointer: string): void {
  if (text.includes('\u0000')) semantic(reading, 'json.nul', {}, { pointer, value: text });
  if (!text.isWellFormed()) semantic(reading, 'json.lone-surrogate', {}, { pointer, value: text });
}

function skipSpace(reading: Reading): void {
  let code = reading.text.charCodeAt(reading.position);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    reading.position += 1;
    code = reading.text.charCodeAt(reading.position);
  }
}

const EXPECTATIONS: Readonly<Record<Expected, Text>> = {
  value: { en: 'a value', zh: '值' },
  'value-or-end': { en: 'a value or "]"', zh: '值或 "]"' },
  key: { en: 'a name in double quotes', zh: '双引号括起的名称' },
  'key-or-end': { en: 'a name in double quotes or "}"', zh: '双引号括起的名称或 "}"' },
  colon: { en: '":"', zh: '":"' },
  'comma-or-end': { en: '"," or a closing bracket', zh: '"," 或右括号' },
  nothing: { en: 'the end', zh: '结尾' },
};

function syntax(reading: Reading): void {
  const value = reading.text.slice(reading.position, reading.position + 20);
  fault(reading, 'json.syntax', { expected: EXPECTATIONS[reading.expected] }, { value });
  reading.isOver = true;
}

type FaultDetail = Partial<Pick<FindingInput, 'pointer' | 'value'>>;

function fault(reading: Reading, rule: RuleId, params: Readonly<Record<string, Phrase>>, detail: FaultDetail = {}): void {
  const { byteOffset } = reading.place;
  const bytes = utf8Length(reading.text.slice(0, reading.position));
  const offset = typeof byteOffset === 'number' ? byteOffset + bytes : byteOffset(bytes);
  semantic(reading, rule, { ...params, offset }, detail);
}

function semantic(
  reading: Reading,
  rule: RuleId,
  params: Readonly<Record<string, Phrase>>,
  detail: FaultDetail = {},
): void {
  const { eventIndex } = reading.place;
  reading.findings.push(finding({ rule, pointer: reading.pointer, eventIndex, params, ...detail }));
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
