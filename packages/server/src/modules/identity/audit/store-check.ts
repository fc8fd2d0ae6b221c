/** SQL of what happened, for `verify`. */
import type { Queryable } from '../../../platform/db/index.ts';

/** An occurrence as it stands, with the organisation that its number means. */
export interface KeptOccurrence {
  readonly block: number;
  readonly orgNo: number;
  readonly orgId: string | null;
  readonly at: Date;
  readonly isWholeMs: boolean;
  readonly kind: string;
  readonly personId: string | null;
  readonly body: string;
}

export async function selectOccurrencesOf(db: Queryable, blocks: readonly number[]): Promise<KeptOccurrence[]> {
  const { rows } = await db.query<KeptOccurrence>(
    `select c.block, c.org_no as "orgNo", o.id as "orgId", c.at, date_trunc('milliseconds', c.at) = c.at as "isWholeMs", c.kind, c.person_id as "personId", c.body
     from identity.occurrence c left join identity.organisation o on o.no = c.org_no where c.block = any($1::bigint[])`,
    [blocks],
  );
  return rows;
}

/** Blocks of occurrences that neither stand in the log nor wait for it, or are another's. */
export async function selectUnloggedOccurrences(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ block: number }>(
    `select c.block from identity.occurrence c
     where not exists (select from integrity.log l where l.block = c.block)
       and not exists (select from integrity.pending p where p.block = c.block)
       -- What was received has its number for itself.
       or exists (select from events.received r where r.block = c.block) order by c.block limit 10000`,
  );
  return rows.map(({ block }) => block);
}
