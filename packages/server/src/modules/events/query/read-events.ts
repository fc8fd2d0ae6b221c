/** What the other modules read of the store: events with their facts, ready to reason on. */
import { type Context, type EventFacts, eventFacts, readContext } from '@suyuan/epcis';
import type { Queryable } from '../../../platform/db/index.ts';
import { classRange, contentKey, textKey, unitKey } from '../keys.ts';
import { TOUCH_ROLES, UNIT_ROLES } from '../roles.ts';
import {
  type Bounded,
  type End,
  type StoredEvent,
  selectByIdentity,
  selectByIds,
  selectContexts,
  selectDeclared,
  selectEndsTouching,
  selectTouching,
  selectTouchingRanges,
} from './store.ts';

/** An event as the trace and the pages see it. */
export interface ReadEvent {
  readonly id: string;
  readonly position: number;
  readonly facts: EventFacts;
  readonly eventID: string;
  readonly recordTime: Date;
  readonly declaredInError: boolean;
  readonly isDeclaration: boolean;
}

/** Events within a bound. */
export interface ReadEvents {
  readonly events: ReadEvent[];
  /** The bound left some out. */
  readonly more: boolean;
}

const UNIT_TOUCHES: readonly number[] = [...UNIT_ROLES, TOUCH_ROLES.ilmdLot];

/** Events that mention one of these canonical codes as a unit, or whose ILMD makes instances of such a lot. */
export async function readEventsOfUnits(db: Queryable, codes: readonly string[], max: number): Promise<ReadEvents> {
  return interpretBounded(db, await selectTouching(db, codes.map(unitKey), { roles: UNIT_TOUCHES, max }));
}

/** The same, the oldest or the newest of each code. */
export async function readEndsOfUnits(
  db: Queryable,
  codes: readonly string[],
  { max, end }: { readonly max: number; readonly end: End },
): Promise<ReadEvents> {
  return interpretBounded(db, await selectEndsTouching(db, codes.map(unitKey), { roles: UNIT_TOUCHES, max, end }));
}

/** Events that begin or end a notice of one of these units; `within`, of something that is of one of these lots or products. */
export async function readNotices(
  db: Queryable,
  codes: readonly string[],
  { max, within = false }: { readonly max: number; readonly within?: boolean },
): Promise<ReadEvents> {
  const roles = [within ? TOUCH_ROLES.noticeWithin : TOUCH_ROLES.notice];
  return interpretBounded(db, await selectTouching(db, codes.map(unitKey), { roles, max }));
}

/** Events of these transformation ids. */
export async function readEventsOfTransformations(
  db: Queryable,
  ids: readonly string[],
  max: number,
): Promise<ReadEvents> {
  return interpretBounded(db, await selectTouching(db, ids.map(unitKey), { roles: [TOUCH_ROLES.transformation], max }));
}

/** Events that mention a code of this class: the instances whose own code carries the lot. */
export async function readEventsOfClass(db: Queryable, classes: readonly string[], max: number): Promise<ReadEvents> {
  return interpretBounded(db, await selectTouchingRanges(db, classes.map(classRange), { roles: UNIT_ROLES, max }));
}

/** The rows under an eventID or a CBV hash ID: the event and its error declarations. */
export async function readEventsByIdentity(db: Queryable, eventID: string): Promise<StoredEvent[]> {
  return selectByIdentity(db, eventID);
}

/** The rows as they were received, parsed, by row id. */
export async function readBodies(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const rows = await selectByIds(db, ids);
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body)]));
}

async function interpretBounded(db: Queryable, { rows, more }: Bounded<StoredEvent>): Promise<ReadEvents> {
  return { events: await interpret(db, rows), more };
}

async function interpret(db: Queryable, rows: readonly StoredEvent[]): Promise<ReadEvent[]> {
  if (rows.length === 0) return [];
  const texts = await selectContexts(db, [...new Set(rows.map((row) => row.contextId))]);
  const contexts = new Map([...texts].map(([id, text]): [string, Context] => [id, readContext(JSON.parse(text))]));
  const declared = await selectDeclared(db, [...new Set(rows.flatMap(targetsOf))]);
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    facts: eventFacts(JSON.parse(row.body), contexts.get(row.contextId) ?? readContext(undefined)),
    eventID: row.identity,
    recordTime: row.recordTime,
    declaredInError: targetsOf(row).some((target) => declared.has(target)),
    isDeclaration: row.declares,
  }));
}

/** The keys under which a declaration of this row is found: its identity, or, for one without eventID, its content. */
function targetsOf(row: StoredEvent): string[] {
  return [textKey(row.identity), row.content === null ? textKey(hashIdOf(row.hash)) : contentKey(row.content)];
}

function hashIdOf(hash: Buffer): string {
  return `ni:///sha-256;${hash.toString('hex')}?ver=CBV2.0`;
}
