/** How many captures are under way, and how many large ones of them: what bounds the memory that all of them take. */
import { Problem } from '@suyuan/api';

export interface TurnLimits {
  /** Captures that are received or stored at once; the next is told to come again. */
  readonly underWayMax: number;
  /** Those among them of more than `largeBytes`; the next waits, its body unread. */
  readonly largeMax: number;
  readonly largeBytes: number;
  /** How long a large one waits until it is told to come again. */
  readonly waitMs: number;
}

export const TURN_LIMITS: TurnLimits = {
  // Fewer than a program has connections to the database (20), so that questions are answered meanwhile.
  underWayMax: 16,
  // Two keep both the reading and the database busy. One of events of 16 MiB holds some 130 MB, a small one 20 MB.
  largeMax: 2,
  // What the spool holds in memory; most documents are smaller, and none of those waits.
  largeBytes: 4 * 1024 * 1024,
  // Half of what a connection may be idle.
  waitMs: 60_000,
};

export interface Turns {
  /** Throws `server.busy` when too many are under way. */
  take(): Turn;
}

export interface Turn {
  /** The body as it comes, unread while too many large ones are under way. Throws `server.busy` after a time. */
  read(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** The capture is over. Always call it. */
  leave(): void;
}

export function createTurns(limits: TurnLimits = TURN_LIMITS): Turns {
  const large = createGate(limits.largeMax, limits.waitMs);
  let underWay = 0;
  return {
    take() {
      if (underWay >= limits.underWayMax) throw new Problem('server.busy');
      underWay += 1;
      let isLarge = false;
      let hasLeft = false;
      return {
        async *read(body) {
          let bytes = 0;
          for await (const chunk of body) {
            bytes += chunk.length;
            if (bytes > limits.largeBytes && !isLarge) {
              await large.enter();
              isLarge = true;
            }
            yield chunk;
          }
        },
        leave() {
          if (hasLeft) return;
          hasLeft = true;
          underWay -= 1;
          if (isLarge) large.leave();
        },
      };
    },
  };
}

interface Gate {
  enter(): Promise<void>;
  leave(): void;
}

/** Lets so many in at once, the others in the order in which they came. */
function createGate(insideMax: number, waitMs: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    async enter() {
      if (inside < insideMax) {
        inside += 1;
        return;
      }
      await new Promise<void>((done, fail) => {
        const enter = (): void => {
          clearTimeout(timer);
          done();
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(enter), 1);
          fail(new Problem('server.busy'));
        }, waitMs);
        waiting.push(enter);
      });
    },
    leave() {
      // Whoever waits takes the place that becomes free.
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    },
  };
}
