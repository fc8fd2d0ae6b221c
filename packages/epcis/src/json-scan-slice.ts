/**
 * Finds the end of one JSON value in bytes that come in chunks: the inner loop of the document scanner.
 *
 * It counts brackets and strings and checks no more grammar than that; `JSON.parse` does the rest on the
 * slice. On the way it counts colons, so that a duplicate name shows as a difference to the names parsed.
 */

export interface Slice {
  /** Objects and arrays open inside the value. */
  depth: number;
  readonly depthMax: number;
  /** 1 for an object, 0 for an array, by depth. */
  readonly brackets: Uint8Array;
  kind: 'unknown' | 'string' | 'primitive' | 'brackets';
  isInString: boolean;
  isAfterBackslash: boolean;
  /** Colons outside strings, which is the count of names. */
  colons: number;
  /** A backslash stands in some string: only then can an escape smuggle in U+0000 or half a character. */
  hasEscapes: boolean;
  outcome: 'open' | 'ended' | 'too-deep' | 'mismatched';
}

/** A slice that has not begun; `depthMax` counts levels inside the value. */
export function newSlice(depthMax: number): Slice {
  return {
    depth: 0,
    depthMax,
    brackets: new Uint8Array(depthMax + 1),
    kind: 'unknown',
    isInString: false,
    isAfterBackslash: false,
    colons: 0,
    hasEscapes: false,
    outcome: 'open',
  };
}

/** Makes a slice as new, so that a scan of a million events allocates one. */
export function resetSlice(slice: Slice): void {
  slice.depth = 0;
  slice.kind = 'unknown';
  slice.isInString = false;
  slice.isAfterBackslash = false;
  slice.colons = 0;
  slice.hasEscapes = false;
  slice.outcome = 'open';
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** 1 for the bytes outside strings that the loop has to look at. */
const IS_STRUCTURAL = new Uint8Array(256);
for (const byte of [QUOTE, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT]) IS_STRUCTURAL[byte] = 1;

/**
 * Goes on with the value from `start`. Returns the index after the last byte that belongs to it, which is the
 * chunk's length while `slice.outcome` is `open`; at a fault, the index of the byte at fault.
 */
export function advanceSlice(slice: Slice, chunk: Uint8Array, start: number): number {
  if (slice.kind === 'unknown') slice.kind = kindOf(chunk[start]);
  if (slice.kind === 'primitive') return advancePrimitive(slice, chunk, start);
  let position = start;
  while (position < chunk.length) {
    position = slice.isInString ? skipString(slice, chunk, position) : skipToStructure(chunk, position);
    if (slice.isInString || position >= chunk.length) {
      if (position >= chunk.length) return chunk.length;
      continue;
    }
    if (slice.kind === 'string' && chunk[position - 1] === QUOTE && slice.outcome === 'ended') return position;
    position = takeStructure(slice, chunk, position);
    if (slice.outcome !== 'open') return position;
  }
  return position;
}

function kindOf(byte: number | undefined): Slice['kind'] {
  if (byte === QUOTE) return 'string';
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY ? 'brackets' : 'primitive';
}
