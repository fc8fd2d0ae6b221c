/** Node's own reading and writing of short texts, several times as fast as what browsers have too; absent there. */

type Slice = (this: Uint8Array, from: number, to: number) => string;
type Write = (this: Uint8Array, text: string) => number;

const PROTOTYPE: object = typeof Buffer === 'undefined' ? {} : Buffer.prototype;

/** Bytes of which each is a character. */
export const LATIN1_SLICE = hasSlice(PROTOTYPE) ? PROTOTYPE.latin1Slice : undefined;
/** Into memory with room for three bytes a unit; gives the number of bytes. */
export const UTF8_WRITE = hasWrite(PROTOTYPE) ? PROTOTYPE.utf8Write : undefined;

function hasSlice(prototype: object): prototype is { latin1Slice: Slice } {
  return 'latin1Slice' in prototype && typeof prototype.latin1Slice === 'function';
}

function hasWrite(prototype: object): prototype is { utf8Write: Write } {
  return 'utf8Write' in prototype && typeof prototype.utf8Write === 'function';
}
