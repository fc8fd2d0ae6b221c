/** Who recorded events, at which positions of the log. */
import type { Queryable } from '../../../platform/db/index.ts';
import { selectPositions } from '../../integrity/index.ts';
import { type EventRow, type RecordRow, selectRecords } from './store.ts';

/** A record with its place in the log; -1 while it has none. */
export interface PlacedRecord extends RecordRow {
  readonly position: number;
}

/** The records of these events, by the id of the event, each list in the order of the log. */
export async function recordsOf(
  db: Queryable,
  rows: readonly Pick<EventRow, 'id' | 'identityKey'>[],
): Promise<Map<string, readonly PlacedRecord[]>> {
  const records = await selectRecords(db, [...new Set(rows.map(({ identityKey }) => identityKey))]);
  const ids = new Set(rows.map(({ id }) => id));
  const placed = await withPositions(
    db,
    records.filter(({ eventId }) => ids.has(eventId)),
  );
  const byEvent = new Map<string, PlacedRecord[]>();
  for (const record of placed) {
    const list = byEvent.get(record.eventId);
    if (list === undefined) byEvent.set(record.eventId, [record]);
    else list.push(record);
  }
  return byEvent;
}

/** Records in the order of the log, those that wait for it last. */
export async function withPositions(db: Queryable, records: readonly RecordRow[]): Promise<PlacedRecord[]> {
  const firsts = await selectPositions(db, [...new Set(records.map(({ block }) => block))]);
  return records
    .map((record) => {
      const first = firsts.get(record.block);
      return { ...record, position: first === undefined ? -1 : first + record.place };
    })
    .sort((a, b) => orderOf(a) - orderOf(b));
}

const LAST = Number.MAX_SAFE_INTEGER;
const orderOf = ({ position }: PlacedRecord): number => (position < 0 ? LAST : position);

/** Of an event's records the one that its order is of, and whose bytes stand for it: the first in the log. */
export function firstOf(records: readonly PlacedRecord[] | undefined): PlacedRecord | undefined {
  return records?.[0];
}
