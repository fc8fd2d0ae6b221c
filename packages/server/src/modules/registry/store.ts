/** SQL of master data. */
import type { Queryable, Tx } from '../../platform/db/index.ts';
import type { MasterData } from './read-master-data.ts';

/** What an organisation has said, and where its bytes are. */
export interface Version extends MasterData {
  readonly orgNo: number;
  readonly block: number;
  readonly place: number;
}

export async function insertVersions(tx: Tx, versions: readonly Version[]): Promise<void> {
  if (versions.length === 0) return;
  await tx.query(
    `insert into registry.version (block, place, org_no, type, code, digest, attributes, children)
     select block, place, org_no, type, code, digest, attributes, array(select json_array_elements_text(children))
     from unnest($1::bigint[], $2::smallint[], $3::int[], $4::text[], $5::text[], $6::uuid[], $7::json[], $8::json[])
       as v (block, place, org_no, type, code, digest, attributes, children)`,
    [
      versions.map(({ block }) => block),
      versions.map(({ place }) => place),
      versions.map(({ orgNo }) => orgNo),
      versions.map(({ type }) => type),
      versions.map(({ code }) => code),
      versions.map(({ digest }) => digest),
      versions.map(({ attributes }) => JSON.stringify(attributes)),
      versions.map(({ children }) => JSON.stringify(children)),
    ],
  );
  await insertIdentifiers(tx, versions);
}

async function insertIdentifiers(tx: Tx, versions: readonly Version[]): Promise<void> {
  const rows = versions.flatMap(({ identifiers, ...at }) =>
    identifiers.map((identifier) => ({ ...at, ...identifier })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into registry.identifier (block, place, org_no, scheme, value)
     select * from unnest($1::bigint[], $2::smallint[], $3::int[], $4::text[], $5::text[])`,
    [
      rows.map(({ block }) => block),
      rows.map(({ place }) => place),
      rows.map(({ orgNo }) => orgNo),
      rows.map(({ scheme }) => scheme),
      rows.map(({ value }) => value),
    ],
  );
}

export async function deleteVersions(tx: Tx, block: number): Promise<void> {
  await tx.query('delete from registry.identifier where block = $1', [block]);
  await tx.query('delete from registry.version where block = $1', [block]);
}

/** Digests of what the organisation of this transaction says now of these codes, by type and code. */
export async function selectDigests(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ type: string; code: string; digest: string }>(
    'select type, code, digest from registry.said($1::text[])',
    [codes],
  );
  return new Map(rows.map(({ type, code, digest }) => [keyOf({ type, code }), digest]));
}

export function keyOf({ type, code }: Pick<MasterData, 'type' | 'code'>): string {
  return `${type}\n${code}`;
}

/** Codes of which something is said in these blocks. */
export async function selectCodesOfBlocks(db: Queryable, blocks: readonly number[]): Promise<string[]> {
  if (blocks.length === 0) return [];
  const { rows } = await db.query<{ code: string }>(
    'select distinct code from registry.version where block = any($1::bigint[])',
    [blocks],
  );
  return rows.map(({ code }) => code);
}

export interface CurrentRow {
  readonly code: string;
  readonly type: string;
  readonly orgNo: number;
  readonly orgCode: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly string[];
}

const ROWS_MAX = 20_000;

/** What each organisation says now of these codes, the oldest first. */
export async function selectCurrent(db: Queryable, codes: readonly string[]): Promise<CurrentRow[]> {
  const { rows } = await db.query<CurrentRow>(
    `select v.code, v.type, v.org_no as "orgNo", o.code as "orgCode", v.attributes, v.children
     from (select distinct on (code, type, org_no) * from registry.version where code = any($1::text[])
           order by code, type, org_no, block desc, place desc) v
     join identity.organisation o on o.no = v.org_no
     order by v.block, v.place limit ${ROWS_MAX}`,
    [codes],
  );
  return rows;
}
