/** Numbers and texts out of the bytes of facts. Nothing is trusted: every count is held against what is left. */
import {
  BrokenFacts,
  DEPTH_MAX,
  HASH_HEAD,
  HASH_TAIL,
  ID,
  NUMBER,
  REST,
  TEXT_BYTES_MAX,
  UUID_URN,
  VALUES_MAX,
  WHOLE_MAX,
} from './facts-layout.ts';
import { BEGINNINGS, NUMBERED_TERMS } from './facts-numbers.ts';
import { LATIN1_SLICE } from './native-text.ts';
import type { TextMemory } from './text-memory.ts';
import { unzigzag } from './zigzag.ts';

const ENCODER = new TextEncoder();
const BEGINNING_BYTES: readonly Uint8Array[] = BEGINNINGS.map((text) => ENCODER.encode(text));
// ignoreBOM: U+FEFF at the start of a text is a character of it.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => 10 ** power);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** 7 × 8 bits are more than the 53 of a whole number. */
const VARINT_BYTES_MAX = 8;

export class FactsIn {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  #textBytes = 0;
  #values = 0;
  readonly codes: TextMemory;
  readonly words: TextMemory;

  /**
   * @param memories for codes and for words; used by one reading at a time
   */
  constructor(
    bytes: Uint8Array,
    span: readonly [from: number, to: number],
    memories: readonly [TextMemory, TextMemory],
  ) {
    this.#bytes = bytes;
    [this.#at, this.#end] = span;
    [this.codes, this.words] = memories;
    this.codes.forget();
    this.words.forget();
  }

  get isAtEnd(): boolean {
    return this.#at === this.#end;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || this.#at >= this.#end) throw new BrokenFacts('they break off');
    this.#at += 1;
    return byte;
  }

  varint(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    let scale = 128;
    for (let count = 1; byte >= 128; count += 1) {
      if (count === VARINT_BYTES_MAX) throw new BrokenFacts('a number without end');
      byte = this.byte();
      value += (byte & 127) * scale;
      scale *= 128;
    }
    if (value > Number.MAX_SAFE_INTEGER) throw new BrokenFacts('a number too large');
    return value;
  }

  /** Flags of which none is unknown. */
  flags(end: number): number {
    const flags = this.varint();
    if (flags >= end) throw new BrokenFacts('a flag without meaning');
    return flags;
  }

  /** How many of something follow; each takes a byte at least. */
  count(count = this.varint()): number {
    this.#values += count;
    if (count > this.#end - this.#at || this.#values > VALUES_MAX) throw new BrokenFacts('more than there is');
    return count;
  }

  time(originMs: number): number {
    const packed = this.varint();
    const distance = unzigzag(Math.floor(packed / 2)) * (packed % 2 === 1 ? 1000 : 1);
    if (Math.abs(distance) >= WHOLE_MAX) throw new BrokenFacts('no time of an event');
    return originMs + distance;
  }

  number(): number {
    const packed = this.varint();
    const kind = packed % 4;
    const digits = unzigzag(Math.floor(packed / 4));
    if (kind === NUMBER.whole) return digits;
    if (kind === NUMBER.decimal) {
      const power = POWERS_OF_TEN[this.byte()];
      if (power === undefined) throw new BrokenFacts('a decimal too long');
      return digits / power;
    }
    if (packed !== NUMBER.float) throw new BrokenFacts('a number of an unknown kind');
    if (this.#end - this.#at < 8) throw new BrokenFacts('they break off');
    this.#at += 8;
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at - 8, 8).getFloat64(0, true);
  }

  /** As `FactsOut.term` wrote it with the same offset; `number` where the caller has read it. */
  term(offset = 0, number = this.varint()): string {
    if (number === offset) return this.text(this.words);
    const term = NUMBERED_TERMS[number - offset - 1];
    if (term === undefined) throw new BrokenFacts('a term without meaning');
    return term;
  }

  id(): string {
    const kind = this.byte();
    if (kind === ID.text) return this.text(this.codes);
    if (kind === ID.hash) return HASH_HEAD + this.#hex(32) + HASH_TAIL;
    if (kind !== ID.uuidUrn && kind !== ID.uuid) throw new BrokenFacts('an id of an unknown kind');
    const uuid = `${this.#hex(4)}-${this.#hex(2)}-${this.#hex(2)}-${this.#hex(2)}-${this.#hex(6)}`;
    return kind === ID.uuid ? uuid : UUID_URN + uuid;
  }

  text(memory: TextMemory): string {
    const head = this.varint();
    const beginning = Math.floor(head / 8);
    if (head % 2 === 1) this.#begin(memory, beginning);
    else {
      if (beginning > memory.length) throw new BrokenFacts('a beginning that is not there');
      if (beginning === 0 && (head & 6) === REST.nothing << 1) return memory.text;
      memory.length -= beginning;
    }
    const rest = (head & 7) >> 1;
    if (rest === REST.digits || rest === REST.digitsThenBytes) this.#digits(memory);
    if (rest === REST.bytes || rest === REST.digitsThenBytes) this.#append(memory);
    this.#textBytes += memory.length;
    if (this.#textBytes > TEXT_BYTES_MAX) throw new BrokenFacts('more text than an event has');
    memory.text = textOf(memory);
    return memory.text;
  }

  #begin(memory: TextMemory, number: number): void {
    const bytes = BEGINNING_BYTES[number];
    if (bytes === undefined) throw new BrokenFacts('a beginning without meaning');
    const into = memory.bytes;
    for (let at = 0; at < bytes.length; at += 1) into[at] = bytes[at] ?? 0;
    memory.length = bytes.length;
    memory.isAscii = true;
  }

  #digits(memory: TextMemory): void {
    const count = this.varint();
    if (count > (this.#end - this.#at) * 2) throw new BrokenFacts('they break off');
    memory.reserve(memory.length + count);
    const into = memory.bytes;
    let to = memory.length;
    for (let left = count; left > 0; left -= 2) {
      const byte = this.byte();
      const [high, low] = [byte >> 4, byte & 15];
      if (high > 9 || low > 9) throw new BrokenFacts('no digit');
      if (left > 1) into[to++] = 48 + high;
      into[to++] = 48 + low;
    }
    memory.length = to;
  }

  #append(memory: TextMemory): void {
    const count = this.varint();
    if (count > this.#end - this.#at) throw new BrokenFacts('they break off');
    memory.reserve(memory.length + count);
    const [from, into] = [this.#bytes, memory.bytes];
    let { length } = memory;
    let all = 0;
    for (const end = this.#at + count; this.#at < end; this.#at += 1) {
      const byte = from[this.#at] ?? 0;
      all |= byte;
      into[length++] = byte;
    }
    if (all > 127) memory.isAscii = false;
    memory.length = length;
  }

  #hex(count: number): string {
    let text = '';
    for (let n = 0; n < count; n += 1) text += HEX[this.byte()];
    return text;
  }

  /** @param depth of what is read within */
  deeper(depth: number): number {
    if (depth >= DEPTH_MAX) throw new BrokenFacts('nested deeper than an event is');
    return depth + 1;
  }
}

function textOf({ bytes, length, isAscii }: TextMemory): string {
  if (isAscii && LATIN1_SLICE !== undefined) return LATIN1_SLICE.call(bytes, 0, length);
  try {
    return DECODER.decode(bytes.subarray(0, length));
  } catch (cause) {
    throw new BrokenFacts('no UTF-8', { cause });
  }
}
