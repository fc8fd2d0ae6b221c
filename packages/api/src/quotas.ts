/** Quotas: what authorities allot to an organisation for a time, and how much of it is used by what is recorded. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Day = Type.String({ format: 'date', description: 'A day in China, as 2026-12-01' });
const Code = Type.String({ maxLength: 500, description: 'Of a product; empty for all products together' });

/** `exceeded`: more was recorded than is allotted. `near`: nine tenths are used. `unclear`: records say too little to tell. */
export const QUOTA_STATES = ['exceeded', 'near', 'unclear', 'within'] as const;
export type QuotaState = (typeof QUOTA_STATES)[number];

export const NewQuotaSchema = Type.Object(
  {
    pack: Type.String({ minLength: 1, maxLength: 60 }),
    balance: Type.String({ minLength: 1, maxLength: 60 }),
    product: Type.Optional(Code),
    from: Day,
    until: Day,
    amount: Type.Number({ minimum: 0, maximum: 1e15 }),
    uom: Type.String({ minLength: 1, maxLength: 20, description: 'UN/ECE Recommendation 20' }),
    basis: Type.String({ minLength: 1, maxLength: 200, description: 'Number of the document that allots it' }),
  },
  { additionalProperties: false },
);
export type NewQuota = Type.Static<typeof NewQuotaSchema>;

export const QuotaSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  pack: Type.String(),
  balance: Type.String(),
  name: Words,
  product: Code,
  productName: Type.Optional(Words),
  from: Day,
  until: Day,
  amount: Type.Number({ description: 'In `uom`' }),
  uom: Type.String({ description: 'UN/ECE Recommendation 20, of those that amounts are summed in' }),
  basis: Type.String(),
  used: Type.Number({ description: 'In `uom`' }),
  left: Type.Number({ description: 'In `uom`; below zero where it is exceeded' }),
  unknown: Type.Integer({ description: 'Entries that do not say how much, or in a unit that does not convert' }),
  exceededOn: Type.Optional(Day),
  state: Type.Unsafe<QuotaState>(Type.Enum([...QUOTA_STATES])),
  finding: Type.Optional(Type.Object({ message: Words, wayOut: Words })),
});
export type Quota = Type.Static<typeof QuotaSchema>;

export const QuotasSchema = Type.Object({
  quotas: Type.Array(QuotaSchema),
  books: Type.Array(Type.Object({ pack: Type.String(), balance: Type.String(), name: Words, packName: Words }), {
    description: 'Accounts that quotas may be entered for',
  }),
});
export type Quotas = Type.Static<typeof QuotasSchema>;
