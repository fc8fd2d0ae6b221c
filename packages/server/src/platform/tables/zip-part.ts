/** The content of one part of a ZIP archive on disk, inflated as it is read, and never beyond what the directory says. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { bytesAt, unreadable, type ZipEntry, zipDirectory } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Inflated at a time: some two hundred rows; in between, the server answers others. */
const PIECE_BYTES = 64 * 1024;

export interface Archive {
  has(name: string): boolean;
  /** How much a part says to be; 0 where there is none. */
  bytesOf(name: string): number;
  names(): Iterable<string>;
  /** Whole, or it throws at its end. No piece where there is no such part. @throws Problem `table.unreadable` */
  part(name: string): AsyncGenerator<Buffer>;
}

/** @throws Problem `table.unreadable`, `table.too-large` */
export async function openArchive(path: string, inflatedMax: number): Promise<Archive> {
  const file = await open(path);
  const entries = await zipDirectory(file, inflatedMax).finally(() => file.close());
  return {
    has: (name) => entries.has(name),
    bytesOf: (name) => entries.get(name)?.bytes ?? 0,
    names: () => entries.keys(),
    async *part(name) {
      const entry = entries.get(name);
      if (entry !== undefined) yield* contentOf(path, entry);
    },
  };
}

async function* contentOf(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return;
  const source = inflated(await packedOf(path, entry), entry.method);
  let [bytes, crc] = [0, 0];
  try {
    for await (const piece of source) {
      bytes += piece.length;
      // A bomb, or broken: what inflates to more than it said.
      if (bytes > entry.bytes) throw unreadable();
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^Z_/.test(String(cause.code))) throw unreadable(cause);
    throw cause;
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw unreadable();
}

async function packedOf(path: string, { at, packed }: ZipEntry): Promise<Readable> {
  const file = await open(path);
  try {
    const local = await bytesAt(file, at, LOCAL_BYTES);
    if (local.readUInt32LE(0) !== LOCAL) throw unreadable();
    const start = at + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
    return createReadStream(path, { start, end: start + packed - 1 });
  } finally {
    await file.close();
  }
}

function inflated(packed: Readable, method: number): AsyncIterable<Buffer> {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw unreadable();
  // An error of the one destroys the other, and is thrown to whoever reads.
  return pipeline(packed, createInflateRaw({ chunkSize: PIECE_BYTES }), () => undefined);
}
