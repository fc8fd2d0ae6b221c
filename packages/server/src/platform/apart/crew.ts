/** Work for people that takes longer than an answer may hold up others: done in a few threads that live on, each one piece at a time. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '@suyuan/api';
import type { Actor } from '../ctx.ts';
import { createGate, type GateLimits } from '../http/gate.ts';
import type { Logger } from '../log/index.ts';
import { createFeed, type Feed } from './feed.ts';

export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

export interface Crew<Job> {
  /**
   * Resolves once the beginning of the answer is there.
   * @param left aborted when whoever asked has gone
   * @throws Problem of the work itself, or `server.busy` where too many wait
   */
  run(actor: Actor, job: Job, left: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** To the thread. `left` is one number, other than 0 when whoever asked has gone: also work that never waits can look. */
export type ToThread<Job> =
  | { readonly is: 'job'; readonly actor: Actor; readonly job: Job; readonly left: SharedArrayBuffer }
  | { readonly is: 'more' }
  | { readonly is: 'close' };

export type FromThread =
  | { readonly is: 'head'; readonly headers: Answer['headers'] }
  | { readonly is: 'chunk'; readonly chunk: Uint8Array }
  | { readonly is: 'done' }
  | {
      readonly is: 'problem';
      readonly code: ProblemCode;
      readonly parameters: Problem['parameters'];
    }
  | { readonly is: 'failed'; readonly error: unknown };

interface CrewOf {
  start(): Worker;
  readonly log: Pick<Logger, 'error'>;
  readonly limits: GateLimits;
}

/** One piece of work under way in a thread. */
interface Piece {
  take(message: FromThread): void;
  /** The thread has ended. */
  lose(error: Error): void;
}

/** Of a thread that is not there: it is started when there is work for it. */
interface Place {
  thread: Worker | undefined;
  piece: Piece | undefined;
}

export function createCrew<Job>({ start, log, limits }: CrewOf): Crew<Job> {
  const gate = createGate(limits);
  const places = Array.from({ length: limits.inside }, (): Place => ({ thread: undefined, piece: undefined }));

  function threadOf(place: Place): Worker {
    if (place.thread !== undefined) return place.thread;
    const started = start();
    place.thread = started;
    started.unref();
    let reason: Error | undefined;
    started.on('error', (error: Error) => {
      reason = error;
      log.error({ err: error }, 'work apart: the thread has failed');
    });
    started.on('message', (message: FromThread) => place.piece?.take(message));
    started.once('exit', () => {
      place.thread = undefined;
      place.piece?.lose(reason ?? new Error('the thread has ended'));
    });
    return started;
  }

  return {
    async run(actor, job, left) {
      const leave = await gate.enter();
      const place = places.find(({ piece }) => piece === undefined);
      if (place === undefined) throw new Error('let in without a place');
      const tell = (message: ToThread<Job>): void => place.thread?.postMessage(message);
      const flag = new SharedArrayBuffer(4);
      const onLeft = (): void => {
        Atomics.store(new Int32Array(flag), 0, 1);
        // It may wait for a reader.
        tell({ is: 'more' });
      };
      const over = (): void => {
        place.piece = undefined;
        leave();
      };
      const begun = new Promise<Answer>((done, fail) => {
        place.piece = pieceOf(createFeed(onLeft), { done, fail, over, onTaken: () => tell({ is: 'more' }) });
      });
      left.addEventListener('abort', onLeft, { once: true });
      if (left.aborted) onLeft();
      threadOf(place).postMessage({ is: 'job', actor, job, left: flag } satisfies ToThread<Job>);
      return begun;
    },
    async close() {
      await Promise.all(
        places.map(async ({ thread }) => {
          if (thread === undefined) return;
          thread.ref();
          const ended = once(thread, 'exit');
          thread.postMessage({ is: 'close' } satisfies ToThread<Job>);
          await ended;
        }),
      );
    },
  };
}

interface Told {
  done(answer: Answer): void;
  fail(error: unknown): void;
  over(): void;
  onTaken(): void;
}

function pieceOf({ stream, push, end }: Feed, { done, fail, over, onTaken }: Told): Piece {
  let isBegun = false;
  let headers: Answer['headers'] = {};
  const begin = (): void => {
    isBegun = true;
    done({ headers, body: stream });
  };
  const failWith = (error: unknown): void => {
    over();
    if (isBegun) stream.destroy(error instanceof Error ? error : new Error('the work has failed', { cause: error }));
    else fail(error);
  };
  return {
    take(message) {
      switch (message.is) {
        case 'head':
          headers = message.headers;
          break;
        case 'chunk':
          if (!isBegun) begin();
          void push(message.chunk).then(onTaken);
          break;
        case 'done':
          over();
          end();
          if (!isBegun) begin();
          break;
        case 'problem':
          failWith(new Problem(message.code, message.parameters));
          break;
        case 'failed':
          failWith(message.error);
      }
    },
    lose: failWith,
  };
}
