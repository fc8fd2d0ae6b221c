/** Pages of events in the order of the log, whatever is asked of them. */
import type { Queryable } from '../../../platform/db/index.ts';
import { selectRuns } from '../../integrity/index.ts';
import type { Condition, EventQuery } from './parameters.ts';
import { firstOf, type PlacedRecord, recordsOf } from './records.ts';
import { mayBeWithin, type OwnEvents, selectBlocks, selectMatching, selectTouched, selectTouchingOf } from './store.ts';

/** An event of a page: the record that its order is of, and all its records. */
export interface PagedEvent {
  readonly id: string;
  readonly first: PlacedRecord;
  readonly records: readonly PlacedRecord[];
}

/** Touches that are looked at before the log is walked instead: sorting so many by position takes some 0.2 s. */
const TOUCHED_MAX = 20_000;

/** One page in log order, one event more than asked so that the caller sees whether there is a next one. */
export async function selectPage(db: Queryable, query: EventQuery): Promise<PagedEvent[]> {
  const touch = query.conditions.find((condition) => condition.on === 'touch');
  if (touch !== undefined) {
    const ids = await selectTouched(db, touch, TOUCHED_MAX);
    if (ids !== undefined) return pageOf(await matching(db, { ids }, query), query);
  }
  return walkLog(db, query);
}

function pageOf(events: readonly PagedEvent[], { after, perPage }: EventQuery): PagedEvent[] {
  return events
    .filter(({ first }) => first.position > after)
    .sort((a, b) => a.first.position - b.first.position)
    .slice(0, perPage + 1);
}

/** Those of these events that all conditions hold for, as far as they are in the log. */
async function matching(
  db: Queryable,
  { ids, ...blocks }: OwnEvents,
  { conditions }: Pick<EventQuery, 'conditions'>,
): Promise<PagedEvent[]> {
  let left = ids.filter((id) => mayBeWithin(id, conditions));
  for (const condition of touches(conditions)) left = await selectTouchingOf(db, left, condition);
  const rows = await selectMatching(db, { ids: left, ...blocks }, conditions);
  const records = await recordsOf(db, rows);
  return rows.flatMap(({ id }): PagedEvent[] => {
    const all = records.get(id) ?? [];
    const first = firstOf(all);
    return first === undefined || first.position < 0 ? [] : [{ id, first, records: all }];
  });
}

function touches(conditions: readonly Condition[]): Extract<Condition, { on: 'touch' }>[] {
  return conditions.filter((condition) => condition.on === 'touch');
}

/** Runs of the log looked at in one go: a page's worth at first, then more where few events match. */
const RUNS_MIN = 4;
const RUNS_MAX = 256;

async function walkLog(db: Queryable, query: EventQuery): Promise<PagedEvent[]> {
  const page: PagedEvent[] = [];
  let from = query.after + 1;
  for (let count = RUNS_MIN; page.length <= query.perPage; count = Math.min(count * 4, RUNS_MAX)) {
    const runs = await selectRuns(db, from, count);
    const events = await selectBlocks(
      db,
      runs.map(({ block }) => block),
    );
    const ids = new Set<string>();
    let end = from;
    for (const { block, first } of runs) {
      for (const [place, id] of (events.get(block) ?? []).entries()) {
        if (first + place >= from) ids.add(id);
        end = Math.max(end, first + place + 1);
      }
    }
    const found = await matching(db, { ids: [...ids], blocks: runs.map(({ block }) => block) }, query);
    // An event that stands here again, by another recorder, was given where it stands first: before this.
    page.push(...pageOf(found, { ...query, after: from - 1 }));
    if (runs.length < count) break;
    from = end;
  }
  return page.slice(0, query.perPage + 1);
}
