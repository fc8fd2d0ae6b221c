/** SQL of what records brought into accounts of quantities and took out of them. */
import type { Tx } from '../../platform/db/index.ts';
import type { JudgedRecord } from './store-judged.ts';

/** In place of whatever these events moved. */
export async function replaceMovements(
  tx: Tx,
  eventIds: readonly string[],
  judged: readonly JudgedRecord[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.query('delete from compliance.movement where event_id = any($1::uuid[])', [eventIds]);
  const all = judged.flatMap(({ movements, orgNo, eventId, pack, eventTimeMs }) =>
    movements.map((moved, place) => ({ ...moved, orgNo, eventId, pack, eventTimeMs, place })),
  );
  if (all.length === 0) return;
  await tx.query(
    `insert into compliance.movement (org_no, event_id, pack, place, balance, effect, account, product, uom, amount, day)
     select org_no, event_id, pack, place, balance, effect, account, product, uom, amount, (at at time zone 'Asia/Shanghai')::date
     from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::numeric[], $11::timestamptz[])
       as m (org_no, event_id, pack, place, balance, effect, account, product, uom, amount, at)`,
    [
      all.map(({ orgNo }) => orgNo),
      all.map(({ eventId }) => eventId),
      all.map(({ pack }) => pack),
      all.map(({ place }) => place),
      all.map(({ balance }) => balance),
      all.map(({ effect }) => effect),
      all.map(({ account }) => account),
      all.map(({ product }) => product),
      all.map(({ uom }) => uom),
      all.map(({ amount }) => amount ?? null),
      all.map(({ eventTimeMs }) => new Date(eventTimeMs)),
    ],
  );
}
