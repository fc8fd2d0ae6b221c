/** Has a graph laid out beside the page, which goes on meanwhile. */
import type { Graph, Laid } from './layered.ts';

/** Two thousand boxes take some tenths of a second; after this, a person had rather read the list. */
const DEADLINE_MS = 5_000;

/** As much of a `Worker` as is needed. */
export interface LayoutWorker {
  onmessage: ((answer: MessageEvent<Laid>) => void) | null;
  onerror: ((error: ErrorEvent) => void) | null;
  postMessage(graph: Graph): void;
  terminate(): void;
}

interface Options {
  readonly makeWorker?: () => LayoutWorker;
  readonly deadlineMs?: number;
}

/** Tells the layout once, or nothing when it failed or was late. What is returned ends it before. */
export function layOut(
  graph: Graph,
  onEnd: (laid: Laid | undefined) => void,
  { makeWorker = newWorker, deadlineMs = DEADLINE_MS }: Options = {},
): () => void {
  const worker = makeWorker();
  const end = (): void => {
    clearTimeout(deadline);
    worker.terminate();
  };
  const tell = (laid: Laid | undefined): void => {
    end();
    onEnd(laid);
  };
  const deadline = setTimeout(() => tell(undefined), deadlineMs);
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = () => tell(undefined);
  worker.postMessage(graph);
  return end;
}

// Written so, the bundler finds the file; a classic script, for browsers without workers that are modules.
const newWorker = (): LayoutWorker => new Worker(new URL('./layout-worker.ts', import.meta.url));
