/** Everything that waits, one after another, by one tab at a time. */
import type { Api } from '../api.ts';
import { findQueued, listQueue, settle } from './queue.ts';
import { sendCommand } from './send-command.ts';

export interface SentQueue {
  readonly done: number;
  readonly stopped: number;
}

const LOCK = 'suyuan.queue';

/** Where another tab is at it, nothing. Over plain http there are no locks: what is sent twice is recorded once all the same. */
export async function sendQueue(api: Api, owner: string): Promise<SentQueue> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return sendAll(api, owner);
  return locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock === null ? { done: 0, stopped: 0 } : sendAll(api, owner),
  );
}

async function sendAll(api: Api, owner: string): Promise<SentQueue> {
  let [done, stopped] = [0, 0];
  for (const { id } of await listQueue(owner)) {
    // It may have been taken back, or changed, while others were sent.
    const command = await findQueued(id);
    if (command === undefined || command.stopped !== undefined) continue;
    const sent = await sendCommand(api, command);
    if (sent === 'later') break;
    if (sent === 'done') {
      await settle(command);
      done += 1;
    } else {
      await settle(command, sent);
      stopped += 1;
    }
  }
  return { done, stopped };
}
