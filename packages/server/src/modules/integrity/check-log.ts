import type { Queryable } from '../../platform/db/index.ts';
import { selectLeaves } from './store.ts';

/** A place where database and log do not agree. */
export interface LogFault {
  readonly kind: 'gap' | 'event-missing' | 'event-not-logged' | 'leaf-differs';
  readonly position?: number;
  readonly eventId?: string;
}

const PAGE = 2_000;

/**
 * Walks the log from 0 and holds it against the store: positions without a gap, every leaf's event there,
 * every leaf hash equal to the one that `leafOf` computes anew. Faults come as they are found.
 */
export async function* checkLog(
  db: Queryable,
  leavesOf: (eventIds: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
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
