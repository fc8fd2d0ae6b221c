import type { Queryable } from '../../../platform/db/index.ts';
import { selectPositions } from '../../integrity/index.ts';
import { isOfEvents, textsAndBodies } from './received.ts';
import { selectReceivedAfter } from './store.ts';

/** The text of one event, as it came. */
export interface StoredText {
  readonly text: string;
  /** In the log; absent while it waits for it. */
  readonly position?: number;
}

const PAGE = 32;

/** All events that were received and are kept, block by block. */
export async function* eachReceived(db: Queryable): AsyncGenerator<StoredText> {
  for (let after = 0; ; ) {
    const rows = await selectReceivedAfter(db, after, PAGE);
    const last = rows.at(-1);
    if (last === undefined) return;
    const firsts = await selectPositions(
      db,
      rows.map(({ block }) => block),
    );
    for (const row of rows.filter(isOfEvents)) {
      const first = firsts.get(row.block);
      for (const [place, { body: text }] of textsAndBodies(row).entries()) {
        yield first === undefined ? { text } : { text, position: first + place };
      }
    }
    after = last.block;
  }
}
