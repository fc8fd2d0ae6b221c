/** The order that a sheet of shipping names, for whoever checks and records the sheet. */
import type { OrderCheck } from '@suyuan/api/orders';
import type { EventFacts } from '@suyuan/epcis';
import type { Ctx } from '../../platform/ctx.ts';
import { goodsOf } from '../events/index.ts';
import { actingFor } from '../identity/index.ts';
import { countLines } from './count-lines.ts';
import { findOrder, type OrderRow } from './store-orders.ts';
import { linesOf, tellOrders } from './tell-orders.ts';

export type NamedOrder = Pick<OrderRow, 'id' | 'uri' | 'state'>;

/** Undefined where the organisation has none of this id. */
export async function orderNamed(ctx: Ctx, id: string): Promise<NamedOrder | undefined> {
  actingFor(ctx.actor);
  return ctx.read((tx) => findOrder(tx, id), { as: 'identity' });
}

/** How the order would stand with this event: with what is still missing, and what is more than was ordered. */
export async function checkAgainst(
  ctx: Ctx,
  { id }: NamedOrder,
  event: { readonly eventID: string; readonly facts: Pick<EventFacts, 'units'> },
): Promise<OrderCheck | undefined> {
  const row = await ctx.read((tx) => findOrder(tx, id), { as: 'identity' });
  if (row === undefined) return undefined;
  const [told] = await tellOrders(ctx, [row]);
  if (told === undefined) return undefined;
  const goods = goodsOf(event.facts);
  // What is recorded already and sent once more is counted once.
  const before = told.shipped.filter(({ eventID }) => eventID !== event.eventID).flatMap((each) => each.goods);
  const names = new Map(told.lines.map(({ product, name }) => [product, name]));
  const { shipped } = countLines(row.lines, [...before, ...goods]);
  return {
    number: row.number,
    lines: linesOf(row.lines, shipped, (code) => names.get(code)),
    others: [...countLines(row.lines, goods).others],
  };
}
