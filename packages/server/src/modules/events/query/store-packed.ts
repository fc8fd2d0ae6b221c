/** SQL of reading the chain: each look-up is one turn to the database, and all its rows are one value, which costs neither side an object for each. */
import type { Queryable } from '../../../platform/db/index.ts';
import { uuidsIn } from './packed-rows.ts';
import { type Bounded, TOUCHES_PER_EVENT } from './store.ts';

/** Events that were read together; each part is rows one after the other. */
export interface Packed {
  /** In the order of their ids, as `PackedRows` reads them. */
  readonly events: Buffer;
  /** All records under the identities of these, in the order of the ids of their events, as `recordedOf` reads them. */
  readonly records: Buffer;
  /** Where the blocks of these begin, of those that wait for the log nothing. */
  readonly firsts: Buffer;
}

interface PackedRow {
  readonly packed_events: Buffer | null;
  readonly packed_records: Buffer | null;
  readonly packed_firsts: Buffer | null;
}

/** Rows by id, whoever recorded them: of the chain. */
export async function selectPacked(db: Queryable, ids: readonly string[]): Promise<Packed> {
  const { rows } = await db.query<PackedRow>('select * from events.packed($1::uuid[])', [ids]);
  return packedOf(rows[0]);
}

/** What is looked for: mentions of keys between these, in these roles. */
export interface Sought {
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  readonly roles: readonly number[];
}

export interface TouchingWithin {
  /** Events that are told. */
  readonly max: number;
  /** Those that whoever asks has already, by their ids. */
  readonly held: Iterable<string>;
  /** Events that are read at once. */
  readonly together: number;
}

export interface Touching extends Bounded {
  /** Those that are not held; absent where they are more than are read at once. */
  readonly packed?: Packed;
}

/** Events that touch a key in one of these ranges in one of these roles, at most `max`. */
export async function selectTouching(
  db: Queryable,
  { ranges, roles }: Sought,
  { max, held, together }: TouchingWithin,
): Promise<Touching> {
  const { rows } = await db.query<PackedRow & { found_ids: Buffer | null; more: boolean; is_packed: boolean }>(
    'select * from events.touching($1::uuid[], $2::uuid[], $3::smallint[], $4, $5, $6::uuid[], $7)',
    [
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
      roles,
      max,
      TOUCHES_PER_EVENT * max,
      [...held],
      together,
    ],
  );
  const [row] = rows;
  const found = { ids: uuidsIn(row?.found_ids ?? NOTHING), more: row?.more ?? false };
  return row?.is_packed === true ? { ...found, packed: packedOf(row) } : found;
}

const NOTHING = Buffer.alloc(0);

function packedOf(row: PackedRow | undefined): Packed {
  const { packed_events: events, packed_records: records, packed_firsts: firsts } = row ?? {};
  return { events: events ?? NOTHING, records: records ?? NOTHING, firsts: firsts ?? NOTHING };
}
