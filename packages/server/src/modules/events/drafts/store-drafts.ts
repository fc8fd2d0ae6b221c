/** SQL of drafts of the organisation of the transaction. */
import type { DraftBody } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';

export interface DraftRow {
  readonly id: string;
  readonly state: DraftBody['state'];
  readonly events: number;
  readonly note: string | null;
  readonly madeBy: { readonly id: string; readonly name: string };
  readonly madeAt: Date;
  readonly decidedBy: { readonly id: string; readonly name: string } | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly jobId: string | null;
}

const person = (column: string): string =>
  `(select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = ${column})`;
const DRAFT = `d.id, d.state, d.events, d.note, ${person('d.made_by')} as "madeBy", d.made_at as "madeAt",
  ${person('d.decided_by')} as "decidedBy", d.decided_at as "decidedAt", d.reason, d.job_id as "jobId"`;
const LISTED_MAX = 500;

/** The newest first; those that wait, or all. */
export async function selectDrafts(db: Queryable, state: DraftRow['state'] | null): Promise<DraftRow[]> {
  const { rows } = await db.query<DraftRow>(
    `select ${DRAFT} from events.draft d where $1::text is null or d.state = $1 order by d.made_at desc, d.id limit ${LISTED_MAX}`,
    [state],
  );
  return rows;
}

/** Those that wait for somebody else than this person. */
export async function countDraftsToDecide(db: Queryable, personId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    "select count(*)::int as count from events.draft where state = 'waiting' and made_by <> $1",
    [personId],
  );
  return rows[0]?.count ?? 0;
}

export async function findDraft(
  db: Queryable,
  id: string,
): Promise<(DraftRow & { readonly body: string }) | undefined> {
  const { rows } = await db.query<DraftRow & { body: string }>(
    `select ${DRAFT}, d.body from events.draft d where d.id = $1`,
    [id],
  );
  return rows[0];
}

/** Locked: of two who decide at once one does. */
export async function lockDraft(
  db: Queryable,
  id: string,
): Promise<(Pick<DraftRow, 'state'> & { readonly madeBy: string }) | undefined> {
  const { rows } = await db.query<Pick<DraftRow, 'state'> & { madeBy: string }>(
    'select state, made_by as "madeBy" from events.draft where id = $1 for update',
    [id],
  );
  return rows[0];
}

export async function insertDraft(
  db: Queryable,
  draft: {
    readonly orgNo: number;
    readonly body: string;
    readonly events: number;
    readonly note: string | null;
    readonly personId: string;
  },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'insert into events.draft (org_no, body, events, note, made_by) values ($1, $2, $3, $4, $5) returning id',
    [draft.orgNo, draft.body, draft.events, draft.note, draft.personId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the draft was not kept');
  return row.id;
}

export interface Decision {
  readonly state: DraftRow['state'];
  /** Null: nobody has decided. */
  readonly personId: string | null;
  readonly reason?: string | null;
  readonly jobId?: string | null;
}

export async function decide(
  db: Queryable,
  id: string,
  { state, personId, reason = null, jobId = null }: Decision,
): Promise<void> {
  await db.query(
    `update events.draft set state = $2, decided_by = $3::uuid, decided_at = case when $3::uuid is null then null else now() end,
            reason = $4, job_id = $5 where id = $1`,
    [id, state, personId, reason, jobId],
  );
}
