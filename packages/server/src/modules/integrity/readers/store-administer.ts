/** SQL of looking after the readers: where they are, and what a person has them do. */
import type { Queryable, Tx } from '../../../platform/db/index.ts';

/** Where a reader is, in figures. */
export interface ReaderState {
  readonly name: string;
  /** The first position that it has not been through. */
  readonly position: number;
  /** Entries of the log. */
  readonly size: number;
  /** Entries of the log that it has not been through. Those that it passed over are `held` and `parked`. */
  readonly lag: number;
  /** Organisations on hold. */
  readonly held: number;
  /** Entries of the runs that are parked. */
  readonly parked: number;
}

export async function readerStates(db: Queryable): Promise<ReaderState[]> {
  const { rows } = await db.query<ReaderState>(
    `with log as (
       select coalesce((select first_position + octet_length(leaves) / 32 from integrity.log
                        order by first_position desc limit 1), 0) as size
     )
     select r.name, r.position, log.size, log.size - r.position as lag,
            (select count(*)::int from integrity.reader_hold h where h.reader = r.name) as held,
            (select coalesce(sum(count), 0)::int from integrity.reader_parked p where p.reader = r.name) as parked
     from integrity.reader r cross join log order by r.name`,
  );
  return rows;
}

export interface HeldOrganisation {
  readonly orgNo: number;
  /** Where it is held; its runs from here on wait. */
  readonly position: number;
  readonly attempts: number;
  readonly retryAt: Date;
  readonly error: string | null;
}

/** Those that failed most often first. */
export async function selectHolds(db: Queryable, reader: string, limit: number): Promise<HeldOrganisation[]> {
  const { rows } = await db.query<HeldOrganisation>(
    `select org_no as "orgNo", position, attempts, retry_at as "retryAt", error
     from integrity.reader_hold where reader = $1 order by attempts desc, org_no limit $2`,
    [reader, limit],
  );
  return rows;
}

export async function countParked(db: Queryable, reader: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from integrity.reader_parked where reader = $1',
    [reader],
  );
  return rows[0]?.count ?? 0;
}

/** Which parked runs and holds are meant; what is not given does not narrow. */
export interface Which {
  readonly position?: number | undefined;
  readonly orgNo?: number | undefined;
}

interface Due extends Which {
  readonly now: Date;
}

/** Makes parked runs due; returns how many. */
export async function makeParkedDue(tx: Tx, reader: string, { position, orgNo, now }: Due): Promise<number> {
  const { rowCount } = await tx.query(
    `update integrity.reader_parked set retry_at = $2
     where reader = $1 and ($3::bigint is null or position = $3) and ($4::int is null or org_no = $4)`,
    [reader, now, position ?? null, orgNo ?? null],
  );
  return rowCount ?? 0;
}

/** Makes holds due; returns how many. */
export async function makeHoldsDue(tx: Tx, reader: string, { position, orgNo, now }: Due): Promise<number> {
  const { rowCount } = await tx.query(
    `update integrity.reader_hold set retry_at = $2
     where reader = $1 and ($3::bigint is null or position = $3) and ($4::int is null or org_no = $4)`,
    [reader, now, position ?? null, orgNo ?? null],
  );
  return rowCount ?? 0;
}

/** Whose hold stands at a position. */
export async function findHeldAt(tx: Tx, reader: string, position: number): Promise<HeldOrganisation | undefined> {
  const { rows } = await tx.query<HeldOrganisation>(
    `select org_no as "orgNo", position, attempts, retry_at as "retryAt", error
     from integrity.reader_hold where reader = $1 and position = $2`,
    [reader, position],
  );
  return rows[0];
}
