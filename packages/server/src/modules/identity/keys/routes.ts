/** `/v1/keys`: keys of the programs of an organisation. */
import { type KeyBody, KeysSchema, MadeKeySchema, MakeKeySchema, Problem, RotateKeySchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type Ctx, KEY_RIGHTS } from '../../../platform/ctx.ts';
import { noteHere } from '../audit/note-here.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustBe } from '../may.ts';
import { manager, mayGive } from '../people/manage-people.ts';
import { hasCode } from '../places/store-sites.ts';
import { WithIdSchema } from '../with-id.ts';
import { keepKey } from './create-key.ts';
import { revokeKey, rotateKey } from './manage-keys.ts';
import { type ApiKey, findOwnKey, type KeyRole, type KeyScope, selectKeys } from './store-keys.ts';

const AS = { as: 'identity' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const OVERLAP_DAYS = 7;

interface KeyMade {
  readonly label: string;
  readonly role: KeyRole;
  readonly scopes?: readonly KeyScope[];
  readonly siteId?: string;
  readonly expiresAt?: string;
}

interface KeyRotated {
  readonly overlapDays?: number;
  readonly expiresAt?: string;
}

export async function keyRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get('/keys', { schema: { response: { 200: KeysSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'manage');
    return { keys: (await ctx.read(selectKeys, AS)).map(keyBody) };
  });
  app.post<{ Body: KeyMade }>(
    '/keys',
    { schema: { body: MakeKeySchema, response: { 200: MadeKeySchema } } },
    async (request) => make(await ctxOf(request), request.body),
  );
  app.post<{ Params: { id: string }; Body: KeyRotated }>(
    '/keys/:id/rotate',
    { schema: { params: WithIdSchema, body: RotateKeySchema, response: { 200: MadeKeySchema } } },
    async (request) => rotate(await ctxOf(request), request.params.id, request.body),
  );
  app.delete<{ Params: { id: string } }>(
    '/keys/:id',
    { schema: { params: WithIdSchema, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      manager(ctx);
      const { id } = request.params;
      await ctx.write(async (tx) => {
        if ((await revokeKey(tx, id)) === undefined) throw new Problem('resource.not-found', { what: id });
        await noteHere(tx, ctx, { kind: 'key.revoked', about: id });
      }, AS);
      return reply.code(204).send();
    },
  );
}

interface MadeKey {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: string | null;
}

async function make(ctx: Ctx, { label, role, scopes, siteId, expiresAt }: KeyMade): Promise<MadeKey> {
  const { personId, orgNo } = manager(ctx);
  const rights = KEY_RIGHTS[role];
  mayGive(ctx.actor, rights);
  if (scopes?.some((scope) => !rights.includes(scope)) === true) throw new Problem('key.scopes', { role });
  const end = readEnd(ctx, expiresAt);
  return ctx.write(async (tx) => {
    if (siteId !== undefined && !(await hasCode(tx, siteId))) throw new Problem('key.site');
    const key = {
      label: label.trim(),
      role,
      scopes: scopes ?? null,
      siteId: siteId ?? null,
      madeBy: personId,
      orgNo,
      expiresAt: end,
      replaces: null,
    };
    const { id, secret } = await keepKey(tx, key);
    await noteHere(tx, ctx, {
      kind: 'key.made',
      about: id,
      detail: { role, scopes: scopes ?? null, label: key.label, expiresAt: end?.toISOString() ?? null },
    });
    return { id, secret, expiresAt: end?.toISOString() ?? null };
  }, AS);
}

async function rotate(ctx: Ctx, id: string, { overlapDays = OVERLAP_DAYS, expiresAt }: KeyRotated): Promise<MadeKey> {
  manager(ctx);
  const end = readEnd(ctx, expiresAt) ?? undefined;
  return ctx.write(async (tx) => {
    const now = ctx.clock.now();
    const rotated = await rotateKey(tx, id, { overlapMs: overlapDays * DAY_MS, expiresAt: end, now });
    if (rotated === undefined) throw new Problem('resource.not-found', { what: id });
    mayGive(ctx.actor, KEY_RIGHTS[rotated.old.role]);
    const made = await findOwnKey(tx, rotated.id);
    await noteHere(tx, ctx, {
      kind: 'key.rotated',
      about: id,
      detail: { by: rotated.id, until: rotated.old.expiresAt?.toISOString() ?? null },
    });
    return { id: rotated.id, secret: rotated.secret, expiresAt: made?.expiresAt?.toISOString() ?? null };
  }, AS);
}

/** @throws Problem `key.expiry` for a time that has passed */
function readEnd({ clock }: Ctx, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const end = new Date(text);
  if (Number.isNaN(end.getTime()) || end <= clock.now()) throw new Problem('key.expiry');
  return end;
}

function keyBody(key: ApiKey): KeyBody {
  const { id, label, role, scopes, siteId, secretEnd, createdAt, madeBy, expiresAt, revokedAt, usedAt, replaces } = key;
  return {
    id,
    label,
    role,
    scopes: scopes === null ? null : [...scopes],
    siteId,
    secretEnd,
    createdAt: createdAt.toISOString(),
    madeBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    usedAt: usedAt?.toISOString() ?? null,
    replaces,
  };
}
