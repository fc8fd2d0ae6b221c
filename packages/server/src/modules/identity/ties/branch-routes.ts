/** `/v1/branches`: shops, plants and stations of an organisation, each an organisation that it answers for. */
import {
  type BranchBody,
  type BranchesBody,
  BranchesSchema,
  BranchSchema,
  InviteSchema,
  type MadeLinkBody,
  MadeLinkSchema,
  NewBranchSchema,
  Problem,
} from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import type { Ctx } from '../../../platform/ctx.ts';
import { noteHere } from '../audit/note-here.ts';
import { noteTo } from '../audit/note-to.ts';
import { turnTo } from '../audit/store-occurrences.ts';
import type { IdentityDeps } from '../deps.ts';
import { linkAddress, type MadeLink, makeLink } from '../links/make-link.ts';
import { actingFor, mustBe } from '../may.ts';
import { ownCode } from '../organisations/own-code.ts';
import { selectOwn } from '../organisations/store-own.ts';
import { manager, roleToGive } from '../people/manage-people.ts';
import { readRegion } from '../places/read-places.ts';
import { WithIdSchema } from '../with-id.ts';
import { likePattern, PageSchema, type PageWanted, pageOf } from './pages.ts';
import { addBranch, type BranchRow, findBranch, selectBranches } from './store-ties.ts';

const AS = { as: 'identity' } as const;

interface BranchGiven {
  readonly name: string;
  readonly code?: string;
  readonly kind?: string;
  readonly region?: string;
}

export async function branchRoutes(app: FastifyInstance, deps: IdentityDeps): Promise<void> {
  const { ctx: ctxOf, sharedOrigin } = deps;
  app.get<{ Querystring: PageWanted }>(
    '/branches',
    {
      config: { query: { once: ['q', 'perPage', 'cursor'] } },
      schema: { querystring: PageSchema, response: { 200: BranchesSchema } },
    },
    async (request) => branches(await ctxOf(request), request.query),
  );
  app.post<{ Body: BranchGiven }>(
    '/branches',
    { schema: { body: NewBranchSchema, response: { 200: BranchSchema } } },
    async (request) => makeBranch(await ctxOf(request), request.body),
  );
  app.post<{ Params: { id: string }; Body: { name: string; role: string } }>(
    '/branches/:id/invitations',
    { schema: { params: WithIdSchema, body: InviteSchema, response: { 200: MadeLinkSchema } } },
    async (request): Promise<MadeLinkBody> => {
      const { id, token, expiresAt } = await inviteInto(await ctxOf(request), request.params.id, request.body);
      return { id, url: linkAddress(sharedOrigin(request), token), expiresAt: expiresAt.toISOString() };
    },
  );
}

async function branches(ctx: Ctx, wanted: PageWanted): Promise<BranchesBody> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const { count, lookedFor, after } = pageOf(wanted);
  const rows = await ctx.read(
    (tx) => selectBranches(tx, { lookedFor: likePattern(lookedFor), after, count: count + 1 }),
    AS,
  );
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    branches: told.map(branchBody),
    ...(rows.length > count && last !== undefined ? { next: last.key } : {}),
  };
}

function branchBody({ key: _key, recordedAt, ...branch }: BranchRow): BranchBody {
  return { ...branch, recordedAt: recordedAt?.toISOString() ?? null };
}

/** @throws Problem `organisation.code-taken` */
export async function makeBranch(ctx: Ctx, { name, code, kind, region }: BranchGiven): Promise<BranchBody> {
  manager(ctx);
  const given = {
    name: name.trim(),
    code: code === undefined ? null : ownCode(code),
    region: readRegion(region ?? null),
  };
  if (given.name === '') throw new Problem('request.invalid', { reason: 'name' });
  return ctx
    .write(async (tx) => {
      const own = await selectOwn(tx);
      const branch = await addBranch(tx, { ...given, kind: kind ?? own?.kind ?? 'enterprise' });
      await noteHere(tx, ctx, { kind: 'branch.made', about: branch.id, detail: { name: given.name } });
      const row = await findBranch(tx, branch.id);
      if (row === undefined) throw new Error(`the branch ${branch.id} was not kept`);
      return branchBody(row);
    }, AS)
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23505') {
        throw new Problem('organisation.code-taken', { code: given.code ?? '' });
      }
      throw error;
    });
}

/** An invitation into a branch, by whoever manages the organisation above it. @throws Problem */
export async function inviteInto(
  ctx: Ctx,
  branchId: string,
  { name, role }: { readonly name: string; readonly role: string },
): Promise<MadeLink> {
  const { personId } = manager(ctx);
  return ctx.write(async (tx) => {
    const branch = await findBranch(tx, branchId);
    if (branch === undefined) throw new Problem('resource.not-found', { what: branchId });
    const no = Number(branch.key);
    await turnTo(tx, no);
    await roleToGive(tx, ctx.actor, role);
    const link = await makeLink(tx, { purpose: 'invitation', orgNo: no, role, name: name.trim(), madeBy: personId });
    const detail = { purpose: 'invitation', role, name: name.trim() };
    await noteTo(tx, ctx, { org: { no, id: branchId }, kind: 'link.made', about: link.id, detail });
    return link;
  }, AS);
}
