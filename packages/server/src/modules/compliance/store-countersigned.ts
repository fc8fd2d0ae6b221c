/** SQL of who confirmed records on the spot. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface Countersigned {
  readonly name: string;
  readonly capacity: string;
  readonly organisation: string;
}

/** By event, the first that confirmed this organisation’s record of it. */
export async function selectCountersigned(
  db: Queryable,
  { orgNo, eventIds }: { readonly orgNo: number; readonly eventIds: readonly string[] },
): Promise<ReadonlyMap<string, Countersigned>> {
  const { rows } = await db.query<Countersigned & { readonly eventId: string }>(
    `select distinct on (c.event_id) c.event_id as "eventId", s.statement->'person'->>'name' as name,
            s.statement->>'capacity' as capacity, s.statement->'organisation'->>'name' as organisation
     from events.countersignature c, lateral (select c.statement::jsonb as statement) s
     where c.org_no = $1 and c.event_id = any($2::uuid[]) order by c.event_id, c.signed_at, c.id`,
    [orgNo, eventIds],
  );
  return new Map(rows.map(({ eventId, ...signed }) => [eventId, signed]));
}

/** Records of the tenant that somebody confirmed, as these blocks of the log note. */
export async function insertDueCountersigned(tx: Tx, blocks: readonly number[]): Promise<void> {
  await tx.query(
    `with confirmed as materialized (
       select (body::jsonb->>'about')::uuid as id from identity.occurrence
       where block = any($1::bigint[]) and kind = 'event.countersigned')
     insert into compliance.due (event_id, is_again)
     select distinct c.event_id, true from confirmed join events.countersignature c using (id) on conflict do nothing`,
    [blocks],
  );
}
