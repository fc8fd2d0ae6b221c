/** Shared spaces: founded, led, left. Whoever may not know of one is told that there is none. */
import { Problem } from '@suyuan/api';
import {
  type ChangeSpace,
  type NewSpace,
  SPACE_MEMBERS_MAX,
  SPACES_MAX,
  type Space,
  type SpaceMember,
  type SpaceSummary,
  type Spaces,
} from '@suyuan/api/spaces';
import { canonical } from '@suyuan/codes';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { actingFor, mustBe } from '../may.ts';
import { manager } from '../people/manage-people.ts';
import { findKnown } from '../ties/store-ties.ts';
import {
  acceptSpace,
  changeSpace,
  dissolveSpace,
  endMember,
  findSpace,
  foundSpace,
  inviteToSpace,
  type MemberRow,
  type SpaceRow,
  type SpacesPage,
  selectMembers,
  selectSpaces,
} from './store-spaces.ts';
import { tellMembers } from './tell-members.ts';

const AS = { as: 'identity' } as const;

export async function listSpaces(ctx: Ctx, { state, after, count }: SpacesPage): Promise<Spaces> {
  mayLook(ctx);
  const rows = await ctx.read((tx) => selectSpaces(tx, { state, after, count: count + 1 }), AS);
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    spaces: told.map(summaryOf),
    ...(rows.length > count && last !== undefined ? { next: String(last.no) } : {}),
  };
}

/** @throws Problem `resource.not-found` */
export async function readSpace(ctx: Ctx, id: string): Promise<Space> {
  mayLook(ctx);
  return ctx.read((tx) => wholeOf(tx, id), AS);
}

/** @throws Problem `organisation.pending`, `space.many` */
export async function makeSpace(ctx: Ctx, { name, purpose }: NewSpace): Promise<Space> {
  const { personId } = manager(ctx);
  mayWriteToOthers(ctx);
  const words = { name: wordsOf('name', name), purpose: wordsOf('purpose', purpose) };
  return ctx.write(async (tx) => {
    const id = await foundSpace(tx, { ...words, personId });
    if (id === undefined) throw new Problem('space.many', { most: SPACES_MAX });
    await tellMembers(tx, ctx, { to: [actingFor(ctx.actor)], kind: 'space.founded', space: { id, name: words.name } });
    return wholeOf(tx, id);
  }, AS);
}

/** Other words, another lead, or both. @throws Problem `resource.not-found`, `space.successor` */
export async function alterSpace(ctx: Ctx, id: string, { name, purpose, lead }: ChangeSpace): Promise<Space> {
  manager(ctx);
  return ctx.write(async (tx) => {
    const { space, members } = await ledBy(tx, id);
    const successor = members.find((each) => each.id === lead);
    const change = {
      id,
      name: name === undefined ? undefined : wordsOf('name', name),
      purpose: purpose === undefined ? undefined : wordsOf('purpose', purpose),
      successorNo: successor?.no,
    };
    if (lead !== undefined && successor === undefined) throw new Problem('space.successor');
    if (!(await changeSpace(tx, change))) throw new Problem('space.successor');
    const to = members.filter(isIn);
    const called = { id, name: change.name ?? space.name };
    if (name !== undefined || purpose !== undefined)
      await tellMembers(tx, ctx, { to, kind: 'space.changed', space: called });
    if (successor !== undefined && !successor.isLead)
      await tellMembers(tx, ctx, { to, kind: 'space.handed-over', space: called, member: successor });
    return wholeOf(tx, id);
  }, AS);
}

/** Invites by id or code. @throws Problem `resource.not-found`, `partner.unknown`, `space.known`, `space.full` */
export async function invite(ctx: Ctx, id: string, organisation: string): Promise<Space> {
  const { personId } = manager(ctx);
  mayWriteToOthers(ctx);
  return ctx.write(async (tx) => {
    const { space } = await ledBy(tx, id);
    const other = (await findKnown(tx, organisation)) ?? (await findKnown(tx, canonical(organisation.trim())));
    if (other === undefined) throw new Problem('partner.unknown', { id: organisation });
    const outcome = await inviteToSpace(tx, { id, invitedNo: other.no, personId });
    if (outcome === 'known') throw new Problem('space.known');
    if (outcome === 'full') throw new Problem('space.full', { most: SPACE_MEMBERS_MAX });
    if (outcome === null) throw new Problem('partner.unknown', { id: organisation });
    // Other members are told when it has accepted: until then it has agreed to nothing.
    await tellMembers(tx, ctx, { to: [actingFor(ctx.actor), other], kind: 'space.invited', space, member: other });
    return wholeOf(tx, id);
  }, AS);
}

/** @throws Problem `resource.not-found` where none waits for an answer of this organisation, `space.many` */
export async function accept(ctx: Ctx, id: string): Promise<Space> {
  const { personId, orgNo } = manager(ctx);
  return ctx.write(async (tx) => {
    const outcome = await acceptSpace(tx, id, personId);
    if (outcome === 'many') throw new Problem('space.many', { most: SPACES_MAX });
    if (outcome === null) throw new Problem('resource.not-found', { what: id });
    const space = await spaceOf(tx, id);
    const to = (await selectMembers(tx, id)).filter(isIn);
    await tellMembers(tx, ctx, { to, kind: 'space.joined', space, member: to.find(({ no }) => no === orgNo) });
    return wholeOf(tx, id);
  }, AS);
}

/** @throws Problem `resource.not-found` where none waits for an answer of this organisation */
export async function refuse(ctx: Ctx, id: string): Promise<void> {
  const { orgNo } = manager(ctx);
  await ctx.write(async (tx) => {
    const space = await spaceOf(tx, id);
    const members = await selectMembers(tx, id);
    const member = members.find(({ no }) => no === orgNo);
    if (member === undefined || isIn(member) || !(await endMember(tx, id, orgNo)))
      throw new Problem('resource.not-found', { what: id });
    const to = members.filter(({ no, isLead }) => isLead || no === orgNo);
    await tellMembers(tx, ctx, { to, kind: 'space.declined', space, member });
  }, AS);
}

export interface Leaving {
  readonly id: string;
  /** Of the organisation. */
  readonly memberId: string;
  readonly reason: string;
}

/**
 * One leaves; the lead removes one, with a reason, or takes an invitation back.
 * @throws Problem `resource.not-found`, `space.lead-stays`, `space.reason`
 */
export async function endMembership(ctx: Ctx, { id, memberId, reason }: Leaving): Promise<void> {
  const { orgNo } = manager(ctx);
  await ctx.write(async (tx) => {
    const space = await spaceOf(tx, id);
    const members = await selectMembers(tx, id);
    const member = members.find((each) => each.id === memberId);
    if (member === undefined || (!space.isLead && member.no !== orgNo))
      throw new Problem('resource.not-found', { what: memberId });
    if (member.isLead) throw new Problem('space.lead-stays');
    const isOwn = member.no === orgNo;
    if (!isOwn && isIn(member) && reason === '') throw new Problem('space.reason');
    if (!(await endMember(tx, id, member.no))) throw new Problem('resource.not-found', { what: memberId });
    const to = members.filter((each) => each === member || (isIn(member) ? isIn(each) : each.isLead));
    const kind = isIn(member)
      ? isOwn
        ? 'space.left'
        : 'space.removed'
      : isOwn
        ? 'space.declined'
        : 'space.taken-back';
    await tellMembers(tx, ctx, { to, kind, space, member, ...(reason === '' ? {} : { reason }) });
  }, AS);
}

/** @throws Problem `resource.not-found` where it is led by another */
export async function dissolve(ctx: Ctx, id: string): Promise<void> {
  manager(ctx);
  await ctx.write(async (tx) => {
    const { space, members } = await ledBy(tx, id);
    if (!(await dissolveSpace(tx, id))) throw new Problem('resource.not-found', { what: id });
    await tellMembers(tx, ctx, { to: members, kind: 'space.dissolved', space });
  }, AS);
}

function mayLook({ actor }: Ctx): void {
  mustBe(actor, 'query');
  actingFor(actor);
}

/** Whom nobody has approved writes to nobody. */
function mayWriteToOthers({ actor }: Ctx): void {
  if (actor.standing === 'pending') throw new Problem('organisation.pending');
}

/** @throws Problem `request.invalid` where there is nothing but blanks */
function wordsOf(what: string, given: string): string {
  const words = given.trim();
  if (words === '') throw new Problem('request.invalid', { reason: `/${what} must not be blank` });
  return words;
}

async function spaceOf(tx: Tx, id: string): Promise<SpaceRow> {
  const space = await findSpace(tx, id);
  if (space === undefined) throw new Problem('resource.not-found', { what: id });
  return space;
}

async function ledBy(
  tx: Tx,
  id: string,
): Promise<{ readonly space: SpaceRow; readonly members: readonly MemberRow[] }> {
  const space = await spaceOf(tx, id);
  if (!space.isLead) throw new Problem('resource.not-found', { what: id });
  return { space, members: await selectMembers(tx, id) };
}

function isIn({ acceptedAt }: Pick<MemberRow, 'acceptedAt'>): boolean {
  return acceptedAt !== null;
}

async function wholeOf(tx: Tx, id: string): Promise<Space> {
  const space = await spaceOf(tx, id);
  return { ...summaryOf(space), members: (await selectMembers(tx, id)).map(memberOf) };
}

function summaryOf({ id, name, purpose, isLead, leadId, leadName, leadCode, ...row }: SpaceRow): SpaceSummary {
  return {
    ...{ id, name, purpose, leading: isLead },
    state: row.acceptedAt === null ? 'invited' : 'member',
    lead: { id: leadId, name: leadName, code: leadCode },
    founder: row.founderName,
    memberCount: row.memberCount,
    createdAt: row.createdAt.toISOString(),
    invitedAt: row.invitedAt.toISOString(),
    joinedAt: row.acceptedAt?.toISOString() ?? null,
  };
}

function memberOf({ id, name, code, kind, isStanding, isLead, ...row }: MemberRow): SpaceMember {
  return {
    organisation: { id, name, code, kind, active: isStanding },
    lead: isLead,
    invitedAt: row.invitedAt.toISOString(),
    joinedAt: row.acceptedAt?.toISOString() ?? null,
  };
}
