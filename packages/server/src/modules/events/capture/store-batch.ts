import type { EventFacts, Finding } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueueLeaves, leafHash } from '../../integrity/index.ts';
import { inBlocks, packTexts } from '../blocks.ts';
import type { Derived } from './derive.ts';
import { leafBlock } from './leaf-block.ts';
import {
  type Held,
  insertBlocks,
  insertEvents,
  insertReceived,
  insertRecords,
  type NewRecord,
  type Reception,
  selectHeld,
  takeBack,
} from './store.ts';
import { variantOf } from './variant.ts';

/** An event ready to be stored: every key computed, nothing left to look up. */
export interface CapturedEvent {
  readonly index: number;
  /** As received. */
  readonly text: string;
  readonly derived: Derived;
}

/** What became of a batch. */
export interface BatchOutcome {
  readonly captured: number;
  /** Recorded before by the same recorder, or twice in the batch, with the same content. */
  readonly duplicates: number;
  readonly conflicts: readonly Finding[];
  /** Why events were not recorded that were new. */
  readonly refusals: readonly Finding[];
}

/** Others that record the same at once come first at most so often; each time what they recorded is known after. */
const ATTEMPTS_MAX = 20;

/** Asks what forbids these events. */
export type Ask = (facts: readonly EventFacts[]) => Promise<readonly Finding[]>;

/** Records the events of a batch that the recorder has not recorded, with their touches and leaves. */
export async function storeBatch(
  tx: Tx,
  batch: readonly CapturedEvent[],
  { by, forbidden }: { readonly by: Reception; readonly forbidden: Ask },
): Promise<BatchOutcome> {
  // Nearly always none of them is recorded yet, so that is not asked first; the primary key tells.
  let held: readonly Held[] = [];
  /** What is against an event, by its row id: an event that comes twice is forbidden twice. */
  const reasons = new Map<string, readonly Finding[]>();
  const isRefused = ({ derived }: CapturedEvent): boolean => (reasons.get(derived.rowId) ?? []).length > 0;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const { fresh, ...outcome } = settle(
      batch.filter((event) => !isRefused(event)),
      held,
    );
    const blocks = fresh.length === 0 ? [] : await claim(tx, fresh, by);
    if (blocks === undefined) {
      const keys = [...new Set(batch.map(({ derived }) => derived.identityKey))];
      held = await selectHeld(tx, keys);
      continue;
    }
    // Of what was recorded before nothing is asked: it was allowed then.
    await askOf(
      fresh.filter(({ derived }) => !reasons.has(derived.rowId)),
      { forbidden, reasons },
    );
    if (fresh.some(isRefused)) {
      await takeBack(tx, blocks.flatMap(recordsOf));
      continue;
    }
    await keep(tx, blocks, by);
    const refusals = batch.filter(isRefused).flatMap((event) => refusalOf(event, reasons));
    return { ...outcome, captured: fresh.length, refusals };
  }
  throw new Error('others recorded the same events again and again');
}

async function askOf(
  events: readonly FreshEvent[],
  { forbidden, reasons }: { readonly forbidden: Ask; readonly reasons: Map<string, readonly Finding[]> },
): Promise<void> {
  if (events.length === 0) return;
  const findings = await forbidden(events.map(({ derived }) => derived.facts));
  for (const [place, { derived }] of events.entries()) {
    reasons.set(
      derived.rowId,
      findings.filter(({ eventIndex = 0 }) => eventIndex === place),
    );
  }
}

/** What is against an event, told from the document that it came in. */
function refusalOf({ index, derived }: CapturedEvent, reasons: ReadonlyMap<string, readonly Finding[]>): Finding[] {
  return (reasons.get(derived.rowId) ?? []).map((finding) => ({
    ...finding,
    eventIndex: index,
    pointer: `/epcisBody/eventList/${index}${finding.pointer}`,
  }));
}

interface FreshEvent extends CapturedEvent {
  readonly variant: bigint;
}

/** Of one recorder one identity has one content: what is new, what is there already, what contradicts it. */
function settle(
  batch: readonly CapturedEvent[],
  held: readonly Held[],
): Pick<BatchOutcome, 'duplicates' | 'conflicts'> & { readonly fresh: readonly FreshEvent[] } {
  const known = new Map<string, Pick<Held, 'eventId' | 'content'>[]>();
  for (const each of held) known.set(each.identityKey, [...(known.get(each.identityKey) ?? []), each]);
  const fresh: FreshEvent[] = [];
  const conflicts: Finding[] = [];
  let duplicates = 0;
  for (const event of batch) {
    const { identityKey, rowId, content } = event.derived;
    const rows = known.get(identityKey) ?? [];
    const [claimer] = rows;
    if (rows.some(({ eventId }) => eventId === rowId)) duplicates += 1;
    else if (claimer !== undefined && !claimer.content.equals(content)) conflicts.push(identityConflict(event));
    else {
      fresh.push({ ...event, variant: claimer === undefined ? 0n : variantOf(rowId) });
      known.set(identityKey, [...rows, { eventId: rowId, content }]);
    }
  }
  return { fresh, duplicates, conflicts };
}

/** Events that lie together. */
interface FreshBlock {
  readonly block: number;
  readonly events: readonly FreshEvent[];
}

function recordsOf({ block, events }: FreshBlock): NewRecord[] {
  return events.map(({ derived, variant }, place) => ({ derived, variant, block, place }));
}

/** Keeps what came and who recorded it; undefined where another has recorded one of them meanwhile, and then nothing. */
async function claim(tx: Tx, fresh: readonly FreshEvent[], by: Reception): Promise<FreshBlock[] | undefined> {
  const together = inBlocks(fresh, ({ text }) => text);
  const packed = together.map((events) => packTexts(events.map(({ text }) => text)));
  const numbers = await insertReceived(tx, packed, { by, leafVersion: leafBlock(by).version });
  const blocks = together.map((events, i) => ({ block: numbers[i] ?? 0, events }));
  const records = blocks.flatMap(recordsOf);
  if (await insertRecords(tx, records, by.org.no)) return blocks;
  // A savepoint around each batch would be two more turns to the database, for what happens seldom.
  await takeBack(tx, records);
  return undefined;
}

/** Keeps what the recorded events say, and their leaves. */
async function keep(tx: Tx, blocks: readonly FreshBlock[], by: Reception): Promise<void> {
  if (blocks.length === 0) return;
  const derived = blocks.flatMap(({ events }) => events.map((event) => event.derived));
  await insertEvents(tx, [...new Map(derived.map((each) => [each.rowId, each])).values()]);
  await insertBlocks(
    tx,
    new Map(blocks.map(({ block, events }) => [block, events.map((event) => event.derived.rowId)])),
    by.org.no,
  );
  await enqueueLeaves(
    tx,
    blocks.map(({ block, events }) => ({
      block,
      leaves: events.map(({ text }) => leafHash(leafBlock(by), text)),
    })),
    by.org.no,
  );
}

function identityConflict({ index, derived: { facts, identity } }: CapturedEvent): Finding {
  const hasOwn = facts.eventID !== undefined;
  return {
    eventIndex: index,
    pointer: `/epcisBody/eventList/${index}${hasOwn ? '/eventID' : ''}`,
    rule: 'event.identity-conflict',
    clause: hasOwn ? 'EPCIS 2.0 §7.4.1' : 'CBV 2.0 §8.9',
    value: JSON.stringify(identity).slice(0, 200),
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
