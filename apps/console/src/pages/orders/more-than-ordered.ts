import type { OrderLine } from '@suyuan/api/orders';

/** By how much; undefined where it is not more. */
export function moreThanOrdered({ quantity, shipped }: Pick<OrderLine, 'quantity' | 'shipped'>): string | undefined {
  // Of decimals with six places no difference has more.
  const more = Number((Number(shipped) - Number(quantity)).toFixed(6));
  return more > 0 ? String(more) : undefined;
}
