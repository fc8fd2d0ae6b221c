/** Declarations in error (EPCIS 2.0 §7.4.1.2): who has declared which events to be wrong. */
import type { Queryable } from '../../../platform/db/index.ts';
import { contentKey } from '../keys.ts';
import { type EventRow, selectByIds, selectDeclarations, selectRecords } from './store.ts';

/**
 * The organisations that have declared an event to be in error, of these events. A declaration names the identity that it
 * carries; one without eventID names the content that it repeats.
 */
export async function declaredBy(
  db: Queryable,
  rows: readonly EventRow[],
): Promise<(row: EventRow) => ReadonlySet<number>> {
  const declarations = await selectDeclarations(db, [...new Set(rows.flatMap(targetsOf))]);
  if (declarations.length === 0) return () => NOBODY;
  const recorders = await recordersOf(db, [...new Set(declarations.map(({ eventId }) => eventId))]);
  const byTarget = new Map<string, Set<number>>();
  for (const { target, eventId } of declarations) {
    const all = byTarget.get(target) ?? new Set();
    for (const orgNo of recorders.get(eventId) ?? []) all.add(orgNo);
    byTarget.set(target, all);
  }
  return (row) => new Set(targetsOf(row).flatMap((target) => [...(byTarget.get(target) ?? [])]));
}

const NOBODY: ReadonlySet<number> = new Set();

async function recordersOf(db: Queryable, eventIds: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await selectByIds(db, eventIds);
  const records = await selectRecords(
    db,
    rows.map(({ identityKey }) => identityKey),
  );
  const byEvent = new Map<string, number[]>();
  for (const { eventId, orgNo } of records) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), orgNo]);
  return byEvent;
}

function targetsOf({ identityKey, content }: EventRow): string[] {
  return [identityKey, contentKey(content)];
}
