import type { Handle } from './attempt.ts';
import { type ReaderDeps, readRound } from './round.ts';

/** A reader at work. */
export interface FollowedLog {
  /** There is something new: called when a run of the sequencer has ended. */
  nudge(): void;
  /** Waits for the transaction under way, and begins no other. */
  close(): Promise<void>;
}

/** What another process wrote, and what is due by now, is seen within this time. */
const SWEEP_MS = 1_000;

/**
 * Starts a reader: it goes through the whole log in order, from where the reader of this name was, and then follows it.
 * May be started in several processes; at any moment one of them works.
 */
export function followLog(deps: ReaderDeps, name: string, handle: Handle): FollowedLog {
  const reader = { ...deps, name, handle };
  const closing = new AbortController();
  const { signal } = closing;
  let current: Promise<void> | undefined;
  let isAsked = false;

  async function work(): Promise<void> {
    try {
      while (isAsked && !signal.aborted) {
        isAsked = false;
        while (!signal.aborted && (await readRound(reader, signal)));
      }
    } catch (error) {
      // The database is away, or the log is broken: nothing is held against an entry, and nothing is passed over.
      deps.log.warn({ err: error, reader: name }, 'reader: will try again');
    } finally {
      current = undefined;
    }
  }
  function nudge(): void {
    isAsked = true;
    current ??= work();
  }

  const timer = setInterval(nudge, SWEEP_MS);
  timer.unref();
  nudge();

  return {
    nudge,
    async close() {
      closing.abort();
      clearInterval(timer);
      await current;
    },
  };
}
