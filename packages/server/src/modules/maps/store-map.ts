/** SQL of the one map that the operator has given. */
import type { Queryable, Tx } from '../../platform/db/index.ts';

export interface MapRow {
  readonly number: string;
  readonly maker: string;
  /** JSON. */
  readonly drawing: string;
  readonly setAt: Date;
}

export async function selectMap(db: Queryable): Promise<(MapRow & { readonly setBy: string | null }) | undefined> {
  const { rows } = await db.query<MapRow & { readonly setBy: string | null }>(
    `select number, maker, drawing, set_at as "setAt", (select name from identity.person where id = set_by) as "setBy"
     from maps.approved limit 1`,
  );
  return rows[0];
}

/** In the place of the one that was there. */
export async function putMap(tx: Tx, map: MapRow, personId: string): Promise<void> {
  const { number, maker, drawing, setAt } = map;
  await tx.query(
    `insert into maps.approved (number, maker, drawing, set_at, set_by) values ($1, $2, $3, $4, $5)
     on conflict (is_one) do update set number = excluded.number, maker = excluded.maker, drawing = excluded.drawing,
       set_at = excluded.set_at, set_by = excluded.set_by`,
    [number, maker, drawing, setAt, personId],
  );
}

/** The number of what was removed; undefined where there was none. */
export async function deleteMap(tx: Tx): Promise<string | undefined> {
  const { rows } = await tx.query<{ number: string }>('delete from maps.approved returning number');
  return rows[0]?.number;
}
