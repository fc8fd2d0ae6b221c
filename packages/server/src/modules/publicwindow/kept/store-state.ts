/** SQL of what pages depend on beside records: who is who, and what is open to whom. Read as *maintenance*. */
import type { Queryable } from '../../../platform/db/index.ts';

/** Tables of which any change counts; a few thousand rows each, so that a look takes some milliseconds. */
const TABLES = [
  'identity.organisation',
  'identity.site',
  'identity.holding',
  'identity.licence',
  'identity.jurisdiction',
  'disclosure.opening',
  'events.derivation',
  'pictures.picture',
];

/**
 * A change gives a row the number of the transaction that made it, which is higher than any before: the sum of these numbers
 * beside the count of rows is never twice the same.
 */
const CHANGES = TABLES.map(
  (table) => `(select count(*)::text || ' ' || coalesce(sum(xmin::text::bigint), 0)::text from ${table})`,
).join(`, `);

/** A text that is another when one of them has changed, or an opening has begun or ended by itself. */
export async function selectState(db: Queryable, at: Date): Promise<string> {
  const { rows } = await db.query<{ state: string }>(
    `select concat_ws('/', ${CHANGES},
       (select coalesce(sum(hashtextextended(id::text, 0)), 0)::text from disclosure.opening
        where ended_at is null and valid_from <= $1 and (valid_until is null or valid_until > $1))) as state`,
    [at],
  );
  return rows[0]?.state ?? '';
}
