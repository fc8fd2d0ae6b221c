/** Parts of a ZIP archive that fits in memory (PKWARE APPNOTE 6.3): each is inflated alone, and never beyond its bound. */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { Problem } from '@suyuan/api';

const inflate = promisify(inflateRaw);

/** Parts of one workbook; those of Excel and WPS have a dozen. */
const PARTS_MAX = 1_000;
/** Of one part, inflated: 5,000 rows of six columns are 2 MB of XML. */
const PART_BYTES_MAX = 8 * 1024 * 1024;
/** Of all parts together, as the archive itself says; a picture or two may be among them. */
const WHOLE_BYTES_MAX = 64 * 1024 * 1024;
const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

interface Part {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

export interface Archive {
  /** Undefined where there is no such part. @throws Problem `branch-sheet.unreadable`, `branch-sheet.too-large` */
  part(name: string): Promise<Buffer | undefined>;
}

/** @throws Problem `branch-sheet.unreadable`, `branch-sheet.too-large` */
export function openArchive(file: Buffer): Archive {
  const parts = directoryOf(file);
  return {
    async part(name) {
      const part = parts.get(name);
      return part === undefined ? undefined : unpack(file, part);
    },
  };
}

export const unreadable = (cause?: unknown): Problem => new Problem('branch-sheet.unreadable', {}, { cause });
const tooLarge = (): Problem => new Problem('branch-sheet.too-large');

function directoryOf(file: Buffer): ReadonlyMap<string, Part> {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > PARTS_MAX) throw tooLarge();
  const parts = new Map<string, Part>();
  let at = file.readUInt32LE(end + 16);
  let whole = 0;
  for (let seen = 0; seen < count; seen += 1) {
    if (at + ENTRY_BYTES > end || file.readUInt32LE(at) !== ENTRY) throw unreadable();
    const nameBytes = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    // Of two parts of one name, two readers may take each another one.
    if (parts.has(name)) throw unreadable();
    const part = {
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      bytes: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    };
    whole += part.bytes;
    if (whole > WHOLE_BYTES_MAX) throw tooLarge();
    parts.set(name, part);
    at += ENTRY_BYTES + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** Where the record stands that ends an archive. */
function endOf(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - COMMENT_BYTES_MAX);
  for (let at = file.length - END_BYTES; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at;
  throw unreadable();
}

async function unpack(file: Buffer, { method, crc, packed, bytes, at }: Part): Promise<Buffer> {
  if (bytes > PART_BYTES_MAX) throw tooLarge();
  if (at + LOCAL_BYTES > file.length || file.readUInt32LE(at) !== LOCAL) throw unreadable();
  const from = at + LOCAL_BYTES + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + packed > file.length) throw unreadable();
  const given = file.subarray(from, from + packed);
  const content = method === STORED ? given : method === DEFLATED ? await inflated(given, bytes) : undefined;
  if (content === undefined || content.length !== bytes || crc32(content) !== crc) throw unreadable();
  return content;
}

/** What the archive says of its size is held to: what inflates to more is a bomb, or broken. */
async function inflated(given: Buffer, bytes: number): Promise<Buffer> {
  try {
    return await inflate(given, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    throw unreadable(cause);
  }
}
