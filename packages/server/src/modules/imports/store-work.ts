/** SQL of the program itself, of every organisation: what is to be checked and recorded, and what is kept too long. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface Asked {
  readonly orgNo: number;
  readonly orgId: string;
  readonly id: string;
  readonly pack: string;
  readonly stage: string;
  readonly state: 'checking' | 'recording';
  readonly sha256: string;
  readonly sheet: string | null;
  readonly lastRow: number;
  readonly person: string | null;
  readonly key: string | null;
  readonly site: string | null;
  readonly via: number | null;
  readonly viaId: string | null;
}

/** The one that waits longest first. */
export async function selectAsked(db: Queryable, limit: number): Promise<Asked[]> {
  const { rows } = await db.query<Asked>(
    `select distinct on (i.org_no) i.org_no as "orgNo", o.id as "orgId", i.id, i.pack, i.stage, i.state, i.sha256, i.sheet,
            i.last_row as "lastRow", i.for_person as person, i.for_key as key, i.for_site as site, i.for_via as via,
            (select v.id from identity.organisation v where v.no = i.for_via) as "viaId"
     from imports.import i join identity.organisation o on o.no = i.org_no
     where i.state in ('checking', 'recording') order by i.org_no, i.changed_at, i.id limit $1`,
    [limit],
  );
  return rows;
}

export async function isSomethingAsked(db: Queryable): Promise<boolean> {
  return (await selectAsked(db, 1)).length > 0;
}

/** Takes away the files of what was last touched before, and what of it was never recorded. */
export async function deleteBefore(tx: Tx, before: Date): Promise<void> {
  await tx.query(
    `delete from imports.part p using imports.import i
     where i.org_no = p.org_no and i.id = p.import_id and i.state = 'recorded' and i.changed_at < $1`,
    [before],
  );
  await tx.query("delete from imports.import where state in ('uploading', 'checked', 'failed') and changed_at < $1", [
    before,
  ]);
}
