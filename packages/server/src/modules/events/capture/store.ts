/** SQL of capture. One batch is some seven statements, whatever its size. */
import { writeFacts } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { ACTION_NUMBERS, BINDING_NUMBERS, type Kept, TYPE_NUMBERS } from '../roles.ts';
import { shortTerm } from '../terms.ts';
import { DERIVATION, type Derived } from './derive.ts';

/**
 * An array literal of values without quotes, commas, braces or backslashes: ids, numbers, times, hexadecimal. The
 * driver's own way looks at each character, a tenth of the cost of capture.
 */
function plainArray(values: readonly (string | number | boolean)[]): string {
  return `{${values.join(',')}}`;
}

const hexArray = (values: readonly Uint8Array[]): string =>
  plainArray(values.map((value) => `"\\\\x${Buffer.from(value).toString('hex')}"`));

export async function insertContext(tx: Tx, id: string, body: string): Promise<void> {
  await tx.query('insert into events.context (id, body) values ($1, $2) on conflict do nothing', [id, body]);
}

/** On whose behalf, when and how the events of a document came. */
export interface Reception {
  readonly org: { readonly no: number; readonly id: string };
  readonly keyId: string | null;
  readonly personId: string | null;
  /** By whose member or key, where that is another organisation. */
  readonly via: { readonly no: number; readonly id: string } | null;
  readonly jobId: string | null;
  readonly receivedAt: Date;
  readonly binding: Kept;
  readonly contextId: string;
}

/** Keeps blocks of texts; returns their numbers in the same order, which is the one in which they were drawn. */
export async function insertReceived(
  tx: Tx,
  packed: readonly Buffer[],
  { by, leafVersion }: { readonly by: Reception; readonly leafVersion: number },
): Promise<number[]> {
  // Who records reads nothing, also not what it has just written.
  const { rows } = await tx.query<{ block: number }>(
    `select nextval('events.received_block_seq') as block from generate_series(1, $1::int)`,
    [packed.length],
  );
  const numbers = rows.map(({ block }) => block);
  await tx.query(
    `insert into events.received (block, org_no, key_id, person_id, via_no, job_id, received_at, binding, context_id, leaf_version, packed)
     overriding system value
     select block, $1, $2, $3, $4, $5, $6, $7, $8, $9, packed from unnest($10::bytea[], $11::bigint[]) as p (packed, block)`,
    [
      by.org.no,
      by.keyId,
      by.personId,
      by.via?.no ?? null,
      by.jobId,
      by.receivedAt,
      BINDING_NUMBERS[by.binding],
      by.contextId,
      leafVersion,
      hexArray(packed),
      plainArray(numbers),
    ],
  );
  return numbers;
}

/** An event of a recorder, and where its bytes are. */
export interface NewRecord {
  readonly derived: Derived;
  /** 0 for the one that claims its identity. */
  readonly variant: bigint;
  readonly block: number;
  readonly place: number;
}

/** Keeps records; false where another of the same recorder has come before one of them, which is then not kept. */
export async function insertRecords(tx: Tx, records: readonly NewRecord[], orgNo: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into events.record (identity_key, org_no, variant, event_id, block, place)
     select identity_key, $1, variant, event_id, block, place
     from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::bigint[], $6::smallint[])
       as r (identity_key, variant, event_id, block, place)
     order by identity_key, variant -- one order for all, so that two documents never deadlock here
     on conflict do nothing`,
    [
      orgNo,
      plainArray(records.map(({ derived }) => derived.identityKey)),
      plainArray(records.map(({ variant }) => String(variant))),
      plainArray(records.map(({ derived }) => derived.rowId)),
      plainArray(records.map(({ block }) => block)),
      plainArray(records.map(({ place }) => place)),
    ],
  );
  return rowCount === records.length;
}

/** Takes back what this transaction has just kept: records, as far as they were, and their blocks. */
export async function takeBack(tx: Tx, records: readonly NewRecord[]): Promise<void> {
  await tx.query('select events.take_back($1::uuid[], $2::bigint[])', [
    plainArray(records.map(({ derived }) => derived.identityKey)),
    plainArray([...new Set(records.map(({ block }) => block))]),
  ]);
}

/** What a recorder has recorded under an identity. */
export interface Held {
  readonly identityKey: string;
  readonly eventId: string;
  readonly block: number;
  /** Whether it is the one that claims the identity. */
  readonly isClaim: boolean;
  readonly content: Buffer;
}

/** What the recorder of this transaction has recorded under these identities, the claimer of each first. */
export async function selectHeld(tx: Tx, identityKeys: readonly string[]): Promise<Held[]> {
  const { rows } = await tx.query<Held>(
    `select identity_key as "identityKey", event_id as "eventId", block, is_claim as "isClaim", content
     from events.held($1::uuid[])`,
    [plainArray(identityKeys)],
  );
  return rows;
}

/** What an organisation has recorded under these identities; for the program itself, which sees what all have. */
export async function selectClaims(
  tx: Tx,
  orgNo: number,
  identityKeys: readonly string[],
): Promise<Omit<Held, 'content'>[]> {
  const { rows } = await tx.query<Omit<Held, 'content'>>(
    `select identity_key as "identityKey", event_id as "eventId", block, variant = 0 as "isClaim" from events.record
     where identity_key = any($1::uuid[]) and org_no = $2`,
    [plainArray(identityKeys), orgNo],
  );
  return rows;
}

/** Records that claimed their identity, and do not since an earlier block does. */
export async function demoteClaims(
  tx: Tx,
  orgNo: number,
  records: readonly (Pick<Held, 'identityKey'> & { readonly variant: bigint })[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `update events.record r set variant = d.variant from unnest($2::uuid[], $3::bigint[]) as d (identity_key, variant)
     where r.identity_key = d.identity_key and r.org_no = $1 and r.variant = 0`,
    [
      orgNo,
      plainArray(records.map(({ identityKey }) => identityKey)),
      plainArray(records.map(({ variant }) => String(variant))),
    ],
  );
}

/** Keeps events that are new, and their touches. */
export async function insertEvents(tx: Tx, events: readonly Derived[]): Promise<void> {
  const { rowCount } = await tx.query(
    `insert into events.event (id, identity_key, event_time, type, action, declares, derivation, biz_step, disposition,
                               hash, content, facts)
     select id, identity_key, event_time, type, action, declares, ${DERIVATION}, biz_step, disposition, hash, content, facts
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::smallint[], $5::smallint[], $6::boolean[], $7::text[],
                 $8::text[], $9::bytea[], $10::bytea[], $11::bytea[])
       as e (id, identity_key, event_time, type, action, declares, biz_step, disposition, hash, content, facts)
     order by id
     on conflict do nothing`,
    [
      plainArray(events.map((e) => e.rowId)),
      plainArray(events.map((e) => e.identityKey)),
      plainArray(events.map((e) => new Date(e.facts.eventTimeMs).toISOString())),
      plainArray(events.map((e) => TYPE_NUMBERS[e.facts.type])),
      plainArray(events.map((e) => ACTION_NUMBERS[e.facts.action ?? 'none'])),
      plainArray(events.map((e) => e.declares)),
      events.map((e) => shortTerm(e.facts.bizStep)),
      events.map((e) => shortTerm(e.facts.disposition)),
      hexArray(events.map((e) => e.hash)),
      hexArray(events.map((e) => e.content)),
      hexArray(events.map((e) => writeFacts(e.facts))),
    ],
  );
  await insertTouches(tx, events, { areNew: rowCount === events.length });
}

/** Nearly always all events are new, and so are their touches; looking for each costs a tenth of capture. */
async function insertTouches(
  tx: Tx,
  events: readonly Derived[],
  { areNew }: { readonly areNew: boolean },
): Promise<void> {
  const units: string[] = [];
  const eventIds: string[] = [];
  const roles: number[] = [];
  for (const event of events) {
    for (const touch of event.touches) {
      units.push(touch.unit);
      eventIds.push(event.rowId);
      roles.push(touch.role);
    }
  }
  if (units.length === 0) return;
  await tx.query(
    `insert into events.touch (unit, event_id, role) select * from unnest($1::uuid[], $2::uuid[], $3::smallint[])
     ${areNew ? '' : 'on conflict do nothing'}`,
    [plainArray(units), plainArray(eventIds), plainArray(roles)],
  );
}

/** Which events the blocks of an organisation hold, by place. */
export async function insertBlocks(
  tx: Tx,
  blocks: ReadonlyMap<number, readonly string[]>,
  orgNo: number,
): Promise<void> {
  await tx.query(
    `insert into events.block (block, org_no, event_ids)
     select block, $3, ids::uuid[] from unnest($1::bigint[], $2::text[]) as b (block, ids)`,
    [plainArray([...blocks.keys()]), [...blocks.values()].map(plainArray), orgNo],
  );
}
