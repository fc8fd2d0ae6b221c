/** What the other modules read of the store: events with their facts, ready to reason on. */
import type { Queryable } from '../../../platform/db/index.ts';
import { classRange, rowIdFloor, textKey, unitKey } from '../keys.ts';
import { TOUCH_ROLES, UNIT_ROLES } from '../roles.ts';
import { declaredBy, fewDeclarations } from './declarations.ts';
import { PackedRows } from './packed-rows.ts';
import { Reading } from './reading.ts';
import { recordedOf } from './recorded.ts';
import {
  type Bounded,
  type DeclarationRow,
  type End,
  selectByIdentity,
  selectEndsTouching,
  selectLater,
  selectTimesReceived,
  selectTouchedAs,
} from './store.ts';
import { type Packed, type Sought, selectPacked, selectTouching } from './store-packed.ts';
import { type Batch, type ReadEvent, StoredEvent } from './stored-event.ts';

export type { ReadEvent } from './stored-event.ts';

/** Events within a bound. */
export interface ReadEvents {
  /** Of all that were found. */
  readonly ids: readonly string[];
  /** Of these, those that were not held already. */
  readonly events: ReadEvent[];
  /** The bound left some out. */
  readonly more: boolean;
}

/** How much is read; what whoever asks holds already is not read again. */
export interface ReadWithin {
  readonly max: number;
  readonly held?: Held;
  readonly reading?: Reading;
}

/** Of events that are held, by their ids. */
export type Held = Pick<ReadonlySet<string>, 'has' | 'keys' | 'size'>;

const UNIT_TOUCHES: readonly number[] = [...UNIT_ROLES, TOUCH_ROLES.ilmdLot];

/** Events that mention one of these canonical codes as a unit, or whose ILMD makes instances of such a lot. */
export async function readEventsOfUnits(
  db: Queryable,
  codes: readonly string[],
  within: ReadWithin,
): Promise<ReadEvents> {
  return readTouching(db, { ranges: codes.map(keyAlone), roles: UNIT_TOUCHES }, within);
}

/**
 * The same; undefined where this organisation has recorded all of them itself, which most that ask have: what is told of events is
 * not read then (2 of 8 ms of a page).
 */
export async function readEventsElsewhere(
  db: Queryable,
  codes: readonly string[],
  { max, orgNo }: { readonly max: number; readonly orgNo: number },
): Promise<ReadEvents | undefined> {
  const sought = { ranges: codes.map(keyAlone), roles: UNIT_TOUCHES };
  const { ids, more, packed } = await selectTouching(db, sought, { max, held: [], together: max });
  if (packed === undefined) throw new Error('events were found and not read');
  const rows = new PackedRows(packed.events);
  const recorded = recordedOf(rows, packed);
  if (recorded.recordedBy.every((recorders) => recorders.includes(orgNo))) return undefined;
  const declared = await declaredOf(db, rows);
  return { ids, events: eventsOf({ rows, ...recorded, declared, reading: new Reading() }), more };
}

/** The same, the oldest or the newest of each code. */
export async function readEndsOfUnits(
  db: Queryable,
  codes: readonly string[],
  { max, end, reading }: { readonly max: number; readonly end: End; readonly reading: Reading },
): Promise<ReadEvents> {
  const found = await selectEndsTouching(db, codes.map(unitKey), { roles: UNIT_TOUCHES, max, end });
  return interpretBounded(db, found, reading);
}

/** Events that name one of these parties or places as a destination, the newest of each. */
export async function readEventsToParties(db: Queryable, codes: readonly string[], max: number): Promise<ReadEvents> {
  const to = { roles: [TOUCH_ROLES.destination], max, end: 'newest' } as const;
  return interpretBounded(db, await selectEndsTouching(db, codes.map(unitKey), to), new Reading());
}

/** Their ids alone. */
export async function findEndsOfUnits(
  db: Queryable,
  codes: readonly string[],
  { max, end }: { readonly max: number; readonly end: End },
): Promise<readonly string[]> {
  return (await selectEndsTouching(db, codes.map(unitKey), { roles: UNIT_TOUCHES, max, end })).ids;
}

/** Events that begin or end a notice of one of these units; `within`, of something that is of one of these lots or products. */
export async function readNotices(
  db: Queryable,
  codes: readonly string[],
  { within = false, ...rest }: Pick<ReadWithin, 'max' | 'reading'> & { readonly within?: boolean },
): Promise<ReadEvents> {
  const roles = [within ? TOUCH_ROLES.noticeWithin : TOUCH_ROLES.notice];
  return readTouching(db, { ranges: codes.map(keyAlone), roles }, rest);
}

/** Events under one eventID or CBV hash ID, whoever recorded them; a few at most. */
export async function readEventsOfIdentity(db: Queryable, identity: string): Promise<ReadEvent[]> {
  const records = await selectByIdentity(db, textKey(identity));
  return readByIds(db, [...new Set(records.map(({ eventId }) => eventId))]);
}

/** When the first record of an event was received. */
export async function readReceivedAt(
  db: Queryable,
  events: readonly Pick<ReadEvent, 'block'>[],
): Promise<(event: Pick<ReadEvent, 'block'>) => Date | undefined> {
  const times = await selectTimesReceived(db, [...new Set(events.flatMap(({ block }) => block ?? []))]);
  return ({ block }) => (block === undefined ? undefined : times.get(block));
}

/** Events by their row ids; those that are not there are left out. */
export async function readEventsById(db: Queryable, ids: readonly string[]): Promise<ReadEvent[]> {
  return readByIds(db, ids);
}

/** Something that an event touches, and when. */
export interface TouchedAt {
  readonly code: string;
  readonly timeMs: number;
}

/** Ids of events that mention one of these as a unit, at the time beside it or later: at most so many of each. */
export async function findLater(db: Queryable, touched: readonly TouchedAt[], max: number): Promise<string[]> {
  return selectLater(
    db,
    touched.map(({ code, timeMs }) => ({ key: unitKey(code), floor: rowIdFloor(timeMs) })),
    { roles: UNIT_TOUCHES, max },
  );
}

/** Those of these units that were ever a container of others. */
export async function findContainers(db: Queryable, codes: readonly string[]): Promise<string[]> {
  const byKey = new Map(codes.map((code) => [unitKey(code), code] as const));
  const keys = await selectTouchedAs(db, [...byKey.keys()], TOUCH_ROLES.parent);
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Events of these transformation ids. */
export async function readEventsOfTransformations(
  db: Queryable,
  ids: readonly string[],
  within: ReadWithin,
): Promise<ReadEvents> {
  return readTouching(db, { ranges: ids.map(keyAlone), roles: [TOUCH_ROLES.transformation] }, within);
}

/** Events that name one of these business transactions, whoever recorded them. */
export async function readEventsOfTransactions(
  db: Queryable,
  ids: readonly string[],
  max: number,
): Promise<ReadEvents> {
  return readTouching(db, { ranges: ids.map(keyAlone), roles: [TOUCH_ROLES.bizTransaction] }, { max });
}

/** Events that mention a code of this class, itself or the instances whose own code carries it, or whose ILMD makes instances of it. */
export async function readEventsOfClass(
  db: Queryable,
  classes: readonly string[],
  within: ReadWithin,
): Promise<ReadEvents> {
  return readTouching(db, { ranges: classes.map(classRange), roles: UNIT_TOUCHES }, within);
}

function keyAlone(code: string): Sought['ranges'][number] {
  const key = unitKey(code);
  return { from: key, to: key };
}

/** Read at once: 1 MB. */
const TOGETHER = 5_000;
/** Ids of held events that are sent along, so that these are not read again; who holds more asks for what it lacks in a turn of its own. */
const HELD_SENT_MAX = 500;

async function readTouching(
  db: Queryable,
  sought: Sought,
  { max, held = NONE_HELD, reading = new Reading() }: ReadWithin,
): Promise<ReadEvents> {
  if (sought.ranges.length === 0) return { ids: [], events: [], more: false };
  const asked =
    held.size > HELD_SENT_MAX ? { max, held: [], together: -1 } : { max, held: held.keys(), together: TOGETHER };
  const { ids, more, packed } = await selectTouching(db, sought, asked);
  if (packed !== undefined) return { ids, events: await interpret(db, packed, reading), more };
  const missing = ids.filter((id) => !held.has(id));
  return { ids, events: await readByIds(db, missing, reading), more };
}

const NONE_HELD: Held = new Set();

async function interpretBounded(db: Queryable, { ids, more }: Bounded, reading: Reading): Promise<ReadEvents> {
  return { ids, events: await readByIds(db, ids, reading), more };
}

async function readByIds(db: Queryable, ids: readonly string[], reading = new Reading()): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const packed = await selectPacked(db, ids.slice(from, from + TOGETHER));
    for (const event of await interpret(db, packed, reading)) events.push(event);
  }
  return events;
}

async function interpret(db: Queryable, packed: Packed, reading: Reading): Promise<ReadEvent[]> {
  if (packed.events.length === 0) return [];
  const rows = new PackedRows(packed.events);
  const few = await fewDeclarations(db, reading);
  const declared = few?.length === 0 ? undefined : await declaredOf(db, rows, few);
  return eventsOf({ rows, ...recordedOf(rows, packed), declared, reading });
}

async function declaredOf(
  db: Queryable,
  rows: PackedRows,
  few?: readonly DeclarationRow[],
): Promise<Batch['declared']> {
  const targets = Array.from({ length: rows.count }, (_, row) => ({
    id: rows.id(row),
    identityKey: rows.identityKey(row),
    content: rows.content(row),
  }));
  const declarers = await declaredBy(db, targets, few);
  return declarers === undefined ? undefined : targets.map(declarers);
}

function eventsOf(batch: Batch): ReadEvent[] {
  return Array.from({ length: batch.rows.count }, (_, row) => new StoredEvent(batch, row));
}
