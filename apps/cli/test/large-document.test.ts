import { test } from 'vitest';
import { captureInBoundedMemory, MB, refuseOneLargeEvent } from './bounded-memory.ts';

test('32 MB of text are captured by a server with a heap of 128 MB', { timeout: 180_000 }, () =>
  captureInBoundedMemory(32 * MB, 128),
);

test('one event of 50 MB is refused by a server with a heap of 128 MB, and does not end it', { timeout: 180_000 }, () =>
  refuseOneLargeEvent(50 * MB, 128),
);
