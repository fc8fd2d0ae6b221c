/** Who is in an organisation, as what: by whoever may manage it. */
import { Problem } from '@suyuan/api';
import type { Actor, Ctx, Right } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteHere } from '../audit/note-here.ts';
import { type MadeLink, makeLink } from '../links/make-link.ts';
import { actingFor, mustBe, mustHaveProven, personOf } from '../may.ts';
import { endSessions } from '../sessions/store-sessions.ts';
import {
  countOwners,
  endMembership,
  findMember,
  findRole,
  isOnlyHere,
  type Member,
  type RoleRow,
  setRole,
} from './store-members.ts';

const AS = { as: 'identity' } as const;

/** A person who may manage the organisation, and has lately proven who it is. */
export function manager(ctx: Ctx): { readonly personId: string; readonly orgNo: number } {
  mustBe(ctx.actor, 'manage');
  mustHaveProven(ctx.actor, ctx.clock.now());
  return { personId: personOf(ctx.actor).personId, orgNo: actingFor(ctx.actor).no };
}

/** The role that is to be given. Nobody gives more than it has itself. @throws Problem `role.unknown`, `role.beyond` */
export async function roleToGive(tx: Tx, actor: Actor, name: string): Promise<RoleRow> {
  const role = await findRole(tx, name);
  if (role === undefined) throw new Problem('role.unknown', { role: name });
  mayGive(actor, role.rights);
  return role;
}

export function mayGive({ rights }: Actor, given: readonly Right[]): void {
  if (given.some((right) => !rights.has(right))) throw new Problem('role.beyond');
}

/** An invitation into the organisation; its link is shown once. @throws Problem */
export async function invite(
  ctx: Ctx,
  { name, role }: { readonly name: string; readonly role: string },
): Promise<MadeLink> {
  const { personId, orgNo } = manager(ctx);
  return ctx.write(async (tx) => {
    await roleToGive(tx, ctx.actor, role);
    const link = await makeLink(tx, { purpose: 'invitation', orgNo, role, name: name.trim(), madeBy: personId });
    await noteHere(tx, ctx, {
      kind: 'link.made',
      about: link.id,
      detail: { purpose: 'invitation', role, name: name.trim() },
    });
    return link;
  }, AS);
}

/** @throws Problem `resource.not-found` */
async function memberOf(tx: Tx, personId: string): Promise<Member> {
  const member = await findMember(tx, personId);
  if (member === undefined) throw new Problem('resource.not-found', { what: personId });
  return member;
}

/** Refuses what would leave the organisation without an owner, and what an owner alone may do to one. */
async function guardOwners(tx: Tx, actor: Actor, member: Member): Promise<void> {
  const role = await findRole(tx, member.role);
  if (role?.rights.includes('own') !== true) return;
  if (!actor.rights.has('own')) throw new Problem('role.beyond');
  if ((await countOwners(tx)) === 1) throw new Problem('organisation.last-owner');
}

/** @throws Problem */
export async function changeRole(ctx: Ctx, personId: string, role: string): Promise<Member> {
  manager(ctx);
  return ctx.write(async (tx) => {
    const member = await memberOf(tx, personId);
    const given = await roleToGive(tx, ctx.actor, role);
    if (!given.rights.includes('own')) await guardOwners(tx, ctx.actor, member);
    await setRole(tx, personId, role);
    await noteHere(tx, ctx, { kind: 'member.changed', about: personId, detail: { before: member.role, role } });
    return memberOf(tx, personId);
  }, AS);
}

/** Ends a membership: somebody else's, or one's own, which needs no right. What was recorded stays. @throws Problem */
export async function endMember(ctx: Ctx, personId: string): Promise<void> {
  if (personId === personOf(ctx.actor).personId && ctx.actor.via === undefined)
    mustHaveProven(ctx.actor, ctx.clock.now());
  else manager(ctx);
  actingFor(ctx.actor);
  await ctx.write(async (tx) => {
    const member = await memberOf(tx, personId);
    await guardOwners(tx, ctx.actor, member);
    await endMembership(tx, personId);
    await noteHere(tx, ctx, { kind: 'member.ended', about: personId, detail: { role: member.role } });
  }, AS);
}

/** A link for who has lost its password or second factor. Whoever is elsewhere too is not one organisation's to reset. @throws Problem */
export async function resetMember(ctx: Ctx, personId: string, what: 'password' | 'second-factor'): Promise<MadeLink> {
  const { personId: madeBy, orgNo } = manager(ctx);
  return ctx.write(async (tx) => {
    const member = await memberOf(tx, personId);
    mayGive(ctx.actor, (await findRole(tx, member.role))?.rights ?? []);
    if (!(await isOnlyHere(tx, personId, orgNo))) throw new Problem('person.elsewhere');
    const link = await makeLink(tx, { purpose: what, personId, madeBy });
    await noteHere(tx, ctx, { kind: 'link.made', about: personId, detail: { purpose: what } });
    return link;
  }, AS);
}

/** Ends every session of a member, such as after a telephone was lost. @throws Problem */
export async function endSessionsOf(ctx: Ctx, personId: string): Promise<void> {
  manager(ctx);
  await ctx.write(async (tx) => {
    await memberOf(tx, personId);
    const count = await endSessions(tx, personId, ctx.actor.session?.id);
    await noteHere(tx, ctx, { kind: 'session.ended', about: personId, detail: { count } });
  }, AS);
}
