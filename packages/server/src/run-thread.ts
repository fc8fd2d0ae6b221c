/** What a thread of the program does, by what it was started with. */
import { type ImportingGiven, importInThread } from './importing-thread.ts';
import { type JudgingGiven, judgeInThread } from './judging-thread.ts';
import { type WalkingGiven, walkInThread } from './walking-thread.ts';

export async function runThread(given: JudgingGiven | ImportingGiven | WalkingGiven): Promise<void> {
  switch (given.task) {
    case 'judging':
      return judgeInThread(given);
    case 'importing':
      return importInThread(given);
    case 'walking':
      return walkInThread(given);
  }
}
