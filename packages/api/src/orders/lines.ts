/** What was ordered beside what was shipped of it. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Amount = Type.String({ description: 'Decimal, in `uom`' });

export const OrderLineSchema = Type.Object({
  product: Type.String({ description: 'Canonical code' }),
  name: Type.Optional(Words),
  lot: Type.Optional(Type.String({ description: 'Canonical code of the one lot that is wanted' })),
  quantity: Amount,
  uom: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20; pieces if not given' })),
  shipped: Amount,
  open: Type.String({ description: 'What is still to be shipped, in `uom`; 0 where more was shipped than ordered' }),
});
export type OrderLine = Frozen<Type.Static<typeof OrderLineSchema>>;

export const OrderCheckSchema = Type.Object({
  number: Type.String(),
  lines: Type.Array(OrderLineSchema),
  others: Type.Array(Type.String(), {
    description: 'Codes of this sheet that count against no line: of other products, or without an amount',
  }),
});
export type OrderCheck = Frozen<Type.Static<typeof OrderCheckSchema>>;
