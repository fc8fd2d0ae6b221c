/** Counts look-ups in memory and writes them once a second, all codes together: a code that everybody scans costs one row a second. */
import type { Ctx } from '../../platform/ctx.ts';
import { insertMissing, selectLocked, selectTally, updateTallies } from './store-scans.ts';
import { emptyAs, type Tally, tallyOf, together } from './tally.ts';

export interface ScanCounter {
  /** What is known of a code; with a browser's token after it was counted. Nothing where nobody has looked it up. */
  count(code: string, browser?: string): Promise<Tally | undefined>;
  /** Writes what was counted; then nothing more is. */
  close(): Promise<void>;
}

export interface CounterDeps {
  /** The public's. */
  readonly ctx: Pick<Ctx, 'read'>;
  readonly program: Pick<Ctx, 'write' | 'clock' | 'log'>;
}

/** What a program that is killed loses. */
const WRITE_EACH_MS = 1_000;
/** Codes that wait to be written, some 300 bytes each; look-ups of others are not counted until there is room. */
const WAITING_MAX = 10_000;
/** Another program may have counted since. */
const WRITTEN_FRESH_MS = 2 * WRITE_EACH_MS;
/** A write that fell into the time of a read makes it read again; after so many it is told as it was found. */
const READS_MAX = 3;

type Tallies = ReadonlyMap<string, Tally>;

export function countScans({ ctx, program }: CounterDeps): ScanCounter {
  let waiting = new Map<string, Tally>();
  /** As the last write left them, so that what is looked up all the time is not read again. */
  let written: Tallies = new Map();
  let writtenMs = 0;
  let writing: Promise<void> | undefined;
  let writes = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function write(): Promise<void> {
    const batch = waiting;
    waiting = new Map();
    try {
      written = await program.write(async (tx) => {
        const codes = [...batch.keys()];
        await insertMissing(tx, new Map([...batch].map(([code, added]) => [code, emptyAs(added)])));
        const held = await selectLocked(tx, codes);
        const all = new Map(held.map(({ code, ...tally }) => [code, plus(tally, batch.get(code))]));
        await updateTallies(tx, all);
        return all;
      });
      writtenMs = performance.now();
    } catch (error) {
      program.log.warn({ err: error }, 'counts of look-ups: will be written later');
      written = new Map();
      const since = waiting;
      waiting = batch;
      for (const [code, added] of since) add(code, added);
    }
    writes += 1;
  }

  function startWriting(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = write().finally(() => {
      writing = undefined;
      if (waiting.size > 0 && !isClosed) later();
    });
    return writing;
  }

  function later(): void {
    if (writing === undefined) timer ??= setTimeout(startWriting, WRITE_EACH_MS).unref();
  }

  function add(code: string, added: Tally): void {
    if (isClosed || (waiting.size >= WAITING_MAX && !waiting.has(code))) return;
    waiting.set(code, plus(added, waiting.get(code)));
    later();
  }

  /** As the database has it, at a moment at which what waits is not in it. */
  async function heldOf(code: string): Promise<Tally | undefined> {
    let held: Tally | undefined;
    for (let reads = 0; reads < READS_MAX; reads += 1) {
      await writing;
      if (written.has(code) && performance.now() - writtenMs < WRITTEN_FRESH_MS) return written.get(code);
      const before = writes;
      held = await ctx.read((tx) => selectTally(tx, code));
      if (before === writes && writing === undefined) return held;
    }
    return held;
  }

  return {
    async count(code, browser) {
      if (browser !== undefined) add(code, tallyOf(browser, program.clock.now()));
      const held = await heldOf(code);
      return held === undefined ? waiting.get(code) : plus(held, waiting.get(code));
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await writing;
      if (waiting.size > 0) await startWriting();
    },
  };
}

function plus(held: Tally, added: Tally | undefined): Tally {
  return added === undefined ? held : together(held, added);
}
