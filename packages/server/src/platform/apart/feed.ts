/** A stream that is fed by hand, at most so far ahead of its reader. */
import { Readable } from 'node:stream';

export interface Feed {
  readonly stream: Readable;
  /** Resolves when the reader wants more; never where it has left. */
  push(chunk: string | Uint8Array): Promise<void>;
  end(): void;
}

/** A reader that takes nothing for so long has gone, whatever its connection says: it keeps others from what it holds. */
const STALL_MS = 30_000;

export function createFeed(onLeft: () => void): Feed {
  let wanted: (() => void) | undefined;
  let stall: NodeJS.Timeout | undefined;
  let isOver = false;
  const stream = new Readable({
    read() {
      clearTimeout(stall);
      const go = wanted;
      wanted = undefined;
      go?.();
    },
    destroy(error, done) {
      clearTimeout(stall);
      if (!isOver) onLeft();
      isOver = true;
      wanted?.();
      done(error);
    },
  });
  return {
    stream,
    async push(chunk) {
      if (isOver || stream.push(chunk)) return;
      await new Promise<void>((done) => {
        wanted = done;
        stall = setTimeout(() => stream.destroy(new Error('nothing was taken for too long')), STALL_MS).unref();
      });
    },
    end() {
      isOver = true;
      stream.push(null);
    },
  };
}
