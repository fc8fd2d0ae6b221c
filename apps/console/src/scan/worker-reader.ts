/** Has pictures read beside the page, which goes on meanwhile. */
import type { CodeReader } from './code-reader.ts';

/** As much of a `Worker` as is needed. */
export interface ReadingWorker {
  onmessage: ((answer: MessageEvent<readonly string[] | undefined>) => void) | null;
  onerror: ((error: ErrorEvent) => void) | null;
  postMessage(picture: ImageData): void;
  terminate(): void;
}

/** One picture after another: each waits for the answer about the one before. */
export function workerReader(makeWorker: () => ReadingWorker = newWorker): CodeReader {
  const worker = makeWorker();
  let last: Promise<unknown> = Promise.resolve();
  const ask = (picture: ImageData): Promise<readonly string[]> =>
    new Promise((done, fail) => {
      worker.onmessage = ({ data }) => (data === undefined ? fail(new Error('The reader did not load')) : done(data));
      worker.onerror = () => fail(new Error('The reader broke'));
      worker.postMessage(picture);
    });
  return {
    read(picture) {
      const next = last.catch(() => undefined).then(() => ask(picture));
      last = next;
      return next;
    },
    close: () => worker.terminate(),
  };
}

// Written so, the bundler finds the file; a classic script, for browsers without workers that are modules.
const newWorker = (): ReadingWorker => new Worker(new URL('./reading-worker.ts', import.meta.url));
