/** Keeps what a test file compiled for those that come after it: Vitest ends its processes by a signal, and Node does so at an orderly end alone. */
import { flushCompileCache } from 'node:module';
import { afterAll } from 'vitest';

afterAll(() => flushCompileCache());
