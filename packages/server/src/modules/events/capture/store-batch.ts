import type { Finding } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueueLeaves } from '../../integrity/index.ts';
import type { PreparedEvent } from './prepare-event.ts';
import { type Claim, claimIdentities, insertEvents, insertTouches } from './store.ts';

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

/** One identity has one content: parts the events whose identity already stands for something else. */
async function settleIdentities(
  tx: Tx,
  batch: readonly PreparedEvent[],
): Promise<{ agreed: PreparedEvent[]; conflicts: Finding[] }> {
  const claims = new Map<string, PreparedEvent>();
  for (const event of batch) if (!claims.has(event.identityKey)) claims.set(event.identityKey, event);
  const held = await claimIdentities(tx, claims);
  const agreed: PreparedEvent[] = [];
  const conflicts: Finding[] = [];
  for (const event of batch) {
    const claim = held.get(event.identityKey);
    if (claim === undefined || says(event, claim)) agreed.push(event);
    else conflicts.push(identityConflict(event));
  }
  return { agreed, conflicts };
}

/** Whether the event says what its identity stands for; where that was stored before contents were, by the hash. */
function says(event: PreparedEvent, claim: Claim): boolean {
  return claim.content === null ? claim.hash.equals(event.hash) : claim.content.equals(event.content);
}

function identityConflict(event: PreparedEvent): Finding {
  const hasOwn = event.facts.eventID !== undefined;
  return {
    eventIndex: event.index,
    pointer: `/epcisBody/eventList/${event.index}${hasOwn ? '/eventID' : ''}`,
    rule: 'event.identity-conflict',
    clause: hasOwn ? 'EPCIS 2.0 §7.4.1' : 'CBV 2.0 §8.9',
    value: JSON.stringify(event.identity).slice(0, 200),
    message: hasOwn ? EVENT_ID_TAKEN : HASH_TAKEN,
  };
}

const EVENT_ID_TAKEN: Finding['message'] = {
  en: 'this eventID already stands for an event with other content; correct it with an error declaration',
  zh: '该 eventID 已对应内容不同的事件；如需更正，请使用错误声明（errorDeclaration）',
};

const HASH_TAKEN: Finding['message'] = {
  en: 'an event without eventID is known by its CBV hash, and an event with other content has the same one (the hash leaves out the lot of an instance, among others); give this event an eventID',
  zh: '没有 eventID 的事件以 CBV 哈希为标识，而另一内容不同的事件已有相同的哈希（例如哈希不含单品的批号）；请为此事件提供 eventID',
};
