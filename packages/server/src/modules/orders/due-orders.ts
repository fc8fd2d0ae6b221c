/** Orders that should have gone, or go today. */
import { dayOf } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { selectWantedWithin } from './store-orders.ts';
import { tellOrders } from './tell-orders.ts';

/** What was wanted a quarter ago and was not shipped was forgotten to be closed. */
const DAYS = 90;
const DAY_MS = 86_400_000;
/** The newest of them: whoever has more has a list of them. */
const LOOKED_MAX = 200;

export interface DueOrders {
  readonly late: number;
  readonly soon: number;
  /** On which the first of them was wanted. */
  readonly day: string | undefined;
}

export async function countDueOrders(ctx: Ctx): Promise<DueOrders> {
  const now = ctx.clock.now().getTime();
  const today = dayOf(now);
  const within = { from: dayOf(now - DAYS * DAY_MS), to: today, limit: LOOKED_MAX };
  const rows = await ctx.read((tx) => selectWantedWithin(tx, within), { as: 'identity' });
  if (rows.length === 0) return { late: 0, soon: 0, day: undefined };
  const days = (await tellOrders(ctx, rows))
    .flatMap(({ state, wantedOn }) => (state === 'shipped' || wantedOn === undefined ? [] : [wantedOn]))
    .sort();
  const late = days.filter((day) => day < today).length;
  return { late, soon: days.length - late, day: days[0] };
}
