/** Accounts of quantities that category packs prescribe: stocks by lot or product, and balances of materials. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/**
 * `short`: at the end of some day more was out than had come in. `differs`: something else was found when it was counted. `units`:
 * amounts are recorded in units that do not convert. `unclear`: records say too little to tell. `held`: there is something; `even`:
 * there is nothing left.
 */
export const ACCOUNT_STATES = ['short', 'differs', 'units', 'unclear', 'held', 'even'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
const StateSchema = Type.Unsafe<AccountState>(Type.Enum([...ACCOUNT_STATES]));

const HeadSchema = {
  pack: Type.String(),
  balance: Type.String(),
  name: Words,
  basis: Words,
  confidence: Type.String(),
  by: Type.Unsafe<'lot' | 'product' | 'whole'>(Type.Enum(['lot', 'product', 'whole'])),
  tolerance: Type.Number({ description: 'Percent of what came in' }),
};

export const BalancesSchema = Type.Object({
  balances: Type.Array(
    Type.Object({
      ...HeadSchema,
      packName: Words,
      states: Type.Array(Type.Object({ state: StateSchema, accounts: Type.Integer() })),
    }),
  ),
});
export type Balances = Type.Static<typeof BalancesSchema>;

const Amount = Type.Number({ description: 'In `uom`' });
const Day = Type.String({ format: 'date', description: 'In China' });

export const AccountSchema = Type.Object({
  account: Type.String({ description: 'Canonical code of a lot or product; empty where all is one account' }),
  name: Type.Optional(Words),
  product: Type.String(),
  lot: Type.Optional(Type.String()),
  uom: Type.String({ description: 'UN/ECE Recommendation 20' }),
  opening: Amount,
  in: Amount,
  out: Amount,
  loss: Amount,
  closing: Amount,
  records: Type.Integer(),
  unknown: Type.Integer({ description: 'Entries of records that do not say how much' }),
  lastDay: Day,
  short: Type.Optional(Type.Object({ day: Day, amount: Amount })),
  counted: Type.Optional(Type.Object({ day: Day, amount: Amount, book: Amount })),
  state: StateSchema,
  finding: Type.Optional(Type.Object({ message: Words, wayOut: Words })),
});
export type Account = Type.Static<typeof AccountSchema>;

export const BalancePageSchema = Type.Object({
  ...HeadSchema,
  accounts: Type.Array(AccountSchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type BalancePage = Type.Static<typeof BalancePageSchema>;

export const MovementsSchema = Type.Object({
  movements: Type.Array(
    Type.Object({
      eventID: Type.String(),
      eventTime: Type.String({ format: 'date-time' }),
      stage: Type.String(),
      stageName: Words,
      effect: Type.Unsafe<'in' | 'out' | 'loss' | 'count'>(Type.Enum(['in', 'out', 'loss', 'count'])),
      amount: Type.Optional(Amount),
      uom: Type.String(),
    }),
  ),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type Movements = Type.Static<typeof MovementsSchema>;
