/** An organisation disputes what another recorded, and withdraws it: both are told, and the log has a leaf of it for each. */
import { type NewDispute, Problem } from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { readChain } from '../disclosure/index.ts';
import { actingFor, findOrganisations, mustBe, noteHere, noteTo } from '../identity/index.ts';
import { findDisputed } from './find-disputed.ts';
import {
  type DisputeRow,
  findOwnDispute,
  insertDispute,
  selectAccepted,
  selectTold,
  withdrawDispute,
} from './store-disputes.ts';

const AS = { as: 'identity' } as const;

/** @throws Problem `dispute.event-unknown`, `dispute.own`, `dispute.exists`, `request.invalid` */
export async function dispute(ctx: Ctx, given: NewDispute, nameKey: () => Buffer): Promise<DisputeRow> {
  mustBe(ctx.actor, 'capture');
  const { no: orgNo } = actingFor(ctx.actor);
  const { eventID, code, subject, differences } = given;
  const words = given.words.trim();
  if (words === '') throw new Problem('request.invalid', { reason: 'words' });
  const { event, recorders } = await readChain(ctx, { codes: [], nameKey }, async (tx) => {
    const event = await findDisputed(tx, { eventID, orgNo, ...(code === undefined ? {} : { code }), nameKey });
    return { event, recorders: await findOrganisations(tx, event.recordedBy) };
  });
  return ctx.write(async (tx) => {
    const id = await insertDispute(tx, {
      orgNo,
      eventId: event.id,
      eventID: event.eventID,
      toldAs: eventID,
      toldNos: event.recordedBy,
      subject,
      words,
      differences: differences?.map((each) => ({ ...each, code: canonical(each.code) })) ?? null,
      madeBy: ctx.actor.personId ?? null,
      at: ctx.clock.now(),
    });
    if (id === undefined) throw new Problem('dispute.exists');
    const row = await findOwnDispute(tx, id);
    if (row === undefined) throw new Error(`the dispute ${id} was not kept`);
    const noted = { kind: 'dispute.made', about: id } as const;
    await noteHere(tx, ctx, { ...noted, detail: { event: eventID, subject } });
    for (const org of recorders) await noteTo(tx, ctx, { org, ...noted, detail: { event: event.eventID, subject } });
    return row;
  }, AS);
}

/** @throws Problem `resource.not-found` where the organisation has no such open one */
export async function withdraw(ctx: Ctx, id: string): Promise<void> {
  mustBe(ctx.actor, 'capture');
  const { no: orgNo } = actingFor(ctx.actor);
  // An organisation's own view has no others in it; and no second transaction is opened within one.
  const [told, accepted] = await ctx.read(
    async (tx) => [await selectTold(tx, id, orgNo), await selectAccepted(tx, [id])] as const,
    { as: 'chain' },
  );
  if (told.length > 0 && accepted.size > 0) throw new Problem('dispute.closed');
  await ctx.write(async (tx) => {
    const withdrawn = await withdrawDispute(tx, id, ctx.clock.now());
    if (withdrawn === undefined) throw new Problem('resource.not-found', { what: id });
    const { eventID, toldAs, subject } = withdrawn;
    const noted = { kind: 'dispute.withdrawn', about: id } as const;
    await noteHere(tx, ctx, { ...noted, detail: { event: toldAs, subject } });
    for (const org of told) await noteTo(tx, ctx, { org, ...noted, detail: { event: eventID, subject } });
  }, AS);
}
