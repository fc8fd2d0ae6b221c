/** Bytes put together from chunks. The memory doubles as it fills, so that chunks of one byte cost no more than large ones. */
export interface ByteBuffer {
  readonly length: number;
  append(bytes: Uint8Array): void;
  /** The bytes so far; valid until the next `append` or `clear`. */
  view(): Uint8Array;
  clear(): void;
}

const FIRST_BYTES = 4096;
/** What is larger is given back: one event of 16 MiB is no reason to hold them to the end of the document. */
const KEPT_BYTES_MAX = 1024 * 1024;

export function createByteBuffer(): ByteBuffer {
  let memory = new Uint8Array(FIRST_BYTES);
  let length = 0;
  return {
    get length() {
      return length;
    },
    append(bytes) {
      const needed = length + bytes.length;
      if (needed > memory.length) {
        const larger = new Uint8Array(Math.max(needed, memory.length * 2));
        larger.set(memory.subarray(0, length));
        memory = larger;
      }
      memory.set(bytes, length);
      length = needed;
    },
    view: () => memory.subarray(0, length),
    clear() {
      if (memory.length > KEPT_BYTES_MAX) memory = new Uint8Array(FIRST_BYTES);
      length = 0;
    },
  };
}
