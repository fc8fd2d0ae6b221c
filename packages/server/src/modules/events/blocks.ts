/**
 * Blocks: the texts of some events of one document, packed together. Bodies of one document repeat each other, so that a
 * block takes a thirtieth of their size.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Measured on events of 675 bytes: by 16 they take 39 bytes each and 26 µs to unpack, by 64 it is 21 bytes and 57 µs, by
 * 500 it is 19 bytes and 437 µs.
 */
export const BLOCK_EVENTS = 64;
/** Characters after which a block is full: unpacking it for one of its events takes some 0.3 ms. */
const BLOCK_CHARS = 256 * 1024;
const LEVEL = 3;

/** Cuts a list into runs that each make a block. */
export function inBlocks<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[][] {
  const blocks: Item[][] = [];
  let chars = 0;
  for (const item of items) {
    const last = blocks.at(-1);
    const { length } = textOf(item);
    if (last === undefined || last.length >= BLOCK_EVENTS || chars + length > BLOCK_CHARS) {
      blocks.push([item]);
      chars = length;
    } else {
      last.push(item);
      chars += length;
    }
  }
  return blocks;
}

const SIZE_BYTES = 4;

/** The texts as a block: how many, the bytes of each, then all of them, compressed. */
export function packTexts(texts: readonly string[]): Buffer {
  const bodies = texts.map((text) => Buffer.from(text, 'utf8'));
  const head = Buffer.alloc(SIZE_BYTES * (bodies.length + 1));
  head.writeUInt32LE(bodies.length, 0);
  for (const [i, body] of bodies.entries()) head.writeUInt32LE(body.length, SIZE_BYTES * (i + 1));
  return zstdCompressSync(Buffer.concat([head, ...bodies]), {
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** A block that is none, or was damaged. */
export class BrokenBlock extends Error {
  override name = 'BrokenBlock';
}

/** Many times what a block holds: one event of 16 MiB is a block of its own. */
const UNPACKED_MAX = 64 * 1024 * 1024;

/** @throws BrokenBlock */
export function unpackTexts(packed: Uint8Array): string[] {
  const bytes = decompress(packed);
  const count = bytes.length < SIZE_BYTES ? -1 : bytes.readUInt32LE(0);
  let at = SIZE_BYTES * (count + 1);
  if (count < 0 || at > bytes.length) throw new BrokenBlock('a block ends before its texts');
  const texts: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const end = at + bytes.readUInt32LE(SIZE_BYTES * (i + 1));
    if (end > bytes.length) throw new BrokenBlock('a block ends inside a text');
    texts.push(bytes.toString('utf8', at, end));
    at = end;
  }
  if (at !== bytes.length) throw new BrokenBlock('a block goes on behind its texts');
  return texts;
}

function decompress(packed: Uint8Array): Buffer {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: UNPACKED_MAX, rejectGarbageAfterEnd: true });
  } catch (error) {
    throw new BrokenBlock('a block cannot be unpacked', { cause: error });
  }
}
