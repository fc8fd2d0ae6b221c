/** A crew without threads, for a program that has none: the same work, in the thread that answers. */
import type { Actor } from '../ctx.ts';
import { createGate, type GateLimits } from '../http/gate.ts';
import type { Answer, Crew } from './crew.ts';
import { createFeed } from './feed.ts';
import { gathering } from './out.ts';
import type { Work } from './work-in-thread.ts';

export function createCrewHere<Job>(work: Work<Job>, limits: GateLimits): Crew<Job> {
  const gate = createGate(limits);
  return {
    async run(actor, job, left) {
      const leave = await gate.enter();
      try {
        return await begin(work, { actor, job, left, leave });
      } catch (error) {
        leave();
        throw error;
      }
    },
    close: async () => undefined,
  };
}

interface Begun<Job> {
  readonly actor: Actor;
  readonly job: Job;
  readonly left: AbortSignal;
  leave(): void;
}

async function begin<Job>(work: Work<Job>, { actor, job, left, leave }: Begun<Job>): Promise<Answer> {
  let hasLeft = left.aborted;
  const onLeft = (): void => {
    hasLeft = true;
  };
  left.addEventListener('abort', onLeft, { once: true });
  const feed = createFeed(onLeft);
  let headers: Answer['headers'] = {};
  return new Promise<Answer>((done, fail) => {
    let isBegun = false;
    const start = (): void => {
      isBegun = true;
      done({ headers, body: feed.stream });
    };
    const { out, flush } = gathering({
      get hasLeft() {
        return hasLeft;
      },
      head(told) {
        headers = told;
      },
      async send(text) {
        if (!isBegun) start();
        await feed.push(text);
      },
    });
    const end = (): void => {
      feed.end();
      start();
      leave();
    };
    const failWith = (error: unknown): void => {
      if (isBegun) feed.stream.destroy(error instanceof Error ? error : new Error(String(error)));
      else fail(error);
      leave();
    };
    work(actor, job, out).then(flush).then(end, failWith);
  });
}
