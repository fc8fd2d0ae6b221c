/** Asks for a confidential reading, approves it, ends it: each by a person of the office, and no one person does the first two. */
import { CONFIDENTIAL_DAYS_DEFAULT, type NewConfidentialBody, Problem } from '@suyuan/api';
import type { ActingOrganisation, Ctx, Right } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { actingFor, findSupervised, mustBe, mustHaveProven, noteHere, personOf } from '../../identity/index.ts';
import { hasJurisdiction } from '../store-directory.ts';
import {
  approveReading,
  countReadings,
  endReading,
  findReading,
  insertReading,
  type Reading,
} from './store-readings.ts';

const AS = { as: 'identity' } as const;
const READINGS_MAX = 100; // that are open, of one office; all of them are asked at each of its looks
const DAY_MS = 24 * 60 * 60 * 1000;

interface OfOffice {
  readonly org: ActingOrganisation;
  readonly personId: string;
}

/** @throws Problem `confidential.own-people` and those of rights and sessions */
function ofOffice({ actor }: Ctx, right: Right): OfOffice {
  mustBe(actor, right);
  const { personId } = personOf(actor);
  if (actor.via !== undefined) throw new Problem('confidential.own-people');
  return { org: actingFor(actor), personId };
}

async function mustHaveJurisdiction(tx: Tx, { no }: ActingOrganisation): Promise<void> {
  if (!(await hasJurisdiction(tx, no))) throw new Problem('confidential.no-jurisdiction');
}

/** Changes nothing until somebody else approves it. @throws Problem `confidential.no-jurisdiction`, `confidential.many`, `supervision.none` */
export async function ask(ctx: Ctx, body: NewConfidentialBody): Promise<Reading> {
  const { org, personId } = ofOffice(ctx, 'supervise');
  const { caseNo, reason, about, days = CONFIDENTIAL_DAYS_DEFAULT } = body;
  return ctx.write(async (tx) => {
    await mustHaveJurisdiction(tx, org);
    if ((await countReadings(tx)) >= READINGS_MAX) throw new Problem('confidential.many');
    const aboutNos = about === 'all' ? null : await supervisedNumbers(tx, about);
    const asked = { caseNo, reason, aboutNos, days };
    const id = await insertReading(tx, { ...asked, orgNo: org.no, askedBy: personId, askedAt: ctx.clock.now() });
    await noteHere(tx, ctx, {
      kind: 'confidential.asked',
      about: id,
      detail: { case: caseNo, days, about: about === 'all' ? 'all' : [...about] },
    });
    return found(tx, id);
  }, AS);
}

async function supervisedNumbers(tx: Tx, ids: readonly string[]): Promise<number[]> {
  const nos = new Set<number>();
  for (const id of ids) {
    const supervised = await findSupervised(tx, id);
    if (supervised === undefined) throw new Problem('supervision.none');
    nos.add(supervised.no);
  }
  return [...nos];
}

/** @throws Problem `confidential.no-jurisdiction`, `confidential.same-person`, `confidential.decided`, `session.stale` */
export async function approve(ctx: Ctx, id: string): Promise<Reading> {
  const { org, personId } = ofOffice(ctx, 'manage');
  const at = ctx.clock.now();
  mustHaveProven(ctx.actor, at);
  return ctx.write(async (tx) => {
    const { askedBy, approvedAt, endedAt, days, caseNo } = await found(tx, id);
    if (approvedAt !== null || endedAt !== null) throw new Problem('confidential.decided');
    if (askedBy === personId) throw new Problem('confidential.same-person');
    await mustHaveJurisdiction(tx, org);
    const until = new Date(at.getTime() + days * DAY_MS);
    await approveReading(tx, id, { by: personId, at, until });
    const detail = { case: caseNo, until: until.toISOString() };
    await noteHere(tx, ctx, { kind: 'confidential.approved', about: id, detail });
    return found(tx, id);
  }, AS);
}

/** By hand, before its time; one that nobody approved is taken back by it. @throws Problem `confidential.decided` */
export async function end(ctx: Ctx, id: string): Promise<void> {
  ofOffice(ctx, 'supervise');
  await ctx.write(async (tx) => {
    const { caseNo } = await found(tx, id);
    if (!(await endReading(tx, id, ctx.clock.now()))) throw new Problem('confidential.decided');
    await noteHere(tx, ctx, { kind: 'confidential.ended', about: id, detail: { case: caseNo, why: 'hand' } });
  }, AS);
}

/** One of the office, as it is now. */
export function show(ctx: Ctx, id: string): Promise<Reading> {
  return ctx.write((tx) => found(tx, id), AS);
}

async function found(tx: Tx, id: string): Promise<Reading> {
  const reading = await findReading(tx, id);
  if (reading === undefined) throw new Problem('resource.not-found', { what: id });
  return reading;
}
