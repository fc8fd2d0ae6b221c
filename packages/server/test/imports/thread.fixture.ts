/** The thread that reads files, without the program around it. */
import { workerData } from 'node:worker_threads';
import { importInThread } from '../../src/importing-thread.ts';

await importInThread(workerData);
