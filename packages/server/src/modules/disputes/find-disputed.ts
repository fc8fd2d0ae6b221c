/** The event that an organisation disputes: one that others recorded, and to which it stands as partner by what is recorded. */
import { Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { Queryable } from '../../platform/db/index.ts';
import { hiddenName, isHiddenName, standingByRecord } from '../disclosure/index.ts';
import { type ReadEvent, readEventsOfIdentity, readEventsOfUnits } from '../events/index.ts';

// A delivery has many units, and who stands before or after one mostly does so of each.
const UNITS_ASKED_MAX = 20;
// Of a unit of which more is recorded, only whom the event names is known for sure: what lies between may be left out.
const EVENTS_MAX = 10_000;

export interface Disputed {
  /** As a trace tells it. */
  readonly eventID: string;
  /** A unit of it, where the name is one of those that stand for a record whose own is not told. */
  readonly code?: string;
  readonly orgNo: number;
  nameKey(): Buffer;
}

/**
 * In a transaction that reads as *chain*.
 * @throws Problem `dispute.own`; `dispute.event-unknown`, the same whether there is none, or one that it has no part in
 */
export async function findDisputed(db: Queryable, disputed: Disputed): Promise<ReadEvent> {
  const { orgNo } = disputed;
  const found = await findNamed(db, disputed);
  const foreign = found.filter((event) => !event.recordedBy.includes(orgNo) && event.recordedBy.length > 0);
  for (const event of foreign) if (await isPartner(db, event, orgNo)) return event;
  throw new Problem(found.length > foreign.length ? 'dispute.own' : 'dispute.event-unknown');
}

async function findNamed(db: Queryable, { eventID, code, nameKey }: Disputed): Promise<ReadEvent[]> {
  if (code === undefined || !isHiddenName(eventID)) return readEventsOfIdentity(db, eventID);
  const { events } = await readEventsOfUnits(db, keysToAsk(code), { max: EVENTS_MAX });
  const key = nameKey();
  return events.filter(({ id }) => hiddenName(id, key) === eventID);
}

async function isPartner(db: Queryable, event: ReadEvent, orgNo: number): Promise<boolean> {
  const units = [...new Set(event.facts.units.map(({ code }) => code))].slice(0, UNITS_ASKED_MAX);
  const { events, more } = await readEventsOfUnits(db, units, { max: EVENTS_MAX });
  const known = more ? [event] : events;
  const ofUnit = (code: string): ReadEvent[] =>
    known.filter(({ facts }) => facts.units.some((unit) => unit.code === code)).sort(inOrder);
  const shape = { units: new Map(units.map((code) => [code, ofUnit(code)])), ties: [] };
  return (await standingByRecord(db, shape, orgNo)).get(event.id) === 3;
}

/** As the trace orders them: event time, then the log. */
function inOrder(a: ReadEvent, b: ReadEvent): number {
  return a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position || (a.id < b.id ? -1 : 1);
}
