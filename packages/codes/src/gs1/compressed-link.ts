/**
 * The compressed form of GS1 Digital Link URIs (GS1 Digital Link Standard: Compression):
 *
 *   http[s]://host/SEGMENT                 everything compressed
 *   http[s]://host/01/GTIN/SEGMENT         the key in the open, the rest compressed
 *
 * A segment is base64url of a string of bits, zero bits to fill the last character. In it, one after the other:
 *
 *   AI, four bits a digit · its value
 *   a letter code of two hexadecimal digits, for identifiers that often stand together · their values
 *   1111 · 7 bits: length of a name · the name, 6 bits a character · a text     (parameters that are not GS1's)
 *
 * A value is written component by component: digits of fixed length as one number of so many bits as that many nines
 * need; digits of variable length with their count before; any other text with three bits for how it is written
 * (0 number, 1 small and 2 capital hexadecimal, 3 base64url characters, 4 ASCII of 7 bits), and its length.
 */
import { APPLICATION_IDENTIFIERS, identifierAt, refuseElement } from './application-identifiers.ts';
import type { Element } from './element.ts';

const SEGMENT_MAX = 1_000; // characters; a QR code that held more would be the size of a page
const SEGMENT_MIN = 3; // a header of 8 bits and the shortest value, of 7
/** A segment that holds a key is no shorter: 8004 or 401, a company prefix of four digits and one digit more. */
export const SEGMENT_WITH_KEY_MIN = 7;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODE_OF: ReadonlyMap<string, number> = new Map([...BASE64].map((character, code) => [character, code]));

const ANY_DIGIT = '0123456789';
const series = (first: string, codes: string, identifier: string): [string, readonly string[]][] =>
  [...codes].map((code, i) => [code, [first, identifier + ANY_DIGIT.charAt(i)]]);
const prefixed = (letter: string, rows: readonly [string, readonly string[]][]): [string, readonly string[]][] =>
  rows.map(([code, identifiers]) => [letter + code, identifiers]);

/** Identifiers that often stand together, by the two hexadecimal digits that stand for them. */
const TOGETHER: ReadonlyMap<string, readonly string[]> = new Map([
  ['0A', ['01', '22']],
  ['0B', ['01', '10']],
  ['0C', ['01', '21']],
  ['0D', ['01', '17']],
  ['0E', ['01', '7003']],
  ['0F', ['01', '30']],
  ['1A', ['01', '10', '21', '17']],
  ['1B', ['01', '15']],
  ['1C', ['01', '11']],
  ['1D', ['01', '16']],
  ['1E', ['01', '91']],
  ['1F', ['01', '10', '15']],
  ...prefixed('2', series('01', 'ABCDEF', '310')),
  ...prefixed('3', series('01', 'ABCDEF', '320')),
  ['9A', ['8010', '8011']],
  ['9B', ['8017', '8019']],
  ['9C', ['8018', '8019']],
  ['9D', ['414', '254']],
  ...prefixed('A', series('01', '0123456789', '392')),
  ...prefixed('C', series('255', '0123456789', '390')),
  ...prefixed('C', series('255', 'ABCD', '394')),
]);

/** How a part of a value is written: so many characters, or at most so many. */
interface Piece {
  readonly isNumber: boolean;
  readonly length: number;
  readonly isFixed: boolean;
}

const PIECES = new Map<string, readonly Piece[]>();

/** The components of an identifier as the compression counts them: alike neighbours are one. */
function piecesOf(ai: string): readonly Piece[] {
  const known = PIECES.get(ai);
  if (known !== undefined) return known;
  const pieces: Piece[] = [];
  for (const { alphabet, min, max, optional } of APPLICATION_IDENTIFIERS.get(ai)?.components ?? []) {
    const piece = { isNumber: alphabet === 'digits', length: max, isFixed: min === max && !optional };
    const last = pieces.at(-1);
    const isAlike = last?.isNumber === piece.isNumber && (last.isFixed === piece.isFixed || !piece.isNumber);
    if (last !== undefined && isAlike) {
      pieces[pieces.length - 1] = { ...piece, length: last.length + max, isFixed: last.isFixed && piece.isFixed };
    } else pieces.push(piece);
  }
  PIECES.set(ai, pieces);
  return pieces;
}

// So many bits as the greatest value needs, with a hundredth to spare so that a power of two gets one more.
const SPARE = 0.01;
const bitsForLength = (max: number): number => Math.ceil(Math.log2(max) + SPARE);
const bitsForDigits = (count: number): number => Math.ceil(count * Math.log2(10) + SPARE);

class BitReader {
  readonly #bits: string;
  at = 0;

  constructor(bits: string) {
    this.#bits = bits;
  }

  get left(): number {
    return this.#bits.length - this.at;
  }

  /** The next bits as text; undefined where there are not so many left. */
  take(count: number): string | undefined {
    if (count > this.left) return undefined;
    this.at += count;
    return this.#bits.slice(this.at - count, this.at);
  }

  number(count: number): number | undefined {
    const bits = this.take(count);
    return bits === undefined ? undefined : Number.parseInt(bits === '' ? '0' : bits, 2);
  }

  /** A number of so many digits, leading zeros kept; undefined where it has more. */
  digits(count: number): string | undefined {
    const bits = this.take(bitsForDigits(count));
    if (bits === undefined) return undefined;
    const digits = BigInt(`0b${bits === '' ? '0' : bits}`).toString();
    if (count === 0) return '';
    return digits.length > count ? undefined : digits.padStart(count, '0');
  }

  isZeroToTheEnd(): boolean {
    return !this.#bits.slice(this.at).includes('1');
  }
}

/** The orders in which the values of a letter code may follow it. */
type Order = (identifiers: readonly string[]) => readonly string[];
// The standard's table says one; GS1's own toolkit sorts them before it writes.
const ORDERS: readonly Order[] = [(identifiers) => identifiers, (identifiers) => identifiers.toSorted()];

/**
 * The elements of a compressed segment in their order, and parameters of others under their names; undefined when the
 * text is no compressed link, of which each value is well-formed.
 */
export function decompress(segment: string): readonly Element[] | undefined {
  if (!mayBeCompressed(segment)) return undefined;
  const bits = bitsOf(segment);
  for (const order of ORDERS) {
    const elements = readAll(new BitReader(bits), order);
    if (elements?.every(isWellFormed) === true && !hasDouble(elements)) return elements;
  }
  return undefined;
}

/** What is not GS1's may have any name that is no number, and any visible value. */
function isWellFormed({ ai, value }: Element): boolean {
  if (APPLICATION_IDENTIFIERS.has(ai)) return refuseElement(ai, value) === undefined;
  return /\D/.test(ai) && /^[ -~]*$/.test(value);
}

function hasDouble(elements: readonly Element[]): boolean {
  return new Set(elements.map(({ ai }) => ai)).size < elements.length;
}

const HEADER_BITS = 8; // fewer are left only where the last character was filled up

function readAll(reader: BitReader, order: Order): readonly Element[] | undefined {
  const elements: Element[] = [];
  while (reader.left > HEADER_BITS) {
    const read = readNext(reader, order);
    if (read === undefined) return undefined;
    elements.push(...read);
  }
  return elements.length > 0 && reader.isZeroToTheEnd() ? elements : undefined;
}

/** Told by the characters and the first header alone, so that web addresses cost next to nothing. */
function mayBeCompressed(segment: string): boolean {
  if (segment.length < SEGMENT_MIN || segment.length > SEGMENT_MAX || !/^[\w-]+$/.test(segment)) return false;
  const first = ((CODE_OF.get(segment.charAt(0)) ?? 0) << 2) | ((CODE_OF.get(segment.charAt(1)) ?? 0) >> 4);
  const header = first.toString(16).toUpperCase().padStart(2, '0');
  return TOGETHER.has(header) || identifierAt(header, 0) !== undefined;
}

function bitsOf(segment: string): string {
  return [...segment].map((character) => (CODE_OF.get(character) ?? 0).toString(2).padStart(6, '0')).join('');
}

function readNext(reader: BitReader, order: Order): readonly Element[] | undefined {
  const header = reader.number(8)?.toString(16).toUpperCase().padStart(2, '0') ?? '';
  const together = TOGETHER.get(header);
  if (together !== undefined) return readValues(reader, order(together));
  if (header.startsWith('F')) {
    reader.at -= 4;
    return readForeign(reader);
  }
  const ai = readIdentifier(reader, header);
  return ai === undefined ? undefined : readValues(reader, [ai]);
}

function readIdentifier(reader: BitReader, header: string): string | undefined {
  const length = identifierAt(`${header}00`, 0)?.length;
  if (length === undefined) return undefined;
  let ai = header;
  while (ai.length < length) ai += reader.number(4)?.toString(16) ?? 'x';
  return APPLICATION_IDENTIFIERS.has(ai) ? ai : undefined;
}

function readValues(reader: BitReader, identifiers: readonly string[]): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (const ai of identifiers) {
    let value = '';
    for (const { isNumber, length, isFixed } of piecesOf(ai)) {
      const part = isNumber ? readNumber(reader, length, isFixed) : readText(reader, length, isFixed);
      if (part === undefined) return undefined;
      value += part;
    }
    elements.push({ ai, value });
  }
  return elements;
}

function readNumber(reader: BitReader, length: number, isFixed: boolean): string | undefined {
  const count = isFixed ? length : reader.number(bitsForLength(length));
  return count === undefined || count > length ? undefined : reader.digits(count);
}

function readText(reader: BitReader, max: number, isFixed: boolean): string | undefined {
  const writing = reader.number(3);
  const count = isFixed ? max : reader.number(bitsForLength(max));
  if (writing === undefined || count === undefined || count > max) return undefined;
  return readCharacters(reader, writing, count);
}

function readCharacters(reader: BitReader, writing: number, count: number): string | undefined {
  if (writing === 0) return reader.digits(count);
  const width = WIDTHS[writing];
  const bits = width === undefined ? undefined : reader.take(width * count);
  if (width === undefined || bits === undefined) return undefined;
  let text = '';
  for (let i = 0; i < count; i += 1) {
    const code = Number.parseInt(bits.slice(i * width, (i + 1) * width), 2);
    text += writing === 4 ? String.fromCharCode(code) : writing === 3 ? BASE64.charAt(code) : code.toString(16);
  }
  return writing === 2 ? text.toUpperCase() : text;
}

/** Bits a character of each way of writing but numbers. */
const WIDTHS: readonly (number | undefined)[] = [undefined, 4, 4, 6, 7];
const FOREIGN_LENGTH_BITS = 7;
const FOREIGN_MAX = 127;

function readForeign(reader: BitReader): readonly Element[] | undefined {
  const length = reader.number(FOREIGN_LENGTH_BITS);
  const name = length === undefined ? undefined : readCharacters(reader, 3, length);
  const writing = reader.number(3);
  const count = reader.number(FOREIGN_LENGTH_BITS);
  if (name === undefined || name === '' || writing === undefined || count === undefined) return undefined;
  const value = readCharacters(reader, writing, count);
  // A parameter that calls itself 10 would pass for a lot.
  return value === undefined || !/\D/.test(name) ? undefined : [{ ai: name, value }];
}

/**
 * The compressed segment of elements and of others' parameters, the same whatever their order; undefined where one is
 * not well-formed or stands there twice.
 */
export function compress(elements: readonly Element[]): string | undefined {
  if (!elements.every(isWellFormed) || hasDouble(elements)) return undefined;
  const sorted = elements.toSorted((a, b) => (a.ai < b.ai ? -1 : 1));
  const values = new Map(sorted.map(({ ai, value }) => [ai, value]));
  let bits = '';
  for (const [code, identifiers] of byGain()) {
    if (!identifiers.every((ai) => values.has(ai))) continue;
    const written = identifiers.map((ai) => valueBits(ai, values.get(ai) ?? ''));
    if (written.includes(undefined)) return undefined;
    bits += hexBits(code) + written.join('');
    for (const ai of identifiers) values.delete(ai);
  }
  for (const [ai, value] of values) {
    const written = APPLICATION_IDENTIFIERS.has(ai) ? identifierBits(ai, value) : foreignBits(ai, value);
    if (written === undefined) return undefined;
    bits += written;
  }
  const segment = bits.match(/.{1,6}/g)?.map((six) => BASE64.charAt(Number.parseInt(six.padEnd(6, '0'), 2))) ?? [];
  return segment.length === 0 || segment.length > SEGMENT_MAX ? undefined : segment.join('');
}

/** Those that save most digits first, without the ones whose order is not the same everywhere. */
function byGain(): readonly (readonly [string, readonly string[]])[] {
  const sameEverywhere = [...TOGETHER].filter(([, identifiers]) => `${identifiers}` === `${identifiers.toSorted()}`);
  return sameEverywhere.sort(([, a], [, b]) => b.join('').length - a.join('').length);
}

function identifierBits(ai: string, value: string): string | undefined {
  const bits = valueBits(ai, value);
  return bits === undefined ? undefined : hexBits(ai) + bits;
}

const hexBits = (hex: string): string =>
  [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');

function valueBits(ai: string, value: string): string | undefined {
  let rest = value;
  let bits = '';
  for (const { isNumber, length, isFixed } of piecesOf(ai)) {
    const part = rest.slice(0, length);
    if (isFixed && part.length !== length) return undefined;
    const count = isFixed ? '' : part.length.toString(2).padStart(bitsForLength(length), '0');
    if (isNumber && !/^\d*$/.test(part)) return undefined;
    const written = isNumber ? count + digitBits(part) : textBits(part, count);
    if (written === undefined) return undefined;
    bits += written;
    rest = rest.slice(length);
  }
  return rest === '' ? bits : undefined;
}

function digitBits(digits: string): string {
  const width = bitsForDigits(digits.length);
  return BigInt(digits === '' ? '0' : digits)
    .toString(2)
    .padStart(width, '0');
}

function textBits(text: string, count: string): string | undefined {
  if (/^\d+$/.test(text)) return `000${count}${digitBits(text)}`;
  if (/^[0-9A-F]+$/.test(text)) return `010${count}${hexBits(text)}`;
  if (/^[0-9a-f]+$/.test(text)) return `001${count}${hexBits(text)}`;
  if (/^[\w-]+$/.test(text)) {
    return `011${count}${[...text].map((each) => (CODE_OF.get(each) ?? 0).toString(2).padStart(6, '0')).join('')}`;
  }
  if ([...text].some((each) => each > '\u007f')) return undefined;
  return `100${count}${[...text].map((each) => each.charCodeAt(0).toString(2).padStart(7, '0')).join('')}`;
}

function foreignBits(name: string, value: string): string | undefined {
  if (!/^[\w-]+$/.test(name) || name.length > FOREIGN_MAX || value.length > FOREIGN_MAX) return undefined;
  const length = (text: string): string => text.length.toString(2).padStart(FOREIGN_LENGTH_BITS, '0');
  const key = [...name].map((each) => (CODE_OF.get(each) ?? 0).toString(2).padStart(6, '0')).join('');
  const text = textBits(value, length(value));
  return text === undefined ? undefined : `1111${length(name)}${key}${text}`;
}
