import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LayoutWorker, layOut } from './lay-out.ts';
import type { Laid } from './layered.ts';

const GRAPH = { nodes: [], links: [] };
const LAID: Laid = { nodes: [], links: [], width: 0, height: 0 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begun() {
  const worker: LayoutWorker = { onmessage: null, onerror: null, postMessage: vi.fn(), terminate: vi.fn() };
  const onEnd = vi.fn();
  const end = layOut(GRAPH, onEnd, { makeWorker: () => worker, deadlineMs: 100 });
  return { worker, onEnd, end };
}

test('asks the worker, tells its answer, and ends it', () => {
  const { worker, onEnd } = begun();
  expect(worker.postMessage).toHaveBeenCalledWith(GRAPH);
  worker.onmessage?.(new MessageEvent('message', { data: LAID }));
  vi.advanceTimersByTime(1_000);
  expect(onEnd.mock.calls).toEqual([[LAID]]);
  expect(worker.terminate).toHaveBeenCalled();
});

test('a worker that is late is ended, and that is told; so it is of one that fails', () => {
  const late = begun();
  vi.advanceTimersByTime(99);
  expect(late.onEnd).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(late.onEnd.mock.calls).toEqual([[undefined]]);
  expect(late.worker.terminate).toHaveBeenCalled();
});

test('who goes on to another picture is told nothing of this one', () => {
  const { worker, onEnd, end } = begun();
  end();
  vi.advanceTimersByTime(1_000);
  expect(onEnd).not.toHaveBeenCalled();
  expect(worker.terminate).toHaveBeenCalled();
});
