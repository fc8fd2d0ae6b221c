/** Numbers and texts on their way into the bytes of facts. One growing memory for all events, one event at a time. */
import { crc32 } from './crc32.ts';
import {
  BrokenFacts,
  DIGITS_MIN,
  HASH_HEAD,
  HASH_TAIL,
  ID,
  NUMBER,
  REST,
  TEXT_BYTES_MAX,
  UUID_URN,
  WHOLE_MAX,
} from './facts-layout.ts';
import { BEGINNINGS, NUMBERED_TERMS } from './facts-numbers.ts';
import { UTF8_WRITE } from './native-text.ts';
import { KEPT_BYTES_MAX, TextMemory } from './text-memory.ts';
import { zigzag } from './zigzag.ts';

const TERM_NUMBERS: ReadonlyMap<string, number> = new Map(NUMBERED_TERMS.map((uri, index) => [uri, index + 1]));

interface Beginning {
  readonly text: string;
  readonly number: number;
}

/** By their first character, the longest first; what no list holds begins with nothing. */
const BEGINNINGS_BY_CHARACTER = Map.groupBy(
  BEGINNINGS.map((text, number): Beginning => ({ text, number })).sort((a, b) => b.text.length - a.text.length),
  ({ text }) => text.charCodeAt(0),
);
const BEGINNINGS_OF_KEYS: ReadonlyMap<string, Beginning> = new Map(
  BEGINNINGS.map((text, number) => [text, { text, number }]),
);
const NO_BEGINNING: Beginning = { text: '', number: 0 };
const GS1_KEYS = 'https://id.gs1.org/';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const DECIMAL = /^-?(\d+)\.(\d+)$/;
/** Digits of a decimal that a double keeps. */
const DIGITS_MAX = 15;

const ENCODER = new TextEncoder();

export class FactsOut {
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  #textBytes = 0;
  /** Of codes, and what else stands by itself. */
  readonly codes = new TextMemory();
  /** Of names, terms and units of measure. */
  readonly words = new TextMemory();
  #next = new Uint8Array(256);

  start(): void {
    if (this.#bytes.length > KEPT_BYTES_MAX) this.#remember(new Uint8Array(4096));
    if (this.#next.length > KEPT_BYTES_MAX) this.#next = new Uint8Array(256);
    this.#length = 0;
    this.#textBytes = 0;
    this.codes.forget();
    this.words.forget();
  }

  /** A copy of all that was written, with its checksum. */
  end(): Uint8Array {
    const sum = crc32(this.#bytes, this.#length);
    this.#reserve(4);
    this.#view.setUint32(this.#length, sum, true);
    return this.#bytes.slice(0, this.#length + 4);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits a byte, the lowest first; from 0 below 2^53. */
  varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x8000_0000) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Milliseconds as the distance from `originMs`, in seconds where it is whole ones. */
  time(ms: number, originMs: number): void {
    const distance = ms - originMs;
    if (!Number.isInteger(ms) || Math.abs(distance) >= WHOLE_MAX) throw new BrokenFacts('no time of an event');
    if (distance % 1000 === 0) this.varint(zigzag(distance / 1000) * 2 + 1);
    else this.varint(zigzag(distance) * 2);
  }

  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < WHOLE_MAX && !Object.is(value, -0)) {
      this.varint(zigzag(value) * 4 + NUMBER.whole);
      return;
    }
    const [, whole = '', fraction = ''] = DECIMAL.exec(String(value)) ?? [];
    if (whole !== '' && whole.length + fraction.length <= DIGITS_MAX) {
      const digits = Number(whole + fraction);
      this.varint(zigzag(value < 0 ? -digits : digits) * 4 + NUMBER.decimal);
      this.byte(fraction.length);
      return;
    }
    this.varint(NUMBER.float);
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** The number of a standard term with `offset` on top; `offset` itself, then the text, for any other. */
  term(uri: string, offset = 0): void {
    const number = TERM_NUMBERS.get(uri);
    this.varint((number ?? 0) + offset);
    if (number === undefined) this.text(uri, this.words);
  }

  /** The identifier of an event. */
  id(text: string): void {
    const isUrn = text.startsWith(UUID_URN);
    const uuid = isUrn ? text.slice(UUID_URN.length) : text;
    if (uuid.length === 36 && UUID.test(uuid)) {
      this.byte(isUrn ? ID.uuidUrn : ID.uuid);
      this.#hex(uuid.replaceAll('-', ''));
      return;
    }
    const hash = text.startsWith(HASH_HEAD) && text.endsWith(HASH_TAIL) ? text.slice(14, -HASH_TAIL.length) : '';
    if (HASH.test(hash)) {
      this.byte(ID.hash);
      this.#hex(hash);
      return;
    }
    this.byte(ID.text);
    this.text(text, this.codes);
  }

  /** A text as what it shares with the one before, or with a beginning that has a number where that is longer. */
  text(text: string, memory: TextMemory): void {
    if (text === memory.text && memory.length > 0) {
      this.varint(REST.nothing << 1);
      return;
    }
    const length = this.#encode(text);
    this.#textBytes += length;
    if (this.#textBytes > TEXT_BYTES_MAX) throw new BrokenFacts('more text than an event has');
    const next = this.#next;
    const before = memory.bytes;
    const most = Math.min(length, memory.length);
    let shared = 0;
    while (shared < most && next[shared] === before[shared]) shared += 1;
    const beginning = beginningOf(text, shared);
    const from = beginning === undefined ? shared : beginning.text.length;
    const head = beginning === undefined ? (memory.length - shared) * 2 : beginning.number * 2 + 1;
    this.#rest(head, from, length);
    this.#next = before;
    memory.bytes = next;
    memory.length = length;
    memory.text = text;
  }

  #rest(head: number, from: number, length: number): void {
    // In the head: what the text begins with, how it goes on, and which of the two kinds of beginning it is.
    const write = (rest: number): void => this.varint(Math.floor(head / 2) * 8 + rest * 2 + (head % 2));
    if (from === length) return write(REST.nothing);
    let digits = from;
    while (digits < length && isDigit(this.#next[digits])) digits += 1;
    const isAll = digits === length && digits - from > 1;
    if (!isAll && digits - from < DIGITS_MIN) digits = from;
    write(isAll ? REST.digits : digits > from ? REST.digitsThenBytes : REST.bytes);
    if (digits > from) this.#digits(from, digits);
    if (!isAll) {
      this.varint(length - digits);
      this.#reserve(length - digits);
      for (let at = digits; at < length; at += 1) this.#bytes[this.#length++] = this.#next[at] ?? 0;
    }
  }

  /** How many, then two a byte; an odd last one alone in the lower half. */
  #digits(from: number, to: number): void {
    this.varint(to - from);
    this.#reserve(to - from);
    const digit = (at: number): number => (this.#next[at] ?? 48) - 48;
    let at = from;
    for (; at + 1 < to; at += 2) this.#bytes[this.#length++] = digit(at) * 16 + digit(at + 1);
    if (at < to) this.#bytes[this.#length++] = digit(at);
  }

  #hex(digits: string): void {
    this.#reserve(digits.length / 2);
    for (let at = 0; at < digits.length; at += 2)
      this.#bytes[this.#length++] = nibble(digits.charCodeAt(at)) * 16 + nibble(digits.charCodeAt(at + 1));
  }

  /** Into `#next`; the number of bytes. */
  #encode(text: string): number {
    if (text.length * 3 > this.#next.length) this.#next = new Uint8Array(text.length * 3);
    const next = this.#next;
    const length = UTF8_WRITE?.call(next, text) ?? ENCODER.encodeInto(text, next).written;
    // No event has half a pair, since the scanner refuses it; bytes could not hold it.
    if (length !== text.length && !text.isWellFormed()) throw new BrokenFacts('half a surrogate pair');
    return length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#remember(larger);
  }

  #remember(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}

/** The longest numbered beginning, where it is longer than what is shared with the text before. */
function beginningOf(text: string, shared: number): Beginning | undefined {
  if (shared >= BEGINNING_LENGTH_MAX) return undefined;
  const found = longestOf(text);
  return found.text.length > shared || shared === 0 ? found : undefined;
}

const BEGINNING_LENGTH_MAX = Math.max(...BEGINNINGS.map(({ length }) => length));

function longestOf(text: string): Beginning {
  if (text.startsWith(GS1_KEYS)) {
    // Most texts are codes of GS1: one look-up instead of a search.
    const key = BEGINNINGS_OF_KEYS.get(text.slice(0, text.indexOf('/', GS1_KEYS.length) + 1));
    if (key !== undefined) return key;
  }
  const candidates = BEGINNINGS_BY_CHARACTER.get(text.charCodeAt(0)) ?? [];
  return candidates.find((each) => text.startsWith(each.text)) ?? NO_BEGINNING;
}

function nibble(unit: number): number {
  return unit > 57 ? unit - 87 : unit - 48;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}
