/** Whoever recorded an event takes over what another says came: its record is declared in error, and recorded as it was. */
import { type Difference, Problem } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import { type CaptureDeps, captureText, type OwnText, readEventsById, readOwnText } from '../events/index.ts';
import { actingFor, findOrganisations, mustBe, noteHere, noteTo } from '../identity/index.ts';
import { corrected, type EventObject } from './corrected.ts';
import { type DisputeRow, findDisputeAbout, insertAcceptance, selectAccepted } from './store-disputes.ts';

const STANDARD = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

/**
 * As often as it is asked for: the correction has the id of the dispute, so that of a program that is killed half-way the next try
 * records nothing twice.
 * @throws Problem `resource.not-found`, `dispute.closed`, `dispute.by-hand`, and what refuses a capture
 */
export async function acceptDispute(ctx: Ctx, deps: CaptureDeps, id: string): Promise<DisputeRow> {
  mustBe(ctx.actor, 'capture');
  const org = actingFor(ctx.actor);
  const { about, isAccepted } = await findAbout(ctx, id, org.no);
  if (isAccepted) return about;
  if (about.withdrawnAt !== null) throw new Problem('dispute.closed');
  const differences = about.differences ?? [];
  if (differences.length === 0) throw new Problem('dispute.by-hand');
  const eventID = await correct(ctx, deps, { about, differences });
  const disputing = await ctx.read((tx) => findOrganisations(tx, [about.orgNo]), { as: 'chain' });
  await ctx.write(
    async (tx) => {
      const by = { by: ctx.actor.personId ?? null, at: ctx.clock.now() };
      const isNew = await insertAcceptance(tx, { id, orgNo: org.no, corrected: eventID ?? null, ...by });
      if (!isNew) return;
      const noted = { kind: 'dispute.accepted', about: id } as const;
      await noteHere(tx, ctx, { ...noted, detail: { event: about.eventID, corrected: eventID ?? null } });
      for (const other of disputing)
        await noteTo(tx, ctx, { org: other, ...noted, detail: { event: about.toldAs, corrected: eventID ?? null } });
    },
    { as: 'identity' },
  );
  return about;
}

async function findAbout(ctx: Ctx, id: string, orgNo: number) {
  const [about, accepted] = await ctx.read(
    async (tx) => [await findDisputeAbout(tx, id, orgNo), await selectAccepted(tx, [id])] as const,
    { as: 'chain' },
  );
  if (about === undefined) throw new Problem('resource.not-found', { what: id });
  return { about, isAccepted: accepted.size > 0 };
}

/** The eventID of what stands instead; undefined where nothing was sent. */
async function correct(
  ctx: Ctx,
  deps: CaptureDeps,
  { about, differences }: { readonly about: DisputeRow; readonly differences: readonly Difference[] },
): Promise<string | undefined> {
  const own = await readOwnText(ctx, { eventID: about.eventID, id: about.eventId });
  const { recordTime: _time, ...event }: EventObject = JSON.parse(own.body);
  const instead = corrected(event, differences);
  if (instead === 'by-hand') throw new Problem('dispute.by-hand');
  const eventID = instead === undefined ? undefined : `urn:uuid:${about.id}`;
  const [known] = await ctx.read((tx) => readEventsById(tx, [about.eventId]), { as: 'chain' });
  if (known === undefined || known.declaredInError) return eventID;
  const errorDeclaration = {
    declarationTime: ctx.clock.now().toISOString(),
    reason: 'incorrect_data',
    ...(eventID === undefined ? {} : { correctiveEventIDs: [eventID] }),
  };
  const declaration = { ...event, eventID: known.eventID, errorDeclaration };
  const events = instead === undefined ? [declaration] : [declaration, { ...instead, eventID }];
  await captureText(ctx, deps, documentOf(own, events, ctx.clock.now()));
  return eventID;
}

function documentOf({ context }: OwnText, eventList: readonly EventObject[], at: Date): string {
  const given: unknown = JSON.parse(context);
  return JSON.stringify({
    '@context': given ?? [STANDARD],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: at.toISOString() },
    epcisBody: { eventList },
  });
}
