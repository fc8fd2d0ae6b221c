/** Dots as the graphic of a ZPL label, packed as the language has it: letters for repeats, marks for what a row has to its end. */
import type { Bitmap } from '../paper/bitmap.ts';

/** `^GFA`: its data are hexadecimal digits, eight dots to two of them, each row a whole number of bytes. */
export function graphicField(bitmap: Bitmap): string {
  const bytesPerRow = Math.ceil(bitmap.width / 8);
  const bytes = bytesPerRow * bitmap.height;
  const rows: string[] = [];
  let before = '';
  for (let y = 0; y < bitmap.height; y += 1) {
    const hex = rowHex(bitmap, y, bytesPerRow);
    rows.push(hex === before ? ':' : packed(hex));
    before = hex;
  }
  return `^GFA,${bytes},${bytes},${bytesPerRow},${rows.join('')}`;
}

function rowHex({ dark, width }: Bitmap, y: number, bytesPerRow: number): string {
  const bytes = Buffer.alloc(bytesPerRow);
  for (let x = 0; x < width; x += 1) {
    if (dark[y * width + x] === 1) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
  }
  return bytes.toString('hex').toUpperCase();
}

/** `,` for zeros to the end of the row; before a digit G to Y are 1 to 19 of it, g to z 20 to 400 by twenties. */
function packed(hex: string): string {
  const kept = hex.replace(/0+$/, '');
  const runs = kept.replace(/(.)\1{2,}/g, (run, digit: string) => repeats(run.length) + digit);
  return kept.length === hex.length ? runs : `${runs},`;
}

function repeats(count: number): string {
  let letters = 'z'.repeat(Math.floor(count / 400));
  const twenties = Math.floor((count % 400) / 20);
  if (twenties > 0) letters += String.fromCharCode(0x66 + twenties);
  if (count % 20 > 0) letters += String.fromCharCode(0x46 + (count % 20));
  return letters;
}
