/** `/v1/roles`: what people may do in an organisation, as it says itself. */
import { Problem, RoleNameSchema, RoleSchema, RolesSchema, SetRoleSchema } from '@suyuan/api';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Right } from '../../../platform/ctx.ts';
import { noteHere } from '../audit/note-here.ts';
import type { IdentityDeps } from '../deps.ts';
import { mustBe } from '../may.ts';
import { manager, mayGive } from './manage-people.ts';
import { deleteRole, findRole, selectRoles, upsertRole } from './store-members.ts';

const AS = { as: 'identity' } as const;
const WithName = Type.Object({ name: RoleNameSchema });

/** What everybody begins with; an organisation gives others, and leaves these be. */
const GIVEN: ReadonlySet<string> = new Set([
  'owner',
  'administrator',
  'recorder',
  'drafter',
  'releaser',
  'auditor',
  'viewer',
]);

export async function roleRoutes(app: FastifyInstance, { ctx: ctxOf }: IdentityDeps): Promise<void> {
  app.get('/roles', { schema: { response: { 200: RolesSchema } } }, async (request) => {
    const ctx = await ctxOf(request);
    mustBe(ctx.actor, 'manage');
    return { roles: await ctx.read(selectRoles, AS) };
  });
  app.put<{ Params: { name: string }; Body: { title: string; rights: Right[] } }>(
    '/roles/:name',
    { schema: { params: WithName, body: SetRoleSchema, response: { 200: RoleSchema } } },
    async (request) => {
      const ctx = await ctxOf(request);
      const { orgNo } = manager(ctx);
      const { name } = request.params;
      const { title, rights } = request.body;
      if (GIVEN.has(name)) throw new Problem('role.given', { role: name });
      mayGive(ctx.actor, rights);
      return ctx.write(async (tx) => {
        const before = await findRole(tx, name);
        // Whoever takes rights away from others has them.
        mayGive(ctx.actor, before?.rights ?? []);
        await upsertRole(tx, { orgNo, name, title, rights: [...new Set(rights)] });
        await noteHere(tx, ctx, { kind: 'role.set', about: name, detail: { rights, before: before?.rights ?? null } });
        const role = await findRole(tx, name);
        if (role === undefined) throw new Problem('role.unknown', { role: name });
        return role;
      }, AS);
    },
  );
  app.delete<{ Params: { name: string } }>(
    '/roles/:name',
    { schema: { params: WithName, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const ctx = await ctxOf(request);
      manager(ctx);
      const { name } = request.params;
      if (GIVEN.has(name)) throw new Problem('role.given', { role: name });
      await ctx.write(async (tx) => {
        const role = await findRole(tx, name);
        if (role === undefined) throw new Problem('resource.not-found', { what: name });
        if (!(await deleteRole(tx, name))) throw new Problem('role.in-use', { role: name });
        await noteHere(tx, ctx, { kind: 'role.removed', about: name });
      }, AS);
      return reply.code(204).send();
    },
  );
}
