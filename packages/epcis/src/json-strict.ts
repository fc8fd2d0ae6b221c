/**
 * JSON as it may come in: RFC 8259 without names given twice, without `__proto__`, U+0000 and half surrogate pairs,
 * and not nested beyond a bound. What is sound costs one `JSON.parse` and one walk.
 */
import { finding } from './findings.ts';
import { jsonFaults, type TextPlace } from './json-scan-faults.ts';
import { advanceSlice, isSpace, openSlice, type Slice } from './json-slice.ts';
import type { Finding } from './model.ts';

export interface ScanLimits {
  /** Objects and arrays inside one another, from the document's root. */
  readonly depthMax: number;
  readonly eventBytesMax: number;
  /** Bytes of the document without its events. */
  readonly headerBytesMax: number;
}

/**
 * 100,000 EPCs, the most one event may name, take some 6 MiB, and 11 MiB as Digital Links of 110 characters. An event is
 * held whole, as bytes, as text and parsed, some eight times its size: one of 50 MB ended a program with a heap of 128 MB.
 */
export const EVENT_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Values and names of one event. 100,000 quantities with class, number and unit are 600,000; 16 MiB of `{},` would be five
 * million, which take half a gigabyte of memory and hold the program for many seconds. Names that all differ take the most:
 * 900,000 of them ended a program with a heap of 128 MB.
 */
export const EVENT_VALUES_MAX = 1_000_000;

export const SCAN_LIMITS: ScanLimits = {
  // The deepest of the published documents has 14.
  depthMax: 64,
  eventBytesMax: EVENT_BYTES_MAX,
  // Master data of some 50,000 products.
  headerBytesMax: 16 * 1024 * 1024,
};

/** What makes a text no JSON document at all; nothing of it can be used. */
export class ScanFault extends Error {
  readonly finding: Finding;

  constructor(fault: Finding) {
    super(fault.message.en);
    this.name = 'ScanFault';
    this.finding = fault;
  }
}

/** A value with the faults that leave it readable. */
export interface StrictValue {
  readonly text: string;
  readonly value: unknown;
  readonly faults: readonly Finding[];
}

interface TextToCheck {
  readonly bytes: Uint8Array;
  /** As a scan of the bytes counted them; scanned here where absent. */
  readonly colons?: number;
  readonly hasEscapes?: boolean;
}

interface Scanned {
  readonly colons: number;
  readonly hasEscapes: boolean;
  readonly isTooDeep: boolean;
}

/** Parses the JSON text of one event, a mark of byte order before it passed over. Throws ScanFault where it is none. */
export function parseStrict(text: string): StrictValue {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const place = { pointer: '', byteOffset: withoutMark === text ? 0 : 3, depth: 0, depthMax: SCAN_LIMITS.depthMax };
  const scanned = scanWhole(new TextEncoder().encode(withoutMark), place);
  if (scanned.commas + scanned.colons > EVENT_VALUES_MAX) {
    throw new ScanFault(finding({ rule: 'json.too-many-values', pointer: '', params: { max: EVENT_VALUES_MAX } }));
  }
  return checkedValue(withoutMark, scanned, place);
}

// ignoreBOM: the scanner has passed over the one at the start; elsewhere it is a character.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Escapes that may stand for U+0000 or half a surrogate pair. */
const SUSPICIOUS_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;

/** Parses the bytes of one value of a document. */
export function checkText(given: TextToCheck, place: TextPlace): StrictValue {
  const text = decode(given.bytes, place);
  const { colons, hasEscapes = true } = given;
  const scanned = colons === undefined ? scanWhole(given.bytes, place) : { colons, hasEscapes, isTooDeep: false };
  return checkedValue(text, scanned, place);
}

function checkedValue(text: string, scanned: Scanned, place: TextPlace): StrictValue {
  if (scanned.isTooDeep) throw firstFault(text, place);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw firstFault(text, place);
  }
  const isSuspect =
    countNames(value) !== scanned.colons ||
    (scanned.hasEscapes && SUSPICIOUS_ESCAPE.test(text)) ||
    // A text that was bytes never has half a pair, save by an escape.
    !text.isWellFormed();
  return { text, value, faults: isSuspect ? jsonFaults(text, place).faults : [] };
}

function decode(bytes: Uint8Array, place: TextPlace): string {
  try {
    return DECODER.decode(bytes);
  } catch {
    const { pointer, eventIndex } = place;
    const valid = validUtf8Length(bytes);
    // A character may be cut in two where the text breaks off.
    const rule = valid === bytes.length ? 'json.truncated' : 'json.utf8';
    throw new ScanFault(finding({ rule, pointer, eventIndex, params: { offset: offsetOf(place, valid) } }));
  }
}

function offsetOf({ byteOffset }: TextPlace, byte: number): number {
  return typeof byteOffset === 'number' ? byteOffset + byte : byteOffset(byte);
}

/** Bytes before the first that is no UTF-8: the longest beginning that decodes. */
function validUtf8Length(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function scanWhole(bytes: Uint8Array, place: TextPlace): Scanned & Pick<Slice, 'commas'> {
  let start = 0;
  while (start < bytes.length && isSpace(bytes[start])) start += 1;
  const slice = openSlice(bytes[start], place.depthMax - place.depth);
  advanceSlice(slice, bytes, start);
  const { colons, commas, hasEscapes } = slice;
  return { colons, commas, hasEscapes, isTooDeep: slice.outcome === 'too-deep' };
}

function firstFault(text: string, place: TextPlace): ScanFault {
  const { fatal } = jsonFaults(text, place);
  const { pointer, eventIndex } = place;
  const params = { offset: offsetOf(place, 0), expected: { en: 'JSON', zh: 'JSON' } };
  return new ScanFault(fatal ?? finding({ rule: 'json.syntax', pointer, eventIndex, params }));
}

/** Names in all objects of a value; -1 where one is `__proto__`. Holds no stack of calls. */
function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const open: object[] = [value];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const entry of next) if (typeof entry === 'object' && entry !== null) open.push(entry);
      continue;
    }
    for (const [name, member] of Object.entries(next)) {
      if (name === '__proto__') return -1;
      count += 1;
      if (typeof member === 'object' && member !== null) open.push(member);
    }
  }
  return count;
}
