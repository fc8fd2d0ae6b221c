import type { Queryable, Tx } from '../../platform/db/index.ts';
import type { RegistryEntry } from './display-name.ts';
import type { MasterDataElement } from './read-master-data.ts';

/** Keeps each element; a later document's attributes replace an earlier one's. */
export async function upsertMasterData(tx: Tx, elements: readonly MasterDataElement[]): Promise<void> {
  if (elements.length === 0) return;
  // The last of a code and type in the document wins, and sorted keys keep two documents from deadlocking.
  const latest = new Map(elements.map((element) => [`${element.code}\n${element.type}`, element]));
  const sorted = [...latest.keys()].sort().flatMap((key) => latest.get(key) ?? []);
  await tx.query(
    `insert into registry.master_data (code, type, attributes)
     select * from unnest($1::text[], $2::text[], $3::json[])
     on conflict (code, type) do update set attributes = excluded.attributes, captured_at = now()`,
    [sorted.map((e) => e.code), sorted.map((e) => e.type), sorted.map((e) => JSON.stringify(e.attributes))],
  );
}

/** What is known of these canonical codes; a code may have several types, the newest wins. */
export async function findMasterData(db: Queryable, codes: readonly string[]): Promise<Map<string, RegistryEntry>> {
  const { rows } = await db.query<{ code: string; attributes: Record<string, unknown> }>(
    'select code, attributes from registry.master_data where code = any($1::text[]) order by captured_at limit 20000',
    [codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}
