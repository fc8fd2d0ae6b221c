/** A thread that works beside the one that answers gives way to it. */
import { setPriority } from 'node:os';

const NICE = 10;

/** On Linux a priority is that of a thread; elsewhere it would be that of the whole program. */
export function yieldToAnswers(): void {
  if (process.platform === 'linux') setPriority(0, NICE);
}
