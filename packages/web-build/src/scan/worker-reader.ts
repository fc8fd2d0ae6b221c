/** Has pictures read beside the page, which goes on meanwhile. */
import type { CodeReader, OnLoading } from './code-reader.ts';
import type { Told } from './told.ts';

/** One picture after another: each waits for the answer about the one before. */
export function workerReader(onLoading: OnLoading): CodeReader {
  // Written so, the bundler finds the file; a classic script, for browsers without workers that are modules.
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url));
  onLoading(0);
  const ready = loaded(worker, onLoading);
  // Whoever waits for it or reads with it is told.
  ready.catch(() => undefined);
  let last: Promise<unknown> = ready;
  return {
    ready,
    read(picture) {
      const next = last.catch(() => ready).then(() => ask(worker, picture));
      last = next;
      return next;
    },
    close: () => worker.terminate(),
  };
}

function loaded(worker: Worker, onLoading: OnLoading): Promise<void> {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'loading') onLoading(data.part);
      else if (data.kind === 'ready') done();
      else fail(new Error('The reader did not load'));
    };
    worker.onerror = () => fail(new Error('The reader did not load'));
  });
}

function ask(worker: Worker, picture: ImageData): Promise<readonly string[]> {
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) =>
      data.kind === 'read' ? done(data.texts) : fail(new Error('The reader broke'));
    worker.onerror = () => fail(new Error('The reader broke'));
    worker.postMessage(picture);
  });
}
