/** Tells owners of looks that were confidential, once their case is over: at the start of the program, each minute, at an end by hand. */
import type { Ctx } from '../../../platform/ctx.ts';
import { noteLater, noteTo } from '../../identity/index.ts';
import { endOver, markTold, takeDue } from './store-held.ts';

const MINUTE_MS = 60 * 1000; // nobody waits for it longer; it asks two short lists
const LOOKS_AT_ONCE = 200; // in one transaction

/**
 * Ends what is over and tells what is due; `ctx` is the program's own. A look leaves the list in the transaction that tells it:
 * whoever is killed in between has told it or not, and the next one goes on.
 */
export async function tellHeldLooks(ctx: Ctx): Promise<void> {
  await ctx.write(async (tx) => {
    for (const { id, org, why } of await endOver(tx, ctx.clock.now())) {
      await noteTo(tx, ctx, { org, kind: 'confidential.ended', about: id, detail: { why } });
    }
  });
  // As many rounds as there are looks: each takes some away, and the last finds few.
  while ((await tellSome(ctx)) === LOOKS_AT_ONCE);
  await ctx.write((tx) => markTold(tx, ctx.clock.now()));
}

function tellSome(ctx: Ctx): Promise<number> {
  return ctx.write(async (tx) => {
    const looks = await takeDue(tx, LOOKS_AT_ONCE);
    const toldAt = ctx.clock.now().toISOString();
    for (const { owner, caseNo, at, detail, actor } of looks) {
      await noteLater(tx, {
        ...{ ...actor, kind: 'records.read', org: owner, at },
        detail: { ...detail, confidential: true, case: caseNo, toldAt },
      });
    }
    return looks.length;
  });
}

/** At once and then each minute, until it is stopped; what is under way by then ends first. */
export function keepTelling(ctx: Ctx): { stop(): Promise<void> } {
  let underWay: Promise<void> | undefined;
  const tell = (): void => {
    underWay ??= tellHeldLooks(ctx)
      .catch((error: unknown) => ctx.log.warn({ err: error }, 'telling of confidential looks: will try again'))
      .finally(() => {
        underWay = undefined;
      });
  };
  tell();
  const timer = setInterval(tell, MINUTE_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
