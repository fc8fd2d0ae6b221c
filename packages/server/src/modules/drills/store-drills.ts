/** SQL of the drills of the tenant. */
import type { DrillOutcome, DrillParty, DrillResult } from '@suyuan/api/drills';
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface DrillRow {
  readonly id: string;
  readonly code: string;
  readonly product: DrillParty | null;
  readonly isPicked: boolean;
  readonly startedAt: Date;
  readonly tookMs: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly outcome: DrillOutcome;
  readonly isWhole: boolean;
}

export interface WholeDrillRow extends DrillRow {
  readonly result: DrillResult;
}

const ROW = `d.id, d.code, d.result -> 'product' as product, d.is_picked as "isPicked", d.started_at as "startedAt", d.took_ms as "tookMs",
  (select json_build_object('id', p.id, 'name', p.name) from identity.person p where p.id = d.made_by) as by,
  d.outcome, d.is_whole as "isWhole"`;

/** The newest first; those after the one of this id, if one is given. */
export async function selectDrills(
  db: Queryable,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<DrillRow[]> {
  const { rows } = await db.query<DrillRow>(
    `select ${ROW} from drills.drill d
     where $1::uuid is null or (d.started_at, d.id) < (select b.started_at, b.id from drills.drill b where b.id = $1)
     order by d.started_at desc, d.id desc limit $2`,
    [after, limit],
  );
  return rows;
}

export async function findDrill(db: Queryable, id: string): Promise<WholeDrillRow | undefined> {
  const { rows } = await db.query<WholeDrillRow>(`select ${ROW}, d.result from drills.drill d where d.id = $1`, [id]);
  return rows[0];
}

export interface NewDrillRow extends Pick<DrillRow, 'id' | 'code' | 'isPicked' | 'startedAt' | 'outcome'> {
  readonly orgNo: number;
  readonly by: string | null;
  readonly logRoot: Buffer;
  readonly result: DrillResult;
}

/** False where there is one of this id. */
export async function insertDrill(tx: Tx, { result, ...row }: NewDrillRow): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into drills.drill
       (org_no, id, code, is_picked, started_at, took_ms, made_by, outcome, is_whole, log_size, log_root, result)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      ...[row.orgNo, row.id, row.code, row.isPicked, row.startedAt, result.times.totalMs, row.by, row.outcome],
      ...[result.isWhole, result.log.size, row.logRoot, JSON.stringify(result)],
    ],
  );
  return rowCount === 1;
}
