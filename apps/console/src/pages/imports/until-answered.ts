/** Asks again what was not answered: a weak line is no reason to begin anew. */
import { ApiProblem } from '../../api.ts';

export interface Patience {
  /** Whoever asked has left. */
  readonly signal: AbortSignal;
  /** True from when nothing was answered until something is. */
  readonly onWaiting: (isWaiting: boolean) => void;
  readonly waitsMs?: readonly number[];
}

/** Some three minutes in all; whoever is away for longer goes on by a button. */
const WAITS_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 10 }, () => 15_000)];

/** @throws ApiProblem a refusal at once, else what went wrong at last; what the signal was aborted with */
export async function untilAnswered<Answer>(
  ask: () => Promise<Answer>,
  { signal, onWaiting, waitsMs = WAITS_MS }: Patience,
): Promise<Answer> {
  for (const waitMs of [...waitsMs, undefined]) {
    signal.throwIfAborted();
    try {
      const answer = await ask();
      onWaiting(false);
      return answer;
    } catch (error) {
      if (waitMs === undefined || !isPassing(error)) throw error;
      onWaiting(true);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  throw new Error('unreachable: the last try answers or throws');
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500 || error.status === 429);
