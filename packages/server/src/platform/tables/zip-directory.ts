/** Where the parts of a ZIP archive on disk stand (PKWARE APPNOTE 6.3): its directory is believed, and read first. */
import type { FileHandle } from 'node:fs/promises';
import { Problem } from '@suyuan/api';

export interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  /** Of its local header in the file. */
  readonly at: number;
}

/** Parts of one workbook: a few a sheet, and one a picture. */
const PARTS_MAX = 5_000;
const DIRECTORY_BYTES_MAX = 2 * 1024 * 1024;
const END = 0x06054b50;
const END_BYTES = 22;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const COMMENT_BYTES_MAX = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** In place of a number that stands, longer, in the ZIP64 record (§4.5.3). */
const ELSEWHERE = 0xffff_ffff;

export const unreadable = (cause?: unknown): Problem => new Problem('table.unreadable', {}, { cause });
export const tooLarge = (): Problem => new Problem('table.too-large');

/** @throws Problem `table.unreadable`, `table.too-large` where it says itself to be more than `inflatedMax` */
export async function zipDirectory(file: FileHandle, inflatedMax: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const { count, bytes, at } = await endOf(file);
  if (count > PARTS_MAX || bytes > DIRECTORY_BYTES_MAX) throw tooLarge();
  const directory = await bytesAt(file, at, bytes);
  const entries = new Map<string, ZipEntry>();
  let whole = 0;
  for (let from = 0, seen = 0; seen < count; seen += 1) {
    if (from + ENTRY_BYTES > directory.length || directory.readUInt32LE(from) !== ENTRY) throw unreadable();
    const nameEnd = from + ENTRY_BYTES + directory.readUInt16LE(from + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(from + 30);
    const name = directory.toString('utf8', from + ENTRY_BYTES, nameEnd);
    // Of two parts of one name, two readers may take each another one.
    if (extraEnd > directory.length || entries.has(name)) throw unreadable();
    const entry = entryOf(directory.subarray(from, nameEnd), directory.subarray(nameEnd, extraEnd));
    whole += entry.bytes;
    if (whole > inflatedMax) throw tooLarge();
    entries.set(name, entry);
    from = extraEnd + directory.readUInt16LE(from + 32);
  }
  return entries;
}

/** The bytes of a place, all of them. @throws Problem `table.unreadable` where the file ends before */
export async function bytesAt(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, at);
  if (bytesRead < bytes) throw unreadable();
  return buffer;
}

interface End {
  readonly count: number;
  readonly bytes: number;
  readonly at: number;
}

async function endOf(file: FileHandle): Promise<End> {
  const { size } = await file.stat();
  const start = Math.max(0, size - END_BYTES - COMMENT_BYTES_MAX - LOCATOR_BYTES);
  const tail = await bytesAt(file, start, size - start);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw unreadable();
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR) {
    const end64 = await bytesAt(file, long(tail, locator + 8), END64_BYTES);
    if (end64.readUInt32LE(0) !== END64) throw unreadable();
    return { count: long(end64, 32), bytes: long(end64, 40), at: long(end64, 48) };
  }
  return { count: tail.readUInt16LE(end + 10), bytes: tail.readUInt32LE(end + 12), at: tail.readUInt32LE(end + 16) };
}

function long(bytes: Buffer, at: number): number {
  const number = bytes.readBigUInt64LE(at);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw unreadable();
  return Number(number);
}

function entryOf(head: Buffer, extra: Buffer): ZipEntry {
  const longs = longsOf(extra);
  // Those that stand elsewhere do so in this order (§4.5.3).
  const read = (at: number): number => {
    const number = head.readUInt32LE(at);
    return number === ELSEWHERE ? (longs.shift() ?? number) : number;
  };
  const [bytes, packed, at] = [read(24), read(20), read(42)];
  return { method: head.readUInt16LE(10), crc: head.readUInt32LE(16), packed, bytes, at };
}

function longsOf(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const count = Math.min(extra.readUInt16LE(at + 2), extra.length - at - 4) >> 3;
    return Array.from({ length: count }, (_, n) => long(extra, at + 4 + n * 8));
  }
  return [];
}
