/** SQL of what the organisation of the transaction says of its things. */
import type { Queryable } from '../../platform/db/index.ts';

export interface VersionRow {
  readonly code: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly string[];
  /** When it was said. */
  readonly at: Date;
}

interface Wanted {
  /** Full names of vocabularies; null for all. */
  readonly types: readonly string[] | null;
  /** What a code or a value holds. */
  readonly q: string | null;
  /** The code behind which the page begins; empty for the first. */
  readonly after: string;
  readonly count: number;
  /** Codes that others stand for. */
  readonly without: readonly string[];
  /** Codes that are found whatever they hold. */
  readonly also: readonly string[];
}

/** The last word on each thing, in the order of codes. */
export async function selectEntries(
  db: Queryable,
  { types, q, after, count, without, also }: Wanted,
): Promise<VersionRow[]> {
  const pattern = q === null ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await db.query<VersionRow>(
    `select v.code, v.type, v.attributes, v.children, r.received_at as at
     from (select distinct on (code) block, code, type, attributes, children from registry.version
           where code > $3 order by code, block desc, place desc) v
     join events.received r on r.block = v.block
     where ($1::text[] is null or v.type = any($1)) and v.code <> all($5::text[])
       and ($2::text is null or v.code = any($6::text[]) or v.code ilike $2
            or exists (select from json_each_text(v.attributes) as a (name, value) where a.value ilike $2))
     order by v.code limit $4`,
    [types, pattern, after, count, without, also],
  );
  return rows;
}

/** A thing has some dozens; the last of more are told. */
const VERSIONS_MAX = 1_000;

/** What was ever said of a thing, the oldest first. */
export async function selectVersions(db: Queryable, code: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `select v.code, v.type, v.attributes, v.children, r.received_at as at
     from registry.version v join events.received r on r.block = v.block
     where v.code = $1 order by v.block desc, v.place desc limit ${VERSIONS_MAX}`,
    [code],
  );
  return rows.reverse();
}

/** Those of these codes that something was said of. */
export async function selectSaidCodes(db: Queryable, codes: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    'select distinct code from registry.version where code = any($1::text[])',
    [codes],
  );
  return rows.map(({ code }) => code);
}

/** Of one value: a lift's number may be that of a scale too, not of a hundred things. */
const FOUND_MAX = 50;

/** Codes of things that have, or had, one of these identifiers, or one of these codes. */
export async function selectCodesBy(
  db: Queryable,
  { values, codes }: { readonly values: readonly string[]; readonly codes: readonly string[] },
): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select v.code from registry.identifier i join registry.version v on v.block = i.block and v.place = i.place
     where i.value = any($1::text[])
     union select code from registry.version where code = any($2::text[])
     order by 1 limit ${FOUND_MAX}`,
    [values, codes],
  );
  return rows.map(({ code }) => code);
}
