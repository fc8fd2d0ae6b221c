/** A thread of the program that walks, as `suyuan serve` starts it from its bundle. */
import { workerData } from 'node:worker_threads';
import { runThread } from '../../src/run-thread.ts';

await runThread(workerData);
