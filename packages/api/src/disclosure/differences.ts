/** How goods that came differ from what somebody recorded as sent. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

export const DIFFERENCE_KINDS = ['missing', 'extra', 'less', 'more', 'unit'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

const AmountSchema = Type.Object(
  {
    quantity: Type.Optional(Type.String({ maxLength: 30, description: 'Decimal; none of a single item' })),
    uom: Type.Optional(Type.String({ maxLength: 20, description: 'UN/ECE Recommendation 20; pieces if not given' })),
  },
  { additionalProperties: false },
);

const DifferenceSchema = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 500 }),
    kind: Type.Unsafe<DifferenceKind>(
      Type.Enum([...DIFFERENCE_KINDS], {
        description:
          'missing: recorded and not come; extra: come and not recorded; less, more: of another quantity; unit: of another unit',
      }),
    ),
    told: Type.Optional(AmountSchema),
    came: Type.Optional(AmountSchema),
  },
  { additionalProperties: false },
);
export type Difference = Frozen<Type.Static<typeof DifferenceSchema>>;

export const DifferencesSchema = Type.Array(DifferenceSchema, { maxItems: 2_000 });
