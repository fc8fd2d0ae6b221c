/** What the server takes while it works, and how long it answers nobody meanwhile. */
import type { BenchSetting } from './bench-capture.ts';

const LOOK_MS = 20;

export const mb = (bytes: number): number => Math.round(bytes / 2 ** 20);

export async function memoryOf({ url }: BenchSetting): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1] ?? 0);
}

/** Asks whether the server lives, one after another, until it is told to end. */
export function watching(setting: BenchSetting): {
  end(): Promise<{ readonly slowestMs: number; readonly most: number }>;
} {
  let [slowestMs, most, isOver, looks] = [0, 0, false, 0];
  const all = (async () => {
    while (!isOver) {
      const start = performance.now();
      await (await fetch(`${setting.url}/healthz`)).arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - start);
      // What it takes to tell the memory is no part of it.
      if (looks % 50 === 0) most = Math.max(most, await memoryOf(setting));
      looks += 1;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return {
    async end() {
      isOver = true;
      await all;
      return { slowestMs, most };
    },
  };
}
