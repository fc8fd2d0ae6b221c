/** SQL of countersignatures and of what was noted of them, for `verify`. */
import type { Queryable } from '../../../platform/db/index.ts';

/** A countersignature as what happened tells of it. */
export interface NotedCountersignature {
  readonly block: number;
  readonly orgNo: number;
  readonly id: string;
  readonly eventID: string;
  readonly personId: string;
  /** Of the statement, hexadecimal. */
  readonly sha256: string;
}

/** Those after a block; undefined at the end. */
export async function selectNotedCountersignatures(
  db: Queryable,
  after: number | null,
  count: number,
): Promise<{ readonly noted: NotedCountersignature[]; readonly last: number } | undefined> {
  const { rows } = await db.query<{ block: number; orgNo: number; body: string }>(
    `select block, org_no as "orgNo", body from identity.occurrence
     where kind = 'event.countersigned' and ($1::bigint is null or block > $1) order by block limit $2`,
    [after, count],
  );
  const last = rows.at(-1)?.block;
  if (last === undefined) return undefined;
  return {
    noted: rows.flatMap(({ block, orgNo, body }) => readNoted(body).map((read) => ({ ...read, block, orgNo }))),
    last,
  };
}

function readNoted(body: string): Omit<NotedCountersignature, 'block' | 'orgNo'>[] {
  try {
    const { about: id, detail } = JSON.parse(body);
    const { eventID, by: personId, sha256 } = Object(detail);
    const read = { id, eventID, personId, sha256 };
    return Object.values(read).every((value) => typeof value === 'string') && UUID.test(id) ? [read] : [];
  } catch {
    return [];
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface CountersignatureRow {
  readonly orgNo: number;
  readonly eventId: string;
  readonly statement: string;
  readonly keyId: string;
  readonly signature: Buffer;
  readonly personId: string;
  readonly signedAt: Date;
  readonly isWholeMs: boolean;
}

export async function selectCountersignatures(
  db: Queryable,
  ids: readonly string[],
): Promise<Map<string, CountersignatureRow>> {
  const { rows } = await db.query<CountersignatureRow & { readonly id: string }>(
    `select id, org_no as "orgNo", event_id as "eventId", statement, key_id as "keyId", signature, person_id as "personId",
            signed_at as "signedAt", date_trunc('milliseconds', signed_at) = signed_at as "isWholeMs"
     from events.countersignature where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function countCountersignatures(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*)::int as count from events.countersignature');
  return rows[0]?.count ?? 0;
}

export async function selectCountersignatureIds(
  db: Queryable,
  after: string | null,
  count: number,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select id from events.countersignature where $1::uuid is null or id > $1 order by id limit $2',
    [after, count],
  );
  return rows.map(({ id }) => id);
}
