/**
 * Finds the end of one JSON value in bytes that come in chunks: the inner loop of the document scanner.
 *
 * It follows strings and brackets and checks no more grammar than that; `JSON.parse` does the rest on the slice. On
 * the way it counts colons, so that a duplicate name shows as a difference to the names parsed.
 */

export interface Slice {
  kind: 'brackets' | 'string' | 'primitive';
  /** Objects and arrays that may be open inside the value. */
  depthMax: number;
  /** Objects and arrays open inside the value. */
  depth: number;
  isInString: boolean;
  isAfterBackslash: boolean;
  /** Colons outside strings, which is the count of names. */
  colons: number;
  /** Commas outside strings, which is about the count of values. */
  commas: number;
  hasEscapes: boolean;
  outcome: 'open' | 'ended' | 'too-deep';
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A slice of the value that begins with this byte. */
export function openSlice(first: number | undefined, depthMax: number): Slice {
  const isBracket = first === OPEN_OBJECT || first === OPEN_ARRAY;
  const kind = isBracket ? 'brackets' : first === QUOTE ? 'string' : 'primitive';
  const state = { depth: 0, isInString: false, isAfterBackslash: false, colons: 0, commas: 0, hasEscapes: false };
  return { kind, depthMax, ...state, outcome: 'open' };
}

/**
 * Goes on with the value from `start`. Returns the index after the last byte that belongs to it: the chunk's length
 * while `slice.outcome` is `open`; when it is `too-deep`, the index after the bracket that is one too many.
 */
export function advanceSlice(slice: Slice, chunk: Uint8Array, start: number): number {
  if (slice.kind === 'primitive') return advancePrimitive(slice, chunk, start);
  const { depthMax } = slice;
  let { depth, colons, isInString } = slice;
  let i = start;
  const end = chunk.length;
  while (i < end) {
    if (isInString) {
      if (slice.isAfterBackslash) {
        slice.isAfterBackslash = false;
        i += 1;
        continue;
      }
      // Most bytes of a document stand in strings, so this is the loop that counts.
      let byte = chunk[i];
      while (i < end && byte !== QUOTE && byte !== BACKSLASH) {
        i += 1;
        byte = chunk[i];
      }
      if (i === end) break;
      i += 1;
      if (byte === BACKSLASH) {
        slice.hasEscapes = true;
        slice.isAfterBackslash = true;
        continue;
      }
      isInString = false;
      if (depth === 0) return finish(slice, { depth, colons, isInString }, i);
      continue;
    }
    const byte = chunk[i];
    i += 1;
    if (byte === QUOTE) isInString = true;
    else if (byte === COLON) colons += 1;
    else if (byte === COMMA) slice.commas += 1;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      depth += 1;
      if (depth > depthMax) {
        slice.outcome = 'too-deep';
        return i;
      }
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      depth -= 1;
      if (depth === 0) return finish(slice, { depth, colons, isInString }, i);
    }
  }
  slice.depth = depth;
  slice.colons = colons;
  slice.isInString = isInString;
  return i;
}

function finish(slice: Slice, state: Pick<Slice, 'depth' | 'colons' | 'isInString'>, end: number): number {
  Object.assign(slice, state);
  slice.outcome = 'ended';
  return end;
}

function advancePrimitive(slice: Slice, chunk: Uint8Array, start: number): number {
  for (let i = start; i < chunk.length; i += 1) {
    const byte = chunk[i];
    if (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || isSpace(byte)) {
      slice.outcome = 'ended';
      return i;
    }
  }
  return chunk.length;
}

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
