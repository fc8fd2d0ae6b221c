/** A stream that is fed by hand, at most so far ahead of its reader. */
import { Readable } from 'node:stream';

export interface Feed {
  readonly stream: Readable;
  /** Resolves when the reader has taken it, or has left. */
  push(chunk: string | Uint8Array): Promise<void>;
  end(): void;
}

/** A reader that takes nothing for so long has gone, whatever its connection says: it keeps others from what it holds. */
const STALL_MS = 30_000;

interface Waiting {
  readonly chunk: string | Uint8Array;
  taken(): void;
}

export function createFeed(onLeft: () => void, stallMs = STALL_MS): Feed {
  // Whoever makes the chunks is some ahead of the reader.
  const waiting: Waiting[] = [];
  let isWanted = false;
  let isEnded = false;
  let isLeft = false;
  let stall: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(stall);
    if (waiting.length === 0) return;
    stall = setTimeout(() => stream.destroy(new Error('nothing was taken for too long')), stallMs).unref();
  };
  const stream = new Readable({
    read() {
      const next = waiting.shift();
      watch();
      if (next === undefined && isEnded) stream.push(null);
      else if (next === undefined) isWanted = true;
      else {
        stream.push(next.chunk);
        next.taken();
      }
    },
    destroy(error, done) {
      if (!isEnded || waiting.length > 0) onLeft();
      isLeft = true;
      for (const { taken } of waiting.splice(0)) taken();
      watch();
      done(error);
    },
  });
  return {
    stream,
    async push(chunk) {
      if (isLeft) return;
      if (isWanted) {
        isWanted = false;
        stream.push(chunk);
        return;
      }
      await new Promise<void>((taken) => {
        waiting.push({ chunk, taken });
        if (waiting.length === 1) watch();
      });
    },
    end() {
      isEnded = true;
      if (isWanted) stream.push(null);
    },
  };
}
