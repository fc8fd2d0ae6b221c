/** The identity of the event of a row: the same however often the file is sent, so that it is recorded once. */
import { hash } from 'node:crypto';

export interface OfFile {
  readonly orgId: string;
  readonly pack: string;
  readonly stage: string;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
  readonly sheet: string;
}

/** A UUID of version 8 (RFC 9562 §5.8): its bits are of a hash. */
export function rowEventID({ orgId, pack, stage, sha256, sheet }: OfFile, row: number): string {
  const named = JSON.stringify(['suyuan import 1', orgId, pack, stage, sha256, sheet, row]);
  const bytes = hash('sha256', named, 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
