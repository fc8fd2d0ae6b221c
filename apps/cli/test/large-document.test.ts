import { test } from 'vitest';
import { captureInBoundedMemory, MB } from './bounded-memory.ts';

test('32 MB of text are captured by a server with a heap of 128 MB', { timeout: 180_000 }, () =>
  captureInBoundedMemory(32 * MB, 128),
);
