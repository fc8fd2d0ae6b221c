import type { EventFacts, Finding } from '@suyuan/epcis';
import type { Actor } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';

/**
 * What forbids recording events outright: a scrapped cylinder is not filled. Asked once a batch, of those that are new, in the
 * transaction that stores them and before it ends, so that what it reads and locks holds until they are recorded.
 *
 * `tx` is who records: it adds rows and reads none but by functions made for it. It may be asked again for the same events
 * when the database has the transaction run again.
 * @returns a finding for each reason against one; `eventIndex` is its place in `facts`, `pointer` begins at the event
 */
export type Interlock = (tx: Tx, facts: readonly EventFacts[], actor: Actor) => Promise<readonly Finding[]>;
