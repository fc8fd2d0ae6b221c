/** The thread's side of a crew: one piece of work after another, until it is told to close. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { Problem } from '@suyuan/api';
import { isUnavailable } from '../db/index.ts';
import type { FromThread, ToThread } from './crew.ts';
import type { Kinds, Works } from './kinds.ts';
import { gathering, HasLeft } from './out.ts';

/** Chunks that may be on their way before their reader has taken one. */
const AHEAD = 4;

/** Resolves when it is told to close, after what is under way. */
export async function workInThread<All extends Kinds<All>>(works: Works<All>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('is no thread');
  let underWay = Promise.resolve();
  let taken: (() => void) | undefined;
  let room = AHEAD;
  const send = async (told: string | Uint8Array): Promise<void> => {
    // Bytes are copied: theirs may be part of a larger memory, which would go with them.
    const chunk = typeof told === 'string' ? new TextEncoder().encode(told) : new Uint8Array(told);
    port.postMessage({ is: 'chunk', chunk } satisfies FromThread<unknown>, [chunk.buffer]);
    room -= 1;
    if (room > 0) return;
    await new Promise<void>((done) => {
      taken = done;
    });
  };
  await new Promise<void>((closed) => {
    port.on('message', (message: ToThread<All>) => {
      if (message.is === 'close') return closed();
      if (message.is === 'more') {
        room += 1;
        const go = taken;
        taken = undefined;
        return go?.();
      }
      room = AHEAD;
      const { actor, job, left } = message;
      const flag = new Int32Array(left);
      const { out, flush } = gathering({
        get hasLeft() {
          return Atomics.load(flag, 0) !== 0;
        },
        head: (headers) => port.postMessage({ is: 'head', headers } satisfies FromThread<unknown>),
        send,
      });
      underWay = underWay.then(() =>
        answer(port, async () => {
          const told = await works[job.is](actor, job.asked, out);
          await flush();
          return told;
        }),
      );
    });
  });
  await underWay;
  // A port that is listened to keeps its thread.
  port.close();
}

async function answer(port: MessagePort, run: () => Promise<unknown>): Promise<void> {
  const say = (message: FromThread<unknown>): void => port.postMessage(message);
  try {
    say({ is: 'done', told: await run() });
  } catch (error) {
    if (error instanceof HasLeft) say({ is: 'left' });
    else if (error instanceof Problem) say({ is: 'problem', code: error.code, parameters: error.parameters });
    else if (isUnavailable(error)) say({ is: 'problem', code: 'server.busy', parameters: {} });
    else say({ is: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
  }
}
