/** What whoever runs the installation decides about organisations. Each is noted to the one that it is about. */
import { type OperatedBody, Problem } from '@suyuan/api';
import type { ActingOrganisation, Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { noteTo } from '../audit/note-to.ts';
import { type MadeLink, makeLink } from '../links/make-link.ts';
import { actingFor, mustBe, mustHaveProven, personOf } from '../may.ts';
import { OWN_ORGANISATION } from '../organisations/organisations.ts';
import { ownCode } from '../organisations/own-code.ts';
import { readRegion } from '../places/read-places.ts';
import {
  insertJurisdiction,
  insertOrganisation,
  lockOperated,
  mergeInto,
  type NewOrganisation,
  type OperatedRow,
  setStatus,
  unmerge,
} from './store-operator.ts';

const AS = { as: 'maintenance' } as const;

/** A person who runs the installation, and has lately proven who it is. */
function operator(ctx: Ctx): string {
  mustBe(ctx.actor, 'operate');
  mustHaveProven(ctx.actor, ctx.clock.now());
  return personOf(ctx.actor).personId;
}

export interface OrganisationGiven {
  readonly name: string;
  readonly code?: string | undefined;
  readonly kind: string;
  readonly region?: string | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** @throws Problem `organisation.code-invalid`, `region.unknown` */
export function readOrganisation(given: OrganisationGiven, status: NewOrganisation['status']): NewOrganisation {
  const { name, code, kind, region, categories = [] } = given;
  if (name.trim() === '') throw new Problem('request.invalid', { reason: 'name' });
  return {
    name: name.trim(),
    code: code === undefined ? null : ownCode(code),
    kind,
    region: readRegion(region ?? null),
    categories,
    status,
  };
}

/** Keeps a new one; its code is nobody else's. @throws Problem `organisation.code-taken` */
export async function keepOrganisation(tx: Tx, organisation: NewOrganisation): Promise<ActingOrganisation> {
  try {
    return await insertOrganisation(tx, organisation);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') {
      throw new Problem('organisation.code-taken', { code: organisation.code ?? '' });
    }
    throw error;
  }
}

/** A new organisation, and the link by which its owner comes. */
export async function makeOrganisation(
  ctx: Ctx,
  given: OrganisationGiven & { readonly owner: string },
): Promise<MadeLink> {
  const madeBy = operator(ctx);
  const organisation = readOrganisation(given, 'active');
  return ctx.write(async (tx) => {
    const org = await keepOrganisation(tx, organisation);
    await noteTo(tx, ctx, { org: org, kind: 'organisation.made', about: org.id, detail: { name: organisation.name } });
    const link = await makeLink(tx, {
      purpose: 'invitation',
      orgNo: org.no,
      role: 'owner',
      name: given.owner.trim(),
      madeBy,
    });
    await noteTo(tx, ctx, {
      org: org,
      kind: 'link.made',
      about: link.id,
      detail: { purpose: 'invitation', role: 'owner' },
    });
    return link;
  }, AS);
}

/** One that is not the installation's own, locked. @throws Problem `resource.not-found`, `organisation.own` */
async function lockOther(tx: Tx, id: string): Promise<OperatedRow> {
  const row = await lockOperated(tx, id);
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  if (row.no === OWN_ORGANISATION) throw new Problem('organisation.own');
  return row;
}

/** Approves, suspends, lets go on, closes: what was recorded stays. @throws Problem `organisation.state` */
export async function decideStatus(
  ctx: Ctx,
  id: string,
  { status, reason }: { readonly status: 'active' | 'suspended' | 'closed'; readonly reason: string },
): Promise<void> {
  operator(ctx);
  await ctx.write(async (tx) => {
    const row = await lockOther(tx, id);
    if (row.status === 'merged' || row.status === status)
      throw new Problem('organisation.state', { status: row.status });
    await setStatus(tx, row.no, status);
    await noteTo(tx, ctx, {
      org: row,
      kind: 'organisation.status',
      about: id,
      detail: { before: row.status, status, reason },
    });
  }, AS);
}

/** Two that are one: the first goes on as the second, which sees what it recorded. @throws Problem `organisation.state` */
export async function merge(
  ctx: Ctx,
  id: string,
  { into, reason }: { readonly into: string; readonly reason: string },
): Promise<void> {
  operator(ctx);
  await ctx.write(async (tx) => {
    const [from, target] = [await lockOther(tx, id), await lockOperated(tx, into)];
    if (target === undefined) throw new Problem('resource.not-found', { what: into });
    if (from.status === 'merged' || from.no === target.no)
      throw new Problem('organisation.state', { status: from.status });
    if (target.status !== 'active') throw new Problem('organisation.state', { status: target.status });
    await mergeInto(tx, from.no, target.no);
    for (const org of [from, target]) {
      await noteTo(tx, ctx, { org: org, kind: 'organisation.merged', about: id, detail: { into, reason } });
    }
  }, AS);
}

/** Takes a merger back. @throws Problem `organisation.state` */
export async function takeApart(ctx: Ctx, id: string): Promise<void> {
  operator(ctx);
  await ctx.write(async (tx) => {
    const row = await lockOther(tx, id);
    if (row.status !== 'merged') throw new Problem('organisation.state', { status: row.status });
    await unmerge(tx, row.no);
    await noteTo(tx, ctx, { org: row, kind: 'organisation.unmerged', about: id });
  }, AS);
}

/** @throws Problem `jurisdiction.beyond` where the other is no regulator */
export async function giveAnyJurisdiction(
  ctx: Ctx,
  given: { readonly organisation: string; readonly region: string; readonly category: string },
): Promise<void> {
  const personId = operator(ctx);
  const { region, category } = given;
  if (region !== '*') readRegion(region);
  await ctx.write(async (tx) => {
    const org = await insertJurisdiction(tx, { ...given, personId, givenNo: actingFor(ctx.actor).no });
    if (org === undefined) throw new Problem('jurisdiction.beyond');
    await noteTo(tx, ctx, {
      org: org,
      kind: 'jurisdiction.given',
      about: org.jurisdiction,
      detail: { region, category },
    });
  }, AS);
}

export function operatedBody({ no: _no, createdAt, ...row }: OperatedRow): OperatedBody {
  return { ...row, createdAt: createdAt.toISOString() };
}
