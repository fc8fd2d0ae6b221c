/** SQL of capture. One batch is four statements, whatever its size. */
import type { Tx } from '../../../platform/db/index.ts';
import { ACTION_NUMBERS, TYPE_NUMBERS } from '../roles.ts';
import type { PreparedEvent } from './prepare-event.ts';

/** RFC 8259 §7: no JSON text has this character as it is, so bodies joined by it need no escaping. */
const BODY_SEPARATOR = '\u001f';

/**
 * An array literal of values without quotes, commas, braces or backslashes: ids, numbers, times, hexadecimal. The
 * driver's own way looks at each character, a tenth of the cost of capture.
 */
function plainArray(values: readonly (string | number | boolean)[]): string {
  return `{${values.join(',')}}`;
}

export async function insertContext(tx: Tx, id: string, body: string): Promise<void> {
  await tx.query('insert into events.context (id, body) values ($1, $2) on conflict do nothing', [id, body]);
}

/** What an identity stands for; without content where it was claimed before contents were kept. */
export interface Claim {
  readonly hash: Buffer;
  readonly content: Buffer | null;
}

/** Claims the identities by their keys; returns what each of them stands for now. */
export async function claimIdentities(tx: Tx, claims: ReadonlyMap<string, Claim>): Promise<Map<string, Claim>> {
  const keys = [...claims.keys()].sort(); // one order for all, so that two documents never deadlock here
  const hex = (of: 'hash' | 'content'): string =>
    plainArray(keys.map((key) => claims.get(key)?.[of]?.toString('hex') ?? ''));
  const inserted = await tx.query<{ key: string }>(
    `insert into events.identity (key, hash, content)
     select key, decode(hash, 'hex'), decode(content, 'hex')
     from unnest($1::uuid[], $2::text[], $3::text[]) as c (key, hash, content)
     on conflict do nothing returning key`,
    [plainArray(keys), hex('hash'), hex('content')],
  );
  const held = new Map<string, Claim>(claims);
  if (inserted.rowCount === keys.length) return held;
  const own = new Set(inserted.rows.map((row) => row.key));
  const { rows } = await tx.query<Claim & { key: string }>(
    'select key, hash, content from events.identity where key = any($1::uuid[])',
    [keys.filter((key) => !own.has(key))],
  );
  for (const row of rows) held.set(row.key, row);
  return held;
}

/** Stores rows that are new; returns the ids of those that were, the others being stored already. */
export async function insertEvents(
  tx: Tx,
  events: readonly PreparedEvent[],
  shared: { readonly recordTime: Date; readonly contextId: string; readonly jobId: string | null },
): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into events.event (id, event_time, record_time, type, action, biz_step, disposition, identity, hash,
                               content, declares, context_id, job_id, body)
     select id, event_time, $1, type, action, biz_step, disposition, identity, decode(hash, 'hex'),
            decode(content, 'hex'), declares, $2, $3, body
     from unnest($4::uuid[], $5::timestamptz[], $6::smallint[], $7::smallint[], $8::text[], $9::text[], $10::text[],
                 $11::text[], $12::text[], $13::boolean[], string_to_array($14::text, '${BODY_SEPARATOR}'))
       as e (id, event_time, type, action, biz_step, disposition, identity, hash, content, declares, body)
     order by id
     on conflict (id) do nothing
     returning id`,
    [
      shared.recordTime,
      shared.contextId,
      shared.jobId,
      plainArray(events.map((e) => e.rowId)),
      plainArray(events.map((e) => new Date(e.facts.eventTimeMs).toISOString())),
      plainArray(events.map((e) => TYPE_NUMBERS[e.facts.type])),
      plainArray(events.map((e) => ACTION_NUMBERS[e.facts.action ?? 'none'])),
      events.map((e) => e.facts.bizStep ?? null),
      events.map((e) => e.facts.disposition ?? null),
      events.map((e) => e.identity),
      plainArray(events.map((e) => e.hash.toString('hex'))),
      plainArray(events.map((e) => e.content.toString('hex'))),
      plainArray(events.map((e) => e.declares)),
      events.map((e) => e.text).join(BODY_SEPARATOR),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

export async function insertTouches(tx: Tx, events: readonly PreparedEvent[]): Promise<void> {
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
    `insert into events.touch (unit, event_id, role)
     select * from unnest($1::uuid[], $2::uuid[], $3::smallint[]) on conflict do nothing`,
    [plainArray(units), plainArray(eventIds), plainArray(roles)],
  );
}
