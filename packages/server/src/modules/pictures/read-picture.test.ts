import { PICTURE_BYTES_MAX } from '@suyuan/api/pictures';
import { expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';

function png(width: number, height: number, chunk = 'IDAT'): Buffer {
  const head = Buffer.alloc(16 + 17);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return Buffer.concat([head, Buffer.from([0, 0, 0, 0]), Buffer.from(chunk, 'latin1')]);
}

/** With place and time in a segment before the frame. */
function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const bytes = Buffer.from(
    `ffd8ffe1000845786966${'00'.repeat(2)}ff${frame.toString(16)}001108000000000301220002`,
    'hex',
  );
  bytes.writeUInt16BE(height, 17);
  bytes.writeUInt16BE(width, 19);
  return bytes;
}

function webp(kind: string, body: string): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(22, 4);
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  Buffer.from(body, 'hex').copy(bytes, 20);
  return bytes;
}

test.each([
  ['PNG', png(320, 200), { type: 'image/png', width: 320, height: 200 }],
  ['JPEG', jpeg(320, 200), { type: 'image/jpeg', width: 320, height: 200 }],
  ['progressive JPEG', jpeg(320, 200, 0xc2), { type: 'image/jpeg', width: 320, height: 200 }],
  ['lossy WebP', webp('VP8 ', '0000009d012a4001c800'), { type: 'image/webp', width: 320, height: 200 }],
  ['lossless WebP', webp('VP8L', '2f3fc13100'), { type: 'image/webp', width: 320, height: 200 }],
  ['extended WebP', webp('VP8X', '000000003f0100c70000'), { type: 'image/webp', width: 320, height: 200 }],
])('reads kind and size of a %s', (_, bytes, head) => {
  expect(readPicture(bytes)).toEqual({ ok: true, head });
});

test.each([
  ['a PNG that says that it is 60,000 pixels wide', png(60_000, 10), 'sides'],
  ['a PNG without any height', png(10, 0), 'sides'],
  ['a JPEG of 65,535 pixels', jpeg(65_535, 65_535), 'sides'],
  ['a WebP of 16,777,216 pixels', webp('VP8X', '00000000ffffffffffff'), 'sides'],
  ['a PNG that moves', png(320, 200, 'acTL'), 'moving'],
  ['a WebP that moves', webp('VP8X', '020000003f0100c70000'), 'moving'],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknown'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
  ['nothing', Buffer.alloc(0), 'unknown'],
  ['a PNG cut short', png(320, 200).subarray(0, 20), 'unknown'],
  ['a JPEG without a frame', jpeg(320, 200).subarray(0, 12), 'unknown'],
  ['too much', Buffer.alloc(PICTURE_BYTES_MAX + 1), 'large'],
])('refuses %s', (_, bytes, fault) => {
  expect(readPicture(bytes)).toEqual({ ok: false, fault });
});
