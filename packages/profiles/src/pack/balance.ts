/** The part of a pack that says how quantities are held against each other (ADR 0028). */
import Type from 'typebox';
import { ExpressionSchema, IdSchema, Validity, WordsSchema } from './parts.ts';

const only = { additionalProperties: false } as const;

/**
 * An account of quantities: what comes in and goes out by records of its stages. A stock is kept by lot (by product, of what has no
 * lot) or by product; a balance of materials by the organisation as a whole, of whatever is mixed. More out than in is told.
 */
export const BalanceSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    by: Type.Unsafe<'lot' | 'product' | 'whole'>(
      Type.Enum(['lot', 'product', 'whole'], { description: 'What has an account of its own' }),
    ),
    entries: Type.Array(
      Type.Object(
        {
          stage: IdSchema,
          effect: Type.Unsafe<'in' | 'out' | 'loss' | 'count'>(
            Type.Enum(['in', 'out', 'loss', 'count'], { description: 'count: what was found when it was counted' }),
          ),
          of: Type.Optional(
            Type.Unsafe<'input' | 'output'>(
              Type.Enum(['input', 'output'], {
                description: 'Of what is made of something; all units where not given',
              }),
            ),
          ),
          when: Type.Optional(ExpressionSchema),
        },
        only,
      ),
      { minItems: 1, maxItems: 100 },
    ),
    tolerance: Type.Optional(
      Type.Number({ minimum: 0, maximum: 100, description: 'Percent of what came in that may be out beyond it' }),
    ),
    quota: Type.Optional(
      Type.Unsafe<'in' | 'out'>(
        Type.Enum(['in', 'out'], { description: 'What counts against an amount that authorities allot for a time' }),
      ),
    ),
    ...Validity,
  },
  only,
);
