import type { Ctx } from '../../platform/ctx.ts';
import { mustBe, mustHaveProven, noteHere, personOf } from '../identity/index.ts';
import { stillKept } from './read-in-clear.ts';
import { eraseDatum, lockDatum } from './store.ts';

/**
 * Nothing of the value is left, for good; that there was one, and who erased it, is. By a person who has just proven who it is.
 * @throws Problem `resource.not-found`, `personal.erased`, `session.stale`
 */
export async function erasePersonal(ctx: Ctx, id: string): Promise<void> {
  mustBe(ctx.actor, 'manage');
  mustHaveProven(ctx.actor, ctx.clock.now());
  const { personId: by } = personOf(ctx.actor);
  await ctx.write(
    async (tx) => {
      const { kind } = stillKept(await lockDatum(tx, id), id);
      await eraseDatum(tx, { id, at: ctx.clock.now(), by });
      await noteHere(tx, ctx, { kind: 'personal.erased', about: id, detail: { what: kind } });
    },
    { as: 'identity' },
  );
}
