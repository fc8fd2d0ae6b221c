/**
 * What is in the envelope, once unpacked: frames, each a kind (1 byte), a length (4 bytes, big-endian) and so many bytes.
 * Rows and contents of files come in as many frames as they need; all other frames are one JSON value.
 */
import { BackupRefused } from '../refusal.ts';

const KINDS = ['manifest', 'table', 'bytes', 'table-end', 'sequences', 'file', 'file-end', 'end'] as const;
export type FrameKind = (typeof KINDS)[number];

export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

const HEAD_BYTES = 5;
/** No frame that is written is larger: bytes are cut, and the manifest of a thousand tables has a tenth of it. */
export const PAYLOAD_MAX = 4 * 1024 * 1024;

export function jsonFrame(kind: FrameKind, value: unknown): Buffer {
  return frame(kind, Buffer.from(JSON.stringify(value), 'utf8'));
}

/** As many as it takes. */
export function* bytesFrames(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PAYLOAD_MAX) yield frame('bytes', bytes.subarray(at, at + PAYLOAD_MAX));
}

function frame(kind: FrameKind, payload: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(KINDS.indexOf(kind) + 1);
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** Reads frames one after the other. */
export interface FrameReader {
  /** The next one, or nothing at the end of it all. */
  next(): Promise<Frame | undefined>;
}

export function readFrames(source: AsyncIterable<Buffer>): FrameReader {
  const bytes = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  const gather = async (wanted: number): Promise<Buffer | undefined> => {
    while (length < wanted) {
      const { done, value } = await bytes.next();
      if (done === true) return undefined;
      held.push(value);
      length += value.length;
    }
    const all = Buffer.concat(held, length);
    held = [all.subarray(wanted)];
    length -= wanted;
    return all.subarray(0, wanted);
  };
  return {
    async next() {
      const head = await gather(HEAD_BYTES);
      if (head === undefined) {
        if (length > 0) throw malformed();
        return undefined;
      }
      const kind = KINDS[head.readUInt8() - 1];
      const size = head.readUInt32BE(1);
      if (kind === undefined || size > PAYLOAD_MAX) throw malformed();
      const payload = await gather(size);
      if (payload === undefined) throw malformed();
      return { kind, payload };
    },
  };
}

/** Sealed as it was written, and yet not what this program writes. */
export function malformed(): BackupRefused {
  return new BackupRefused(
    'format',
    '备份内容不合格式，未改动任何数据 · the contents of the backup are not of its format; nothing was changed',
  );
}
