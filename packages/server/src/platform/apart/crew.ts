/** Work for people that takes longer than an answer may hold up others: done in a few threads that live on, each one piece at a time. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '@suyuan/api';
import type { Actor } from '../ctx.ts';
import { createGate, type GateLimits } from '../http/gate.ts';
import type { Logger } from '../log/index.ts';
import { createFeed, type Feed } from './feed.ts';
import type { Job, Kinds } from './kinds.ts';

export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

export interface Crew<All extends Kinds<All>> {
  /**
   * What the work writes. Resolves once the beginning of it is there.
   * @param left aborted when whoever asked has gone
   * @throws Problem of the work itself, or `server.busy` where too many wait
   */
  run<Is extends keyof All>(actor: Actor, job: Job<All, Is>, left: AbortSignal): Promise<Answer>;
  /** What the work comes to. @throws Problem as `run`, and `request.timeout` where whoever asked has gone */
  ask<Is extends keyof All>(actor: Actor, job: Job<All, Is>, left: AbortSignal): Promise<All[Is]['told']>;
  close(): Promise<void>;
}

/** To the thread. `left` is one number, other than 0 when whoever asked has gone: also work that never waits can look. */
export type ToThread<All extends Kinds<All>> =
  | { readonly is: 'job'; readonly actor: Actor; readonly job: Job<All>; readonly left: SharedArrayBuffer }
  | { readonly is: 'more' }
  | { readonly is: 'close' };

export type FromThread<Told> =
  | { readonly is: 'head'; readonly headers: Answer['headers'] }
  | { readonly is: 'chunk'; readonly chunk: Uint8Array }
  | { readonly is: 'done'; readonly told: Told }
  | { readonly is: 'left' }
  | {
      readonly is: 'problem';
      readonly code: ProblemCode;
      readonly parameters: Problem['parameters'];
    }
  | { readonly is: 'failed'; readonly error: unknown };

interface CrewOf {
  start(): Worker;
  readonly log: Pick<Logger, 'error'>;
  readonly limits: CrewLimits;
}

export interface CrewLimits extends GateLimits {
  /** Once one thread has answered the others are started as well, so that who comes at the same time does not wait for a start (half a second to two). */
  readonly isReady: boolean;
}

/** One piece of work under way in a thread. */
interface Piece<Told> {
  take(message: FromThread<Told>): void;
  /** The thread has ended. */
  lose(error: Error): void;
}

/** Of a thread that is not there: it is started when there is work for it. */
interface Place {
  thread: Worker | undefined;
  piece: Piece<never> | undefined;
}

export function createCrew<All extends Kinds<All>>({ start, log, limits }: CrewOf): Crew<All> {
  const gate = createGate(limits);
  let isClosed = false;
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
    started.on('message', (message) => place.piece?.take(message));
    started.once('exit', () => {
      place.thread = undefined;
      place.piece?.lose(reason ?? new Error('the thread has ended'));
    });
    return started;
  }

  /** Hands it to a thread that is free, once there is one. */
  async function hand<Told>({ actor, job, left, pieceOf }: Handed<All, Told>): Promise<void> {
    const leave = await gate.enter();
    if (left.aborted) {
      leave();
      // Whoever left while it waited: no thread is started for nobody, least of all when the program ends.
      throw new Problem('request.timeout');
    }
    const place = places.find(({ piece }) => piece === undefined);
    if (place === undefined) throw new Error('let in without a place');
    const tell = (message: ToThread<All>): void => place.thread?.postMessage(message);
    const flag = new SharedArrayBuffer(4);
    const onLeft = (): void => {
      Atomics.store(new Int32Array(flag), 0, 1);
      // It may wait for a reader.
      tell({ is: 'more' });
    };
    place.piece = pieceOf({
      onLeft,
      onTaken: () => tell({ is: 'more' }),
      over() {
        left.removeEventListener('abort', onLeft);
        place.piece = undefined;
        leave();
        if (limits.isReady && !isClosed) for (const other of places) threadOf(other);
      },
    });
    left.addEventListener('abort', onLeft, { once: true });
    threadOf(place).postMessage({ is: 'job', actor, job, left: flag } satisfies ToThread<All>);
  }

  return {
    run: (actor, job, left) =>
      new Promise((done, fail) => {
        const pieceOf = (told: Told): Piece<unknown> => writtenPiece(createFeed(told.onLeft), { ...told, done, fail });
        hand({ actor, job, left, pieceOf }).catch(fail);
      }),
    ask: (actor, job, left) =>
      new Promise((done, fail) => {
        hand({ actor, job, left, pieceOf: (told) => askedPiece({ ...told, done, fail }) }).catch(fail);
      }),
    async close() {
      isClosed = true;
      await Promise.all(
        places.map(async ({ thread }) => {
          if (thread === undefined) return;
          thread.ref();
          const ended = once(thread, 'exit');
          thread.postMessage({ is: 'close' } satisfies ToThread<All>);
          await ended;
        }),
      );
    },
  };
}

interface Handed<All extends Kinds<All>, Result> {
  readonly actor: Actor;
  readonly job: Job<All>;
  readonly left: AbortSignal;
  pieceOf(told: Told): Piece<Result>;
}

/** Who is told of a piece. */
interface Told {
  /** Whoever asked has gone. */
  onLeft(): void;
  onTaken(): void;
  over(): void;
}

interface Promised<Result> {
  done(result: Result): void;
  fail(error: unknown): void;
}

/** One that is asked for what it comes to; what it writes is nobody's. */
function askedPiece<Result>({ done, fail, over, onTaken }: Told & Promised<Result>): Piece<Result> {
  const failWith = (error: unknown): void => {
    over();
    fail(error);
  };
  return {
    take(message) {
      switch (message.is) {
        case 'head':
          break;
        case 'chunk':
          onTaken();
          break;
        case 'done':
          over();
          done(message.told);
          break;
        case 'left':
          failWith(new Problem('request.timeout'));
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

/** One that is asked for what it writes. */
function writtenPiece(
  { stream, push, end }: Feed,
  { done, fail, over, onTaken }: Told & Promised<Answer>,
): Piece<unknown> {
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
        case 'left':
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
