/** The objects of a PDF file (ISO 32000-1 §7), written one after another: only where each begins is kept. */
import { deflateSync } from 'node:zlib';

export class PdfObjects {
  #parts: Uint8Array[] = [];
  #length = 0;
  readonly #offsets: number[] = [];

  constructor() {
    // The second line tells programs that move files that this one is not text.
    this.#put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  /** The number of an object that is written later. */
  reserve(): number {
    return this.#offsets.push(0);
  }

  write(id: number, body: string): void {
    this.#offsets[id - 1] = this.#length;
    this.#put(Buffer.from(`${id} 0 obj\n${body}\nendobj\n`, 'latin1'));
  }

  stream(id: number, content: string | Uint8Array, entries = ''): void {
    const packed = deflateSync(content);
    this.#offsets[id - 1] = this.#length;
    this.#put(
      Buffer.from(`${id} 0 obj\n<</Filter/FlateDecode/Length ${packed.length}${entries}>>\nstream\n`, 'latin1'),
    );
    this.#put(packed);
    this.#put(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  /** The table of what stands where, which ends the file. */
  finish(root: number, info: number): void {
    const start = this.#length;
    const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
    const size = this.#offsets.length + 1;
    this.#put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`, 'latin1'));
    const trailer = `<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R>>`;
    this.#put(Buffer.from(`trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const taken = Buffer.concat(this.#parts);
    this.#parts = [];
    return taken;
  }

  #put(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#length += bytes.length;
  }
}

/** A text string as UTF-16 (ISO 32000-1 §7.9.2.2), in hexadecimal. */
export function textString(text: string): string {
  return `<FEFF${hexOf(text)}>`;
}

export function hexOf(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i += 1) hex += hex4(text.charCodeAt(i));
  return hex;
}

export const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
