import type { Finding } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueueLeaves } from '../../integrity/index.ts';
import type { PreparedEvent } from './prepare-event.ts';
import { claimIdentities, insertEvents, insertTouches } from './store.ts';

/** What became of a batch. */
export interface BatchOutcome {
  readonly captured: number;
  /** Stored before, or twice in the batch, with the same content. */
  readonly duplicates: number;
  readonly conflicts: readonly Finding[];
}

/** Stores the events of a batch that are new, with their touches and leaves. */
export async function storeBatch(
  tx: Tx,
  batch: readonly PreparedEvent[],
  shared: { readonly recordTime: Date; readonly contextId: string; readonly jobId: string | null },
): Promise<BatchOutcome> {
  const { agreed, conflicts } = await settleIdentities(tx, batch);
  const distinct = [...new Map(agreed.map((event) => [event.rowId, event])).values()];
  if (distinct.length === 0) return { captured: 0, duplicates: agreed.length, conflicts };
  const stored = await insertEvents(tx, distinct, shared);
  const fresh = distinct.filter((event) => stored.has(event.rowId));
  await insertTouches(tx, fresh);
  await enqueueLeaves(
    tx,
    fresh.map((event) => event.rowId),
    fresh.map((event) => event.leaf),
  );
  return { captured: fresh.length, duplicates: agreed.length - fresh.length, conflicts };
}

/** One identity has one content: parts the events whose eventID already stands for something else. */
async function settleIdentities(
  tx: Tx,
  batch: readonly PreparedEvent[],
): Promise<{ agreed: PreparedEvent[]; conflicts: Finding[] }> {
  const claims = new Map<string, Buffer>();
  for (const event of batch) {
    if (event.identityKey !== undefined && !claims.has(event.identityKey)) claims.set(event.identityKey, event.hash);
  }
  if (claims.size === 0) return { agreed: [...batch], conflicts: [] };
  const held = await claimIdentities(tx, claims);
  const agreed: PreparedEvent[] = [];
  const conflicts: Finding[] = [];
  for (const event of batch) {
    const content = event.identityKey === undefined ? undefined : held.get(event.identityKey);
    if (content === undefined || content === event.hash.toString('hex')) agreed.push(event);
    else conflicts.push(identityConflict(event));
  }
  return { agreed, conflicts };
}

function identityConflict(event: PreparedEvent): Finding {
  return {
    eventIndex: event.index,
    pointer: `/epcisBody/eventList/${event.index}/eventID`,
    rule: 'event.identity-conflict',
    clause: 'EPCIS 2.0 §7.4.1',
    value: JSON.stringify(event.identity).slice(0, 200),
    message: {
      en: 'this eventID already stands for an event with other content; correct it with an error declaration',
      zh: '该 eventID 已对应内容不同的事件；如需更正，请使用错误声明（errorDeclaration）',
    },
  };
}
