/** Tells owners who looked at what they recorded, before anything of it is given; in a confidential case, afterwards. */
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, doneBy, noteHere, noteTo, ownName } from '../identity/index.ts';
import { divideLooks } from './confidential/hold-looks.ts';
import { insertHeldLook, selectRunning } from './confidential/store-held.ts';
import type { Rank } from './element-mask.ts';
import type { LookedAt } from './look.ts';

/** What was asked for. */
export interface Looked {
  readonly at: readonly LookedAt[];
  readonly codes: readonly string[];
}

const CODES_TOLD_MAX = 5; // the first say what it was about; an audit row is no copy of the question

/**
 * Where a regulator was shown more than the public is, each owner and the regulator's own office have a row of it. Of owners
 * that a confidential reading is about, what they are told is held until it is over; the office's row says so now.
 */
export async function noteLooks(ctx: Ctx, { at, codes }: Looked): Promise<void> {
  if (at.length === 0) return;
  await ctx.write(
    async (tx) => {
      const now = ctx.clock.now();
      const detail = { codes: codes.slice(0, CODES_TOLD_MAX), more: Math.max(0, codes.length - CODES_TOLD_MAX) };
      // The name of today: an owner cannot look up the organisation of a regulator.
      const office = await ownName(tx);
      const { told, held } = divideLooks(at, await selectRunning(tx, now));
      const readings = [...new Set(held.map(({ readingId }) => readingId))];
      await noteHere(tx, ctx, {
        kind: 'records.read',
        detail: {
          ...{ ...detail, owners: at.length },
          ...(held.length === 0 ? {} : { held: held.length, readings }),
        },
      });
      const { no: orgNo } = actingFor(ctx.actor);
      for (const { org, rank, readingId } of held) {
        const look = { orgNo, readingId, ownerNo: org.no, at: now, actor: doneBy(ctx.actor, org) };
        await insertHeldLook(tx, { ...look, detail: { ...detail, office, right: RIGHTS[rank] } });
      }
      // From the first on the transaction is no longer the office's.
      for (const { org, rank } of told) {
        await noteTo(tx, ctx, { org, kind: 'records.read', detail: { ...detail, office, right: RIGHTS[rank] } });
      }
    },
    { as: 'identity' },
  );
}

/** By what right, in a word. */
const RIGHTS: Readonly<Record<Rank, string>> = {
  4: 'owner',
  3: 'jurisdiction',
  2: 'chain',
  1: 'regulator',
  0: 'opened',
};
