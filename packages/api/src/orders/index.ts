/** Orders of buyers (订单), over `/v1/orders`: what is to be shipped, and what was. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { OrderLineSchema } from './lines.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Code = Type.String({ minLength: 1, maxLength: 500, description: 'As typed or scanned, in any spelling' });
const Day = Type.String({ format: 'date' });
const Time = Type.String({ format: 'date-time' });
const only = { additionalProperties: false } as const;

export const ORDER_STATES = ['open', 'partly', 'shipped', 'closed', 'withdrawn'] as const;
export type OrderState = (typeof ORDER_STATES)[number];
const State = Type.Unsafe<OrderState>(
  Type.Enum([...ORDER_STATES], {
    description:
      'open, partly, shipped: told by the records of shipping that name the order; closed, withdrawn: by somebody',
  }),
);

/** Of one that is typed; whoever has more writes two. */
export const ORDER_LINES_MAX = 500;

const GivenLine = Type.Object(
  {
    product: Code,
    quantity: Type.String({ minLength: 1, maxLength: 30, description: 'Decimal' }),
    uom: Type.Optional(Type.String({ maxLength: 20, description: 'UN/ECE Recommendation 20; pieces if not given' })),
    lot: Type.Optional(
      Type.String({ minLength: 1, maxLength: 500, description: 'Code of the one lot that is wanted' }),
    ),
  },
  only,
);

export const SaveOrderSchema = Type.Object(
  {
    number: Type.String({ minLength: 1, maxLength: 60, description: 'Of the organisation’s own; it stays' }),
    buyer: Code,
    destination: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'Code of where it is to go' })),
    wantedOn: Type.Optional(Day),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
    lines: Type.Array(GivenLine, { minItems: 1, maxItems: ORDER_LINES_MAX }),
    version: Type.Integer({ minimum: 0, description: 'That this is a change of; 0 of a new one' }),
  },
  only,
);
export type SaveOrder = Frozen<Type.Static<typeof SaveOrderSchema>>;

export const CloseOrderSchema = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, only);
export type CloseOrder = Type.Static<typeof CloseOrderSchema>;

const Summary = {
  id: Type.String({ format: 'uuid' }),
  number: Type.String(),
  state: State,
  version: Type.Integer(),
  buyer: Type.String({ description: 'Canonical code' }),
  buyerName: Type.Optional(Words),
  wantedOn: Type.Optional(Day),
  lineCount: Type.Integer(),
  openCount: Type.Integer({ description: 'Lines of which something is still to be shipped' }),
  changedAt: Time,
};
const SummarySchema = Type.Object(Summary);
export type OrderSummary = Frozen<Type.Static<typeof SummarySchema>>;

const ShipmentSchema = Type.Object({
  eventID: Type.String(),
  at: Time,
  goods: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Canonical' }),
      quantity: Type.Optional(Type.String()),
      uom: Type.Optional(Type.String()),
    }),
  ),
});

export const OrderSchema = Type.Object({
  ...Summary,
  uri: Type.String({ description: 'By which records name it, as a business transaction of the type `po`' }),
  destination: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  reason: Type.Optional(Type.String({ description: 'Why it was closed' })),
  changedBy: Type.Optional(Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() })),
  lines: Type.Array(OrderLineSchema),
  others: Type.Array(Type.String(), {
    description:
      'Codes that were shipped and could be counted against no line: of other products, or without an amount',
  }),
  shipments: Type.Array(ShipmentSchema, { description: 'The last first' }),
});
export type Order = Frozen<Type.Static<typeof OrderSchema>>;

export const OrdersSchema = Type.Object({
  orders: Type.Array(SummarySchema, { description: 'Open ones as they are wanted, others the newest first' }),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type Orders = Frozen<Type.Static<typeof OrdersSchema>>;

export type { OrderCheck, OrderLine } from './lines.ts';
