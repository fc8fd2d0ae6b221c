/** So much at once and no more: what asks beyond that waits, and beyond a bound of those who wait is told to come again. */
import { Problem } from '@suyuan/api';

export interface GateLimits {
  /** How many are inside at once. */
  readonly inside: number;
  /** How many may wait; the next is refused at once. */
  readonly waiting: number;
  /** How long one waits until it is refused. */
  readonly waitMs: number;
}

export interface Gate {
  /**
   * Resolves when there is room, in the order of asking, to what gives the place back; call it when done, once or often.
   * @throws Problem `server.busy`
   */
  enter(): Promise<() => void>;
  /** Runs the work inside. @throws Problem `server.busy` */
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createGate(limits: GateLimits): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;

  function leaver(): () => void {
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      // Whoever waits takes the place that becomes free.
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    };
  }

  async function enter(): Promise<() => void> {
    if (inside < limits.inside) {
      inside += 1;
      return leaver();
    }
    if (waiting.length >= limits.waiting) throw new Problem('server.busy');
    await new Promise<void>((done, fail) => {
      const letIn = (): void => {
        clearTimeout(timer);
        done();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(letIn), 1);
        fail(new Problem('server.busy'));
      }, limits.waitMs);
      waiting.push(letIn);
    });
    return leaver();
  }

  return {
    enter,
    async pass(work) {
      const leave = await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
