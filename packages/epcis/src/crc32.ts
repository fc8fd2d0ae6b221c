/** CRC-32 of ISO 3309, as PNG and gzip have it: finds every change within 32 bits in a row, and others but for one in 2³². */

const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** Of the first `end` bytes; from 0 to 2³² - 1. */
export function crc32(bytes: Uint8Array, end: number): number {
  let rest = -1;
  for (let at = 0; at < end; at += 1) rest = (TABLE[(rest ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (rest >>> 8);
  return (rest ^ -1) >>> 0;
}
