/** A crew without threads, for a program that has none: the same work, in the thread that answers. */
import { Problem } from '@suyuan/api';
import { createGate, type GateLimits } from '../http/gate.ts';
import type { Answer, Crew } from './crew.ts';
import { createFeed } from './feed.ts';
import type { Kinds, Works } from './kinds.ts';
import { gathering, HasLeft, type Out } from './out.ts';

export function createCrewHere<All extends Kinds<All>>(works: Works<All>, limits: GateLimits): Crew<All> {
  const gate = createGate(limits);
  return {
    async run(actor, { is, asked }, left) {
      const leave = await gate.enter();
      try {
        return await begin((out) => works[is](actor, asked, out), left, leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    ask: (actor, { is, asked }, left) =>
      gate.pass(async () => {
        const { out } = gathering({
          get hasLeft() {
            return left.aborted;
          },
          head: () => undefined,
          send: async () => undefined,
        });
        try {
          return await works[is](actor, asked, out);
        } catch (error) {
          if (error instanceof HasLeft) throw new Problem('request.timeout', {}, { cause: error });
          throw error;
        }
      }),
    close: async () => undefined,
  };
}

async function begin(work: (out: Out) => Promise<unknown>, left: AbortSignal, leave: () => void): Promise<Answer> {
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
      async send(told) {
        if (!isBegun) start();
        await feed.push(told);
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
    work(out).then(flush).then(end, failWith);
  });
}
