/**
 * Where the events of a document wait between being received and being stored: in memory while they are few,
 * else in a temporary file, so that a document of any size is captured in bounded memory.
 */
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpoolFolder } from './spool-folder.ts';

/** An event as a scanner gave it. */
export interface RawEvent {
  readonly index: number;
  /** As received. */
  readonly text: string;
  readonly value: object;
}

/** The value of an event's text, the one that came with it. */
export type ReadText = (text: string) => object;

/** Events in the order in which they were added; read as often as needed, until closed. */
export interface EventSpool {
  add(event: RawEvent): Promise<void>;
  readonly count: number;
  /** Batches of at most `EVENTS_PER_BATCH` events and some `BYTES_PER_BATCH` of text. */
  batches(read: ReadText): AsyncGenerator<readonly RawEvent[]>;
  close(): Promise<void>;
}

/** Characters of event text held in memory; a parsed event takes some four times its text. */
export const SPOOL_MEMORY_MAX = 4 * 1024 * 1024;
/** Characters whose parsed form is held too; `{},` takes twenty times its text, and sixty documents may be under way. */
const PARSED_CHARS_MAX = 256 * 1024;
// 500 events a statement measured as fast as 2,000, and a quarter of the memory.
const EVENTS_PER_BATCH = 500;
const BYTES_PER_BATCH = 4 * 1024 * 1024;
const HEAD_BYTES = 8; // event index and text length, 32 bits each

/** An event that is parsed again when it is read, where its value is not kept. */
type HeldEvent = Omit<RawEvent, 'value'> & Partial<RawEvent>;

export function createEventSpool(folder: SpoolFolder, memoryMax = SPOOL_MEMORY_MAX): EventSpool {
  let held: HeldEvent[] = [];
  let heldChars = 0;
  let count = 0;
  let file: SpoolFile | undefined;

  return {
    get count() {
      return count;
    },
    async add(event) {
      const { index, text } = event;
      heldChars += text.length;
      held.push(heldChars <= PARSED_CHARS_MAX ? event : { index, text });
      count += 1;
      if (heldChars <= memoryMax) return;
      file ??= await openSpoolFile(folder);
      await file.write(held);
      held = [];
      heldChars = 0;
    },
    async *batches(read) {
      if (file !== undefined) yield* file.batches(read);
      yield* inBatches(held, read);
    },
    async close() {
      held = [];
      await file?.remove();
    },
  };
}

interface SpoolFile {
  write(events: readonly HeldEvent[]): Promise<void>;
  batches(read: ReadText): AsyncGenerator<readonly RawEvent[]>;
  remove(): Promise<void>;
}

async function openSpoolFile({ path }: SpoolFolder): Promise<SpoolFile> {
  const folder = await mkdtemp(join(path(), 'document-'));
  const handle = await open(join(folder, 'events'), 'wx+', 0o600).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  let end = 0;
  return {
    async write(events) {
      const bytes = Buffer.concat(events.flatMap(recordOf));
      await handle.writev([bytes], end);
      end += bytes.length;
    },
    async *batches(read) {
      let batch: RawEvent[] = [];
      let batchBytes = 0;
      for await (const { index, bytes } of recordsOf(handle, end)) {
        const text = bytes.toString('utf8');
        batch.push({ index, text, value: read(text) });
        batchBytes += bytes.length;
        if (batch.length < EVENTS_PER_BATCH && batchBytes < BYTES_PER_BATCH) continue;
        yield batch;
        batch = [];
        batchBytes = 0;
      }
      if (batch.length > 0) yield batch;
    },
    async remove() {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function recordOf(event: HeldEvent): Buffer[] {
  const text = Buffer.from(event.text, 'utf8');
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(event.index, 0);
  head.writeUInt32LE(text.length, 4);
  return [head, text];
}

/** Bytes read from the file at a time; one read an event took longer than parsing it. */
const BLOCK_BYTES = 1024 * 1024;

/** The records from the beginning to `end`; their bytes are good until the next is asked for. */
async function* recordsOf(handle: FileHandle, end: number): AsyncGenerator<{ index: number; bytes: Buffer }> {
  let block: Buffer = Buffer.alloc(0);
  let at = 0;
  const whole = (length: number): boolean => block.length >= length;
  while (at < end || block.length > 0) {
    const length = whole(HEAD_BYTES) ? HEAD_BYTES + block.readUInt32LE(4) : HEAD_BYTES;
    if (!whole(HEAD_BYTES) || !whole(length)) {
      const more = await readAt(handle, at, Math.min(Math.max(BLOCK_BYTES, length), end - at));
      at += more.length;
      block = Buffer.concat([block, more]);
      continue;
    }
    yield { index: block.readUInt32LE(0), bytes: block.subarray(HEAD_BYTES, length) };
    block = block.subarray(length);
  }
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(buffer, 0, length, at);
  if (bytesRead === 0) throw new Error('the spool file ends too early');
  return buffer.subarray(0, bytesRead);
}

function* inBatches(events: readonly HeldEvent[], read: ReadText): Generator<readonly RawEvent[]> {
  for (let from = 0; from < events.length; from += EVENTS_PER_BATCH) {
    const batch = events.slice(from, from + EVENTS_PER_BATCH);
    yield batch.map(({ index, text, value }) => ({ index, text, value: value ?? read(text) }));
  }
}
