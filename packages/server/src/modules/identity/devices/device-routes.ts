/** `/v1/me/devices`: on which devices a person signs what it records without a line. */
import { Problem } from '@suyuan/api';
import { type DeviceKey, type Devices, DevicesSchema, deviceIdOf, KnowDeviceSchema } from '@suyuan/api/devices';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Ctx } from '../../../platform/ctx.ts';
import { notePerson } from '../audit/note-person.ts';
import type { IdentityDeps } from '../deps.ts';
import { personOf } from '../may.ts';
import { endDevice, endOldDevices, findDevice, insertDevice, selectDevices } from './store-devices.ts';

const AS = { as: 'identity' } as const;
const AGENT_MAX = 500;
/** Of one person; a browser whose data were cleared is another device. */
const DEVICES_MAX = 20;

const WithId = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) });
type WithId = Type.Static<typeof WithId>;
const NOTHING = { 204: Type.Null() };

export async function deviceRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get('/me/devices', { schema: { response: { 200: DevicesSchema } } }, async (request) =>
    ownDevices(await ctxOf(request)),
  );
  /** As often as it is sent. */
  app.put<{ Params: WithId; Body: { key: DeviceKey } }>(
    '/me/devices/:id',
    { schema: { params: WithId, body: KnowDeviceSchema, response: NOTHING } },
    async (request, reply) => {
      const agent = request.headers['user-agent']?.slice(0, AGENT_MAX) ?? null;
      await knowDevice(await ctxOf(request), { id: request.params.id, key: request.body.key, agent });
      return reply.code(204).send();
    },
  );
  app.delete<{ Params: WithId }>(
    '/me/devices/:id',
    { schema: { params: WithId, response: NOTHING } },
    async (request, reply) => {
      await removeDevice(await ctxOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}

async function ownDevices(ctx: Ctx): Promise<Devices> {
  const { personId } = personOf(ctx.actor);
  const rows = await ctx.read((tx) => selectDevices(tx, personId), AS);
  return {
    devices: rows.map(({ id, agent, madeAt, usedAt }) => ({
      ...{ id, agent, madeAt: madeAt.toISOString() },
      ...(usedAt === null ? {} : { usedAt: usedAt.toISOString() }),
    })),
  };
}

interface Known {
  readonly id: string;
  readonly key: DeviceKey;
  readonly agent: string | null;
}

/** @throws Problem `request.invalid` where the id is not the key's, `command.device` where it was removed, or is another's */
async function knowDevice(ctx: Ctx, { id, key, agent }: Known): Promise<void> {
  const { personId } = personOf(ctx.actor);
  if ((await deviceIdOf(key)) !== id) throw new Problem('request.invalid', { reason: 'id' });
  await ctx.write(async (tx) => {
    if ((await findDevice(tx, personId, id)) !== undefined) return;
    const at = ctx.clock.now();
    if (!(await insertDevice(tx, { id, personId, key, agent, at }))) throw new Problem('command.device');
    await endOldDevices(tx, { personId, keep: DEVICES_MAX, at });
    await notePerson(tx, ctx, { kind: 'device.known', detail: { device: id } });
  }, AS);
}

async function removeDevice(ctx: Ctx, id: string): Promise<void> {
  const { personId } = personOf(ctx.actor);
  await ctx.write(async (tx) => {
    if (!(await endDevice(tx, { personId, id, at: ctx.clock.now() })))
      throw new Problem('resource.not-found', { what: id });
    await notePerson(tx, ctx, { kind: 'device.removed', detail: { device: id } });
  }, AS);
}
