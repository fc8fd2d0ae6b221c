/** The thread that judges, without the program around it. */
import { workerData } from 'node:worker_threads';
import { judgeInThread } from '../../src/judging-thread.ts';

await judgeInThread(workerData);
