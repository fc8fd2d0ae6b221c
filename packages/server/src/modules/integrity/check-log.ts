import type { Queryable } from '../../platform/db/index.ts';
import { selectLeaves, selectUnlogged } from './store.ts';

/** A place where database and log do not agree. */
export interface LogFault {
  readonly kind: 'gap' | 'event-missing' | 'event-not-logged' | 'leaf-differs';
  readonly position?: number;
  readonly eventId?: string;
}

/** The event rows that the log is held against, which another module owns. */
export interface StoredRows {
  /** The leaf of each of these rows, computed anew; none for a row that is not there. */
  leavesOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Ids of rows, ascending, from behind an id on; the first ones without it. */
  idsAfter(eventId: string | undefined, count: number): Promise<readonly string[]>;
}

/** Some 2 MB of events at a time. */
const PAGE = 2_000;

/**
 * Walks the log from 0 and holds it against the store: positions without a gap, every leaf's event there, every leaf
 * hash equal to the one that is computed anew. Then walks the store: every event in the log, or waiting for it.
 * Faults come as they are found.
 */
export async function* checkLog(
  db: Queryable,
  rows: StoredRows,
): AsyncGenerator<LogFault | { readonly checked: number }> {
  yield* checkLeaves(db, rows);
  yield* checkEvents(db, rows);
}

async function* checkLeaves(
  db: Queryable,
  { leavesOf }: StoredRows,
): AsyncGenerator<LogFault | { readonly checked: number }> {
  let expected = 0;
  for (;;) {
    const page = await selectLeaves(db, expected, PAGE);
    if (page.length === 0) break;
    const computed = await leavesOf(page.map((leaf) => leaf.eventId));
    for (const leaf of page) {
      for (; expected < leaf.position; expected += 1) yield { kind: 'gap', position: expected };
      expected = leaf.position + 1;
      const hash = computed.get(leaf.eventId);
      if (hash === undefined) yield { kind: 'event-missing', position: leaf.position, eventId: leaf.eventId };
      else if (!hash.equals(leaf.leafHash)) {
        yield { kind: 'leaf-differs', position: leaf.position, eventId: leaf.eventId };
      }
    }
    yield { checked: expected };
  }
}

/** A leaf that is gone from the end of the log leaves no gap there; only its event tells of it. */
async function* checkEvents(db: Queryable, { idsAfter }: StoredRows): AsyncGenerator<LogFault> {
  let page = await idsAfter(undefined, PAGE);
  while (page.length > 0) {
    for (const eventId of await selectUnlogged(db, page)) yield { kind: 'event-not-logged', eventId };
    page = await idsAfter(page.at(-1), PAGE);
  }
}
