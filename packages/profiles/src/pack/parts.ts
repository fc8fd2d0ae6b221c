/** What the parts of a pack are made of: texts, sources, validity. */
import Type from 'typebox';

/** Lower-case words with hyphens, as `food-production`. */
export const ID = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
/** Of a data element, as its name stands in an event: `lotNumber`. */
export const ELEMENT_ID = '^[a-z][A-Za-z0-9]{0,59}$';
export const DAY = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

/** A year, and numbers after it. */
export const VERSION = '^[0-9]{4}(\\.[0-9]{1,4}){1,2}$';

export const IdSchema = Type.String({ pattern: ID, maxLength: 60 });
export const DaySchema = Type.String({ pattern: DAY, description: 'A day in China, as 2026-12-01' });

/** Both languages of the product. */
export const WordsSchema = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 500 }), en: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
);
export type Words = Type.Static<typeof WordsSchema>;

/**
 * How sure it is that the law says so. `A`: the clause was read in a full text. `B`: a named page quotes the official text. `C`: one
 * secondary source. `V`: computed on real numbers. `unverified`: looked for and not found; what is that never refuses anything.
 */
export const CONFIDENCES = ['A', 'B', 'C', 'V', 'unverified'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** From when until when it holds, and who says so. */
export const Validity = {
  from: Type.Optional(Type.String({ pattern: DAY, description: 'The first day; of old where not given' })),
  until: Type.Optional(Type.String({ pattern: DAY, description: 'The last day; open where not given' })),
  source: Type.String({ pattern: ID, description: 'Of the pack’s sources' }),
  clause: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '§50 ¶2' })),
  confidence: Type.Unsafe<Confidence>(Type.Enum([...CONFIDENCES])),
};

export interface Dated {
  readonly from?: string;
  readonly until?: string;
  readonly source: string;
  readonly clause?: string;
  readonly confidence: Confidence;
}

/** Of a clock or of keeping records. */
export const DurationSchema = Type.Object(
  {
    amount: Type.Integer({ minimum: 0, maximum: 100_000 }),
    unit: Type.Unsafe<'minute' | 'hour' | 'day' | 'workday' | 'month' | 'year'>(
      Type.Enum(['minute', 'hour', 'day', 'workday', 'month', 'year']),
    ),
  },
  { additionalProperties: false },
);

/** Of what is found wrong, counted from the event. */
export const WithinSchema = Type.Optional(
  Type.Object(DurationSchema.properties, {
    additionalProperties: false,
    description: 'How long after the event it has to be put right; not given where the law gives no time',
  }),
);

/** In CEL (Common Expression Language), over what an event says: see `expression.ts`. */
export const ExpressionSchema = Type.String({ minLength: 1, maxLength: 2_000 });
