/** How many captures are under way, and how many large ones of them: what bounds the memory that all of them take. */
import { createGate, type GateLimits } from '../../../platform/http/gate.ts';

export interface TurnLimits {
  /** Captures that are received or stored at once. */
  readonly all: GateLimits;
  /** Those among them of more than `largeBytes`. */
  readonly large: GateLimits;
  readonly largeBytes: number;
}

/** Half of what a connection may be idle. */
const WAIT_MS = 60_000;

export const TURN_LIMITS: TurnLimits = {
  // A shop's slow line holds a place for minutes, in which it costs little: at most `largeBytes`, some 15 MB once parsed
  // (24 bodies of 2.7 MB took 790 MB). Who waits costs a connection and what the system buffers of its body.
  all: { inside: 32, waiting: 256, waitMs: WAIT_MS },
  // Two keep both the reading and the database busy. One of events of 16 MiB holds some 130 MB, a small one 20 MB.
  large: { inside: 2, waiting: 64, waitMs: WAIT_MS },
  // Some 1,500 events; most documents are smaller, and none of those waits for large ones.
  largeBytes: 1024 * 1024,
};

export interface Turns {
  /** Waits for a turn. @throws Problem `server.busy` when too many wait, or after a time */
  take(): Promise<Turn>;
}

export interface Turn {
  /** The body as it comes, unread while too many large ones are under way. @throws Problem `server.busy` */
  read(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** The capture is over. Always call it. */
  leave(): void;
}

export function createTurns(limits: TurnLimits = TURN_LIMITS): Turns {
  const all = createGate(limits.all);
  const large = createGate(limits.large);
  return {
    async take() {
      const leaveAll = await all.enter();
      let leaveLarge: (() => void) | undefined;
      return {
        async *read(body) {
          let bytes = 0;
          for await (const chunk of body) {
            bytes += chunk.length;
            if (bytes > limits.largeBytes) leaveLarge ??= await large.enter();
            yield chunk;
          }
        },
        leave() {
          leaveAll();
          leaveLarge?.();
        },
      };
    },
  };
}
