/** SQL of what happened. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface OccurrenceRow {
  readonly block: number;
  readonly orgNo: number;
  readonly at: Date;
  readonly kind: string;
  readonly personId: string | null;
  readonly body: string;
}

/** Numbers that no block of the log has, in their order. */
export async function drawBlocks(db: Queryable, count: number): Promise<readonly number[]> {
  const { rows } = await db.query<{ block: number }>(
    "select nextval('events.received_block_seq') as block from generate_series(1, $1::int) order by block",
    [count],
  );
  return rows.map(({ block }) => block);
}

export async function insertOccurrences(db: Queryable, rows: readonly OccurrenceRow[]): Promise<void> {
  const column = <Name extends keyof OccurrenceRow>(name: Name) => rows.map((row) => row[name]);
  await db.query(
    `insert into identity.occurrence (block, org_no, at, kind, person_id, body)
     select * from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::text[], $5::uuid[], $6::text[])`,
    [column('block'), column('orgNo'), column('at'), column('kind'), column('personId'), column('body')],
  );
}

/** Which of what happened is wanted. */
export interface OccurrencesWanted {
  /** The newest before this block. */
  readonly before: number | null;
  readonly kind: string | null;
  /** What stands before the point of a kind. */
  readonly group: string | null;
  readonly personId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly count: number;
}

/** What is told of one: who did it has its name of today beside its id. */
export interface ToldOccurrence extends OccurrenceRow {
  readonly person: string | null;
  /** Where it stands in the log; null until the sequencer was there. */
  readonly position: number | null;
}

/** What happened in the organisation of the transaction, the newest first. */
export async function selectOccurrences(db: Queryable, wanted: OccurrencesWanted): Promise<ToldOccurrence[]> {
  const { rows } = await db.query<ToldOccurrence>(
    `select o.block, o.org_no as "orgNo", o.at, o.kind, o.person_id as "personId", o.body, p.name as person,
            l.first_position as position
     from identity.occurrence o left join identity.person p on p.id = o.person_id
     left join integrity.log l on l.block = o.block
     where ($1::bigint is null or o.block < $1) and ($2::text is null or o.kind = $2) and ($3::uuid is null or o.person_id = $3)
       and ($4::timestamptz is null or o.at >= $4) and ($5::timestamptz is null or o.at < $5)
       and ($7::text is null or starts_with(o.kind, $7 || '.'))
     order by o.block desc limit $6`,
    [wanted.before, wanted.kind, wanted.personId, wanted.from, wanted.to, wanted.count, wanted.group],
  );
  return rows;
}

/** To which organisation it is told what a person did where it acts for none. */
export async function homeOf(
  db: Queryable,
  personId: string | undefined,
): Promise<{ readonly no: number; readonly id: string }> {
  const { rows } = await db.query<{ no: number; id: string }>('select no, id from identity.home_of($1)', [
    personId ?? null,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('there is no organisation');
  return row;
}

/** Makes an open transaction that of another organisation: what is noted from here on is told to that one. */
export async function turnTo(db: Queryable, orgNo: number): Promise<void> {
  await db.query("select set_config('app.org', $1, true)", [String(orgNo)]);
}

export interface ExportedOccurrence {
  readonly position: number;
  readonly block: number;
  /** Hexadecimal: SHA-256 of a zero byte, `suyuan occurrence 1`, a line break and `body`. */
  readonly leaf: string;
  /** The text that the leaf is of, JSON. */
  readonly body: string;
}

/** Of all organisations or of one by its UUID, in the order of the log. */
export async function selectAfter(
  db: Queryable,
  after: number,
  { from, org, count }: { readonly from: Date | null; readonly org: string | null; readonly count: number },
): Promise<ExportedOccurrence[]> {
  const { rows } = await db.query<ExportedOccurrence>(
    `select l.first_position as position, o.block, encode(l.leaves, 'hex') as leaf, o.body
     from integrity.log l join identity.occurrence o on o.block = l.block join identity.organisation g on g.no = o.org_no
     where l.first_position > $1 and ($2::timestamptz is null or o.at >= $2) and ($3::text is null or g.id::text = lower($3))
     order by l.first_position limit $4`,
    [after, from, org, count],
  );
  return rows;
}
