import { test } from 'vitest';
import { captureInBoundedMemory, MB } from './bounded-memory.ts';

test('200 MB of text are captured by a server with a heap of 160 MB', { timeout: 1_800_000 }, () =>
  captureInBoundedMemory(200 * MB, 160),
);
