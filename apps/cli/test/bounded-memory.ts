import { expect } from 'vitest';
import { sendLargeDocument } from './large-document.ts';
import { makeDataDir, removeDataDir, run, startProgram } from './program.ts';

export const MB = 1024 * 1024;

/** A server whose heap is smaller than what the document would take, were it ever held whole. */
export async function captureInBoundedMemory(bytes: number, heapMb: number): Promise<void> {
  const dataDir = makeDataDir();
  try {
    const program = await startProgram(dataDir, { NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
    const key = (await run(dataDir, 'key', 'create')).stdout.trim();
    const { status, events } = await sendLargeDocument(program.url, key, bytes);
    expect(status).toBe(202);
    expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({ log: { size: events } });
    await program.end('SIGTERM');
  } finally {
    removeDataDir(dataDir);
  }
}
