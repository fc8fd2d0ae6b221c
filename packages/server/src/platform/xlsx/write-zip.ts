/**
 * Writes a ZIP archive (PKWARE APPNOTE 6.3) as it goes: each part is deflated while it is made, and what is known of it only
 * afterwards stands behind it (§4.3.9). The same parts are the same bytes.
 */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  /** Text in pieces; read to its end before the part after it is asked for. */
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/** What four bytes count; beyond that an archive is a ZIP64, which not every program for tables opens. */
const BYTES_MAX = 0xffff_ffff;
const PARTS_MAX = 0xffff;
/** 1980-01-01, the first day that ZIP knows: no clock goes into it. */
const DAY = 0x21;
const DEFLATED = 8;
/** UTF-8 names, and sizes behind the part. */
const FLAGS = 0x0808;

/** @throws RangeError for an archive, or a part of one, beyond 4 GiB */
export async function* writeZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const entries: Buffer[] = [];
  let at = 0;
  for await (const { name, content } of parts) {
    const title = Buffer.from(name);
    const start = at;
    const head = Buffer.concat([signed('\x03\x04'), commonFields(title), title]);
    at += head.length;
    yield head;
    const told = { crc: 0, packed: 0, bytes: 0 };
    for await (const piece of deflated(content, told)) {
      told.packed += piece.length;
      yield piece;
    }
    const sizes = sizeFields(told);
    const descriptor = Buffer.concat([signed('\x07\x08'), sizes]);
    at += told.packed + descriptor.length;
    mustFit(at);
    yield descriptor;
    entries.push(entryOf(title, sizes, start));
    if (entries.length > PARTS_MAX) throw new RangeError(`an archive of more than ${PARTS_MAX} parts`);
  }
  const directory = Buffer.concat(entries);
  mustFit(at + directory.length);
  yield directory;
  yield endOf({ parts: entries.length, bytes: directory.length, at });
}

interface Told {
  crc: number;
  packed: number;
  bytes: number;
}

/** Counted on its way in. */
function deflated(content: ZipPart['content'], told: Told): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const piece = Buffer.from(text);
      told.crc = crc32(piece, told.crc);
      told.bytes += piece.length;
      mustFit(told.bytes);
      yield piece;
    }
  }
  // An error of the one destroys the other, and is thrown to whoever reads.
  return pipeline(Readable.from(counted()), createDeflateRaw(), () => undefined);
}

function mustFit(bytes: number): void {
  if (bytes > BYTES_MAX) throw new RangeError('an archive of more than 4 GiB');
}

const signed = (kind: string): Buffer => Buffer.from(`PK${kind}`, 'latin1');

/** Of the local header, where check and sizes are still nothing: version, flags, method, time, day, …, length of the name. */
function commonFields(title: Buffer, sizes: Buffer = Buffer.alloc(12)): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(DAY, 8);
  sizes.copy(fields, 10);
  fields.writeUInt16LE(title.length, 22);
  return fields;
}

function sizeFields({ crc, packed, bytes }: Told): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc, 0);
  sizes.writeUInt32LE(packed, 4);
  sizes.writeUInt32LE(bytes, 8);
  return sizes;
}

/** Of the directory. */
function entryOf(title: Buffer, sizes: Buffer, start: number): Buffer {
  const place = Buffer.alloc(14);
  place.writeUInt32LE(start, 10);
  return Buffer.concat([signed('\x01\x02\x14\x00'), commonFields(title, sizes), place, title]);
}

function endOf({ parts, bytes, at }: { readonly parts: number; readonly bytes: number; readonly at: number }): Buffer {
  const end = Buffer.alloc(22);
  signed('\x05\x06').copy(end);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
