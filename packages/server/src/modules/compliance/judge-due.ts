/**
 * Judges what waits: takes some events, judges each record of them with all that is known by now, and puts that in place of what
 * was said of it. One transaction, so that a process may be killed at any moment. What was recorded late makes later events of the
 * same units wait again; in the end each is judged with all that is recorded, in whatever order that came.
 */

import type { EventFacts } from '@suyuan/epcis';
import { asksOf, type ContentsOf, judge, movementsOf } from '@suyuan/profiles';
import type { Queryable, Tx } from '../../platform/db/index.ts';
import { findLater, type ReadEvent, readEventsOfIdentity, readReceivedAt } from '../events/index.ts';
import { applyingPacks, type PackInUse } from '../standards/index.ts';
import { readContents } from './contents.ts';
import { type EventsRead, type History, readHistory, readingOnce } from './history.ts';
import { type KnownOf, type LicencesOf, type NamedBy, readKnown, readLicences, readNamed } from './known.ts';
import { reckonClocks } from './reckon-clocks.ts';
import { type Countersigned, selectCountersigned } from './store-countersigned.ts';
import { type DueEvent, insertDue, insertDueAgain, takeDue, takeTurn } from './store-due.ts';
import { type JudgedRecord, replaceJudged } from './store-judged.ts';
import { replaceMovements } from './store-movements.ts';
import { type JudgedOrganisation, readOrganisations } from './store-organisations.ts';

/** Events of one transaction: some tenths of a second. */
const BATCH_MAX = 500;
/** Later events of one unit that are judged again at once; each of them makes as many wait. */
const LATER_MAX = 1_000;
const DAY_MS = 86_400_000;

/** Units of one transaction: events of pallets come fewer at a time. */
const UNITS_MAX = 5_000;

/** How many were judged; none where nothing waits. */
export async function judgeDue(tx: Tx, packs: readonly PackInUse[], batchMax = BATCH_MAX): Promise<number> {
  await takeTurn(tx, 'judging');
  const taken = await takeDue(tx, batchMax);
  if (taken.length === 0) return 0;
  const reading = readingOnce(tx);
  const due = await firstOf(tx, taken, reading);
  const ids = due.map(({ eventId }) => eventId);
  const events = await reading.byId(ids);
  const fresh = new Set(due.filter(({ isNew }) => isNew).map(({ eventId }) => eventId));
  const bearing = events.filter(({ id, facts }) => fresh.has(id) && isBearing(packs, facts));
  await insertDueAgain(tx, await judgedOtherwise(tx, bearing, { reading, besides: new Set(ids) }));
  const judged = await judgeEvents(tx, packs, { events, reading });
  await replaceJudged(tx, ids, judged);
  await replaceMovements(tx, ids, judged);
  await reckonClocks(tx, packs, { ids, events, judged });
  return ids.length;
}

/** As many as one transaction judges; the others wait again. */
async function firstOf(tx: Tx, taken: readonly DueEvent[], reading: EventsRead): Promise<readonly DueEvent[]> {
  const units = new Map(
    (await reading.byId(taken.map(({ eventId }) => eventId))).map(({ id, facts }) => [id, facts.units.length] as const),
  );
  let sum = 0;
  const fitting = taken.findIndex(({ eventId }, place) => {
    sum += units.get(eventId) ?? 0;
    return sum > UNITS_MAX && place > 0;
  });
  if (fitting === -1) return taken;
  await insertDue(tx, taken.slice(fitting));
  return taken.slice(0, fitting);
}

/** What is of no stage of any pack changes nothing of others, save that it may fill what they are about. */
function isBearing(packs: readonly PackInUse[], facts: EventFacts): boolean {
  if (facts.type === 'AggregationEvent') return packs.some(({ loaded }) => loaded.entries.size > 0);
  return packs.some(({ loaded }) => asksOf(loaded, facts).isLikely);
}

interface Beside {
  readonly reading: EventsRead;
  /** Are judged now, whatever happened before them. */
  readonly besides: ReadonlySet<string>;
}

/** Events that happened after these, of the same units or of what was made of them. */
async function judgedOtherwise(
  tx: Queryable,
  events: readonly ReadEvent[],
  { reading, besides }: Beside,
): Promise<string[]> {
  const touched = events.flatMap(({ facts }) => facts.units.map(({ code }) => ({ code, timeMs: facts.eventTimeMs })));
  const later = await findLater(tx, touched, LATER_MAX);
  const made = (await reading.byId(later)).flatMap(({ facts: { units, eventTimeMs } }) =>
    units.flatMap(({ role, code }) => (role === 'output' ? [{ code, timeMs: eventTimeMs }] : [])),
  );
  const all = new Set([...later, ...(await findLater(tx, made, LATER_MAX)), ...(await declaredIn(tx, events))]);
  return [...all.difference(besides)];
}

/** What a declaration says was wrong. */
async function declaredIn(tx: Queryable, events: readonly ReadEvent[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { isDeclaration, eventID } of events) {
    if (isDeclaration) ids.push(...(await readEventsOfIdentity(tx, eventID)).map(({ id }) => id));
  }
  return ids;
}

async function judgeEvents(
  tx: Queryable,
  packs: readonly PackInUse[],
  { events, reading }: { readonly events: readonly ReadEvent[]; readonly reading: EventsRead },
): Promise<JudgedRecord[]> {
  const standing = events.filter(({ declaredInError }) => !declaredInError);
  const organisations = await readOrganisations(tx, [...new Set(standing.flatMap(({ recordedBy }) => recordedBy))]);
  const receivedAt = await readReceivedAt(tx, standing);
  const contentsOf = await readContents(
    tx,
    reading,
    standing.filter(({ facts }) => packs.some(({ loaded }) => asksOf(loaded, facts).quantities)),
  );
  const judged: JudgedRecord[] = [];
  for (const org of organisations.values()) {
    const own = standing.filter(({ recordedBy }) => recordedBy.includes(org.no));
    const applying = new Map(own.map((event) => [event, applyingPacks(packs, event.facts, org.categories)] as const));
    const asked = own.filter((event) => (applying.get(event) ?? []).length > 0).map(({ facts }) => facts);
    if (asked.length === 0) continue;
    const given = {
      org,
      known: await readKnown(tx, org, asked),
      licences: await readLicences(tx, org, asked),
      named: await readNamed(tx, org, asked),
      countersigned: await selectCountersigned(tx, { orgNo: org.no, eventIds: own.map(({ id }) => id) }),
      history: await readHistory(
        reading,
        asked.filter((facts) => packs.some(({ loaded }) => asksOf(loaded, facts).history)),
      ),
    };
    for (const [event, its] of applying) {
      const lateDays = lateDaysOf(event, receivedAt(event));
      const more = { lateDays, contentsOf: contentsOf(event) };
      for (const pack of its) judged.push(...judgeRecord(event, pack, { ...given, ...more }));
    }
  }
  return judged;
}

interface Given {
  readonly org: JudgedOrganisation;
  readonly known: KnownOf;
  readonly licences: LicencesOf;
  readonly named: NamedBy;
  readonly countersigned: ReadonlyMap<string, Countersigned>;
  readonly history: History;
  readonly lateDays: number;
  readonly contentsOf: ContentsOf;
}

function judgeRecord({ id, eventID, facts }: ReadEvent, { pack, loaded }: PackInUse, given: Given): JudgedRecord[] {
  const { org, known, licences, named, countersigned, history, lateDays, contentsOf } = given;
  const judged = judge(loaded, facts, {
    ...known(facts),
    ...licences(facts),
    countersignature: { ...countersigned.get(id) },
    history: history.of,
    mayTell: (event) => event === facts || history.recordersOf(event).includes(org.no),
  });
  // None of its stages, or none as far as is known of the goods.
  if (judged === undefined && !asksOf(loaded, facts).isLikely) return [];
  const { stage = '', findings = [] } = judged ?? {};
  // A declaration in error repeats what it takes back, and is nothing that happened.
  const counted = facts.errorDeclaration === undefined ? stage : '';
  const movements = judged === undefined ? [] : movementsOf(loaded, facts, { ...judged, contentsOf });
  return [
    {
      ...{ orgNo: org.no, eventId: id, identity: eventID, eventTimeMs: facts.eventTimeMs },
      ...{ pack: pack.id, version: pack.version, stage: counted, lateDays, findings, movements, named: named(facts) },
    },
  ];
}

function lateDaysOf({ facts }: ReadEvent, receivedAt: Date | undefined): number {
  const lateMs = (receivedAt?.getTime() ?? facts.eventTimeMs) - facts.eventTimeMs;
  return Math.max(0, Math.floor(lateMs / DAY_MS));
}
