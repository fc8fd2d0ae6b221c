/** What kind of picture some bytes are, and how large it says that it is: read from its header, and never drawn here. Pure. */
import { PICTURE_BYTES_MAX, PICTURE_SIDE_MAX, type Picture } from '@suyuan/api/pictures';

export type PictureHead = Pick<Picture, 'type' | 'width' | 'height'>;

/** `unknown`: none of the three kinds, or broken; `moving`: of several pictures. */
type PictureFault = 'large' | 'unknown' | 'moving' | 'sides';

type ReadPicture =
  | { readonly ok: true; readonly head: PictureHead }
  | { readonly ok: false; readonly fault: PictureFault };

/** By the first bytes alone, whatever whoever sends it calls it. */
export function readPicture(bytes: Buffer): ReadPicture {
  if (bytes.length > PICTURE_BYTES_MAX) return { ok: false, fault: 'large' };
  const head = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  if (head === undefined || head === 'moving') return { ok: false, fault: head ?? 'unknown' };
  const isFit = [head.width, head.height].every((side) => side >= 1 && side <= PICTURE_SIDE_MAX);
  return isFit ? { ok: true, head } : { ok: false, fault: 'sides' };
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** ISO/IEC 15948 §5.2, §11.2.2: IHDR comes first; acTL is of pictures that move. */
function readPng(bytes: Buffer): PictureHead | 'moving' | undefined {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.length < 33) return undefined;
  if (bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  if (bytes.includes('acTL')) return 'moving';
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Markers that begin a frame, without DHT, JPG and DAC among them (ISO/IEC 10918-1 table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Segments up to the frame, which says height and width. */
function readJpeg(bytes: Buffer): PictureHead | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // fill bytes
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return undefined;
    if (isFrame(marker))
      return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
  }
  return undefined;
}

/** RFC 9649 §2.5 to §2.7: a lossy, a lossless or an extended file. */
function readWebp(bytes: Buffer): PictureHead | 'moving' | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  if (bytes.toString('latin1', 8, 12) !== 'WEBP' || bytes.readUInt32LE(4) + 8 > bytes.length + 1) return undefined;
  const type = 'image/webp';
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return undefined;
      return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return undefined;
      const bits = bytes.readUInt32LE(21);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      if (((bytes[20] ?? 0) & 0x02) !== 0) return 'moving';
      return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
