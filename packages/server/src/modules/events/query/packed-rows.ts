/** Rows of events in one piece of memory, as `selectPacked` gives them. */

/** Bytes before the facts: id, identity, whether it declares, hash, content, length of the facts. */
const [id, identity, declares, hash, content, length, facts] = [0, 16, 32, 33, 65, 97, 101];

export class PackedRows {
  readonly #bytes: Buffer;
  readonly #starts: number[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    for (let at = 0; at < bytes.length; at += facts + bytes.readInt32BE(at + length)) this.#starts.push(at);
  }

  get count(): number {
    return this.#starts.length;
  }

  id(row: number): string {
    return uuidAt(this.#bytes, this.#start(row) + id);
  }

  identityKey(row: number): string {
    return uuidAt(this.#bytes, this.#start(row) + identity);
  }

  declares(row: number): boolean {
    return this.#bytes[this.#start(row) + declares] === 1;
  }

  hash(row: number): Buffer {
    return this.#slice(row, hash, 32);
  }

  content(row: number): Buffer {
    return this.#slice(row, content, 32);
  }

  facts(row: number): Buffer {
    return this.#slice(row, facts, this.#bytes.readInt32BE(this.#start(row) + length));
  }

  /** How the id of a row stands to sixteen bytes elsewhere: below 0 where it comes before them. */
  compareId(row: number, other: Buffer, at: number): number {
    const start = this.#start(row) + id;
    return this.#bytes.compare(other, at, at + 16, start, start + 16);
  }

  #slice(row: number, from: number, bytes: number): Buffer {
    const start = this.#start(row) + from;
    return this.#bytes.subarray(start, start + bytes);
  }

  #start(row: number): number {
    return this.#starts[row] ?? 0;
  }
}

const HEX = Buffer.from('0123456789abcdef');
// Written over by each call, which runs to its end before another can begin.
const TEXT = Buffer.from('00000000-0000-0000-0000-000000000000');
const DASHES: ReadonlySet<number> = new Set([8, 13, 18, 23]);
const PLACES = [...TEXT.keys()].filter((place) => !DASHES.has(place));

/** One after the other, sixteen bytes each. */
export function uuidsIn(bytes: Buffer): string[] {
  return Array.from({ length: bytes.length / 16 }, (_, n) => uuidAt(bytes, 16 * n));
}

/** Sixteen bytes as the text of a UUID. */
function uuidAt(bytes: Buffer, from: number): string {
  for (let n = 0; n < 16; n += 1) {
    const byte = bytes[from + n] ?? 0;
    TEXT[PLACES[2 * n] ?? 0] = HEX[byte >> 4] ?? 0;
    TEXT[PLACES[2 * n + 1] ?? 0] = HEX[byte & 15] ?? 0;
  }
  return TEXT.toString('latin1');
}
