/** SQL of confirmations of records of the organisation of the transaction. */
import type { Queryable } from '../../../platform/db/index.ts';

export interface Countersignature {
  readonly id: string;
  readonly statement: string;
  readonly keyId: string;
  readonly signature: Buffer;
  readonly signedAt: Date;
}

export interface NewCountersignature extends Omit<Countersignature, 'id'> {
  readonly orgNo: number;
  readonly eventId: string;
  readonly personId: string;
}

export async function insertCountersignature(db: Queryable, given: NewCountersignature): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into events.countersignature (org_no, event_id, statement, key_id, signature, person_id, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [given.orgNo, given.eventId, given.statement, given.keyId, given.signature, given.personId, given.signedAt],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the countersignature was not kept');
  return row.id;
}

/** Who recorded a block, as it was received. */
export interface RecordedBy {
  readonly receivedAt: Date;
  readonly personId: string | null;
  readonly keyId: string | null;
  readonly viaNo: number | null;
}

export async function selectRecordedBy(db: Queryable, block: number): Promise<RecordedBy | undefined> {
  const { rows } = await db.query<RecordedBy>(
    `select received_at as "receivedAt", person_id as "personId", key_id as "keyId", via_no as "viaNo"
     from events.received where block = $1`,
    [block],
  );
  return rows[0];
}

const LISTED_MAX = 200;

export async function selectCountersignatures(db: Queryable, eventId: string): Promise<Countersignature[]> {
  const { rows } = await db.query<Countersignature>(
    `select id, statement, key_id as "keyId", signature, signed_at as "signedAt" from events.countersignature
     where event_id = $1 order by signed_at, id limit ${LISTED_MAX}`,
    [eventId],
  );
  return rows;
}
