/** One label as a picture, to be looked at before it is printed. */
import { crc32, deflateSync } from 'node:zlib';
import { Bitmap } from '../paper/bitmap.ts';
import { LabelError } from './fault.ts';
import type { PrinterDpmm } from './label-zpl.ts';
import type { LabelValues, Layout } from './layout.ts';
import { prepareLabel } from './prepare-label.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

interface OneLabel {
  readonly layout: Layout;
  readonly values: LabelValues;
  readonly dpmm: PrinterDpmm;
}

/** PNG (ISO/IEC 15948), a bit a dot. @throws LabelError */
export async function labelPng({ layout, values, dpmm }: OneLabel): Promise<Buffer> {
  const prepared = await prepareLabel(layout, values, dpmm);
  if (!prepared.ok) throw new LabelError(0, prepared.faults);
  const bitmap = new Bitmap(layout, dpmm);
  prepared.value.draw(bitmap);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(bitmap.width, 0);
  head.writeUInt32BE(bitmap.height, 4);
  // One bit, grey, deflate, no filter, not interlaced.
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(linesOf(bitmap))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row after a byte that says it is as it is; 1 is white. */
function linesOf({ width, height, dark }: Bitmap): Buffer {
  const stride = 1 + Math.ceil(width / 8);
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + 1 + (x >> 3);
      if (dark[y * width + x] === 0) lines[at] = (lines[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return lines;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
