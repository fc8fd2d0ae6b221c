/** SQL of what organisations' records were judged by. */
import type { Tx } from '../../platform/db/index.ts';
import type { JudgedOrganisation } from './store-organisations.ts';

export interface JudgedBy extends JudgedOrganisation {
  /** Undefined where nothing of it was ever judged. */
  readonly digest: string | undefined;
  /** Of the licences that it has entered. */
  readonly licences: string;
}

/** Every organisation that has recorded something, or whose licences others are judged by. */
export async function selectJudgedBy(tx: Tx): Promise<JudgedBy[]> {
  const { rows } = await tx.query<Omit<JudgedBy, 'digest'> & { digest: string | null }>(
    `select o.no, o.code, o.name, o.kind, o.categories, j.digest,
            (select coalesce(string_agg(concat_ws(' ', l.number, l.valid_from, l.valid_until, l.ended_at), ',' order by l.number, l.id), '')
             from identity.licence l where l.org_no = o.no) as licences
     from identity.organisation o left join compliance.judged_by j on j.org_no = o.no
     where exists (select from integrity.log l where l.org_no = o.no)
        or exists (select from identity.licence l where l.org_no = o.no) order by o.no`,
  );
  return rows.map(({ digest, ...org }) => ({ ...org, digest: digest ?? undefined }));
}

export async function upsertJudgedBy(tx: Tx, orgNo: number, digest: string): Promise<void> {
  await tx.query(
    `insert into compliance.judged_by (org_no, digest) values ($1, $2)
     on conflict (org_no) do update set digest = excluded.digest`,
    [orgNo, digest],
  );
}

/** Forgets all that was ever said, and marks every event that is kept. */
export async function forgetJudged(tx: Tx): Promise<void> {
  for (const table of ['finding', 'judged', 'movement', 'clock', 'due_code'])
    await tx.query(`delete from compliance.${table}`);
  await tx.query(
    `insert into compliance.due (event_id, is_again)
     select distinct unnest(b.event_ids), true from events.block b on conflict do nothing`,
  );
}
