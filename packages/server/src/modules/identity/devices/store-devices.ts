/** SQL of the devices of a person. */
import type { DeviceKey } from '@suyuan/api/devices';
import type { Queryable, Tx } from '../../../platform/db/index.ts';

export interface Device {
  readonly id: string;
  readonly agent: string | null;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

export interface NewDevice {
  readonly id: string;
  readonly personId: string;
  readonly key: DeviceKey;
  readonly agent: string | null;
  readonly at: Date;
}

export async function selectDevices(db: Queryable, personId: string): Promise<Device[]> {
  const { rows } = await db.query<Device>(
    `select id, agent, made_at as "madeAt", used_at as "usedAt" from identity.device
     where person_id = $1 and ended_at is null order by coalesce(used_at, made_at) desc, id`,
    [personId],
  );
  return rows;
}

/** Whether the person has it by now: it may be another's, or have been removed. */
export async function insertDevice(tx: Tx, { id, personId, key, agent, at }: NewDevice): Promise<boolean> {
  await tx.query(
    `insert into identity.device (id, person_id, x, y, agent, made_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [id, personId, key.x, key.y, agent, at],
  );
  return (await findDevice(tx, personId, id)) !== undefined;
}

/** Its key, while it counts. */
export async function findDevice(db: Queryable, personId: string, id: string): Promise<DeviceKey | undefined> {
  const { rows } = await db.query<{ x: string; y: string }>(
    'select x, y from identity.device where id = $1 and person_id = $2 and ended_at is null',
    [id, personId],
  );
  const [row] = rows;
  return row === undefined ? undefined : { kty: 'EC', crv: 'P-256', ...row };
}

/** Those that were not used for the longest, beyond so many. */
export async function endOldDevices(
  tx: Tx,
  { personId, keep, at }: { readonly personId: string; readonly keep: number; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update identity.device set ended_at = $3 where id in (
       select id from identity.device where person_id = $1 and ended_at is null
       order by coalesce(used_at, made_at) desc, id offset $2)`,
    [personId, keep, at],
  );
}

export async function noteUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.query('update identity.device set used_at = $2 where id = $1', [id, at]);
}

/** False where the person has none of this id. */
export async function endDevice(
  tx: Tx,
  { personId, id, at }: { readonly personId: string; readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update identity.device set ended_at = $3 where person_id = $1 and id = $2 and ended_at is null',
    [personId, id, at],
  );
  return rowCount === 1;
}
