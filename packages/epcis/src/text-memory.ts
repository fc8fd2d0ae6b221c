/** The text before, as its UTF-8 bytes: what the next one is written as the difference to. */
export class TextMemory {
  bytes = new Uint8Array(256);
  length = 0;
  text = '';
  isAscii = true;

  forget(): void {
    this.length = 0;
    this.text = '';
    this.isAscii = true;
    if (this.bytes.length > KEPT_BYTES_MAX) this.bytes = new Uint8Array(256);
  }

  /** Room for `length` bytes, what is there kept. */
  reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(length, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** What is larger is given back: one event with a long text is no reason to hold it. */
export const KEPT_BYTES_MAX = 64 * 1024;
