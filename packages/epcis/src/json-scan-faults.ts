/**
 * The slow and exact reader: where in a JSON text a fault stands, by byte and by JSON pointer.
 *
 * Runs only on a text that the fast path found something wrong with. It holds no stack of its own calls, so
 * that no depth of nesting can break it.
 */

import { childPointer, type FindingInput, finding, quoted, type RuleId, syntaxExcerpt } from './findings.ts';
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
  /** The names so far, each with its value where that is a text; undefined in an array. */
  readonly names: Map<string, string | undefined> | undefined;
  readonly pointer: string;
  index: number;
  /** The member that is being read. */
  name: string | undefined;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface Reading {
  readonly text: string;
  readonly place: TextPlace;
  readonly levels: Level[];
  readonly faults: Finding[];
  fatal: Finding | undefined;
  position: number;
  /** Pointer of the value that stands, or should stand, next. */
  pointer: string;
  expected: Expected;
}

/** What is wrong with a JSON text. */
export interface JsonFaults {
  /** Names given twice or forbidden, U+0000 and lone surrogates: at most twenty. */
  readonly faults: readonly Finding[];
  /** The first fault of grammar or depth, at which reading ends. */
  readonly fatal: Finding | undefined;
}

/** Everything wrong with a JSON text. */
export function jsonFaults(text: string, place: TextPlace): JsonFaults {
  const start = { position: 0, pointer: place.pointer, expected: 'value' } as const;
  const reading: Reading = { text, place, levels: [], faults: [], fatal: undefined, ...start };
  while (reading.fatal === undefined && !isAtEnd(reading)) step(reading);
  return { faults: reading.faults, fatal: reading.fatal };
}

function isAtEnd(reading: Reading): boolean {
  skipSpace(reading);
  return reading.expected === 'nothing' && reading.position === reading.text.length;
}

function step(reading: Reading): void {
  const character = reading.text[reading.position];
  if (character === undefined) return end(reading, 'json.truncated');
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
  if (level.names !== undefined) return advance(reading, 'key');
  level.index += 1;
  reading.pointer = childPointer(level.pointer, level.index);
  advance(reading, 'value');
}

function close(reading: Reading, bracket: string): void {
  const level = reading.levels.at(-1);
  if (level === undefined || (bracket === '}') !== (level.names !== undefined)) return syntax(reading);
  reading.levels.pop();
  reading.position += 1;
  valueEnded(reading);
}

/** After a value, what is wrong is wrong with the object or array that it stands in. */
function valueEnded(reading: Reading): void {
  reading.expected = reading.levels.length === 0 ? 'nothing' : 'comma-or-end';
  reading.pointer = reading.levels.at(-1)?.pointer ?? reading.place.pointer;
}

function readValue(reading: Reading, character: string): void {
  if (character === '{' || character === '[') return open(reading, character);
  if (character === '"') {
    const text = readString(reading);
    if (text === undefined) return;
    checkCharacters(reading, text);
    noteText(reading, text);
    return valueEnded(reading);
  }
  PRIMITIVE.lastIndex = reading.position;
  const token = PRIMITIVE.exec(reading.text)?.[0];
  if (token === undefined) return syntax(reading);
  const isLast = reading.position + token.length === reading.text.length;
  if (!LITERAL.test(token)) {
    if (!isLast || !LITERAL_BEGINNING.test(token)) return syntax(reading);
    // What is cut off inside a number or a word may yet have become one.
    reading.position = reading.text.length;
    return end(reading, 'json.truncated');
  }
  reading.position += token.length;
  valueEnded(reading);
}

const PRIMITIVE = /[-+.\w]+/y;
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const LITERAL_BEGINNING = /^(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?)?)$/;

function open(reading: Reading, bracket: string): void {
  if (reading.place.depth + reading.levels.length >= reading.place.depthMax) {
    return end(reading, 'json.depth', { max: reading.place.depthMax });
  }
  const isObject = bracket === '{';
  reading.levels.push({ names: isObject ? new Map() : undefined, pointer: reading.pointer, index: 0, name: undefined });
  if (!isObject) reading.pointer = childPointer(reading.pointer, 0);
  advance(reading, isObject ? 'key-or-end' : 'value-or-end');
}

function readKey(reading: Reading, character: string): void {
  const level = reading.levels.at(-1);
  if (character !== '"' || level?.names === undefined) return syntax(reading);
  reading.pointer = level.pointer;
  const name = readString(reading);
  if (name === undefined) return;
  reading.pointer = childPointer(level.pointer, name);
  checkCharacters(reading, name);
  const params = { name: quoted(name) };
  if (name === '__proto__') fault(reading, { rule: 'json.forbidden-key', params });
  else if (level.names.has(name)) fault(reading, { rule: 'json.duplicate-key', params });
  else level.names.set(name, undefined);
  level.name = name;
  reading.expected = 'colon';
}

const HASH_ID = /^ni:\/\/\/sha-256;[0-9a-fA-F]{64}\?ver=CBV2\.0$/;

/**
 * Remembers the text that a member has. A published GS1 example gives an event its hash ID and then, under the same
 * name, an eventID of its own. The hash ID follows from the content, so that nothing is doubtful then: the event has
 * the ID that comes after it, and the name given twice is no fault.
 */
function noteText(reading: Reading, text: string): void {
  const level = reading.levels.at(-1);
  if (level?.names === undefined || level.name === undefined) return;
  const before = level.names.get(level.name);
  level.names.set(level.name, text);
  const isEventID = level.name === 'eventID' && reading.levels.length === 1 && reading.place.eventIndex !== undefined;
  if (!isEventID || before === undefined || !HASH_ID.test(before) || HASH_ID.test(text)) return;
  const last = reading.faults.at(-1);
  if (last?.rule === 'json.duplicate-key' && last.pointer === reading.pointer) reading.faults.pop();
}

/** The text of the string at the position, which moves behind it; undefined after a fault of grammar. */
function readString(reading: Reading): string | undefined {
  const { text, position: start } = reading;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== 0x22; code = text.charCodeAt(at)) {
    if (at >= text.length || code < 0x20) return endString(reading, at);
    if (code !== 0x5c) {
      at += 1;
      continue;
    }
    ESCAPE.lastIndex = at;
    const sequence = ESCAPE.exec(text)?.[0];
    if (sequence === undefined) return endString(reading, ESCAPE_BEGINNING.test(text.slice(at)) ? text.length : at);
    at += sequence.length;
  }
  reading.position = at + 1;
  const value: unknown = JSON.parse(text.slice(start, at + 1));
  return typeof value === 'string' ? value : undefined;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
/** An escape that the text ends in. */
const ESCAPE_BEGINNING = /^\\(?:u[0-9A-Fa-f]{0,3})?$/;

/** A string that cannot go on at this position: the text is over, or what stands here is in no string. */
function endString(reading: Reading, position: number): undefined {
  reading.position = position;
  if (position >= reading.text.length) return end(reading, 'json.truncated');
  if (reading.text.charCodeAt(position) === 0) return end(reading, 'json.nul');
  return syntax(reading, STRING_CHARACTER);
}

const STRING_CHARACTER = { en: 'an escape such as \\n or a printable character', zh: ' \\n 之类的转义或可见字符' };

function checkCharacters(reading: Reading, text: string): void {
  if (text.includes('\u0000')) fault(reading, { rule: 'json.nul', value: text });
  if (!text.isWellFormed()) fault(reading, { rule: 'json.lone-surrogate', value: text });
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

function syntax(reading: Reading, expected: Text = EXPECTATIONS[reading.expected]): undefined {
  const value = syntaxExcerpt(reading.text.slice(reading.position, reading.position + 60));
  return end(reading, 'json.syntax', { expected, value });
}

interface EndDetail {
  readonly max?: number;
  readonly expected?: Text;
  readonly value?: string;
}

/** Ends the reading with a fault at its position. */
function end(reading: Reading, rule: RuleId, { value, ...params }: EndDetail = {}): undefined {
  const { byteOffset, eventIndex } = reading.place;
  const bytes = new TextEncoder().encode(reading.text.slice(0, reading.position)).length;
  const offset = typeof byteOffset === 'number' ? byteOffset + bytes : byteOffset(bytes);
  const { pointer } = reading;
  reading.fatal = finding({ rule, pointer, eventIndex, params: { ...params, offset }, value });
}

function fault(reading: Reading, input: Pick<FindingInput, 'rule' | 'params' | 'value'>): void {
  const { pointer, place } = reading;
  if (reading.faults.length >= FAULTS_MAX) return;
  reading.faults.push(finding({ ...input, pointer, eventIndex: place.eventIndex }));
}
