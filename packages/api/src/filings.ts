/** What is handed in to authorities, over `/v1/compliance/filings`. */
import Type from 'typebox';

const only = { additionalProperties: false } as const;
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Moment = Type.String({ format: 'date-time' });

export const FilingKindSchema = Type.Object({
  pack: Type.String(),
  filing: Type.String(),
  name: Words,
  to: Type.Object(Words.properties, { description: 'Who receives it' }),
  format: Type.Enum(['csv', 'xlsx', 'json']),
  waiting: Type.Integer({ description: 'Records that were not handed in yet, or were refused; counted to 10,000' }),
  oldest: Type.Optional(Type.String({ format: 'date-time', description: 'Event time of the first that waits' })),
  withdrawn: Type.Integer({
    description: 'Records that were handed in and have been declared in error since: the receiver has to be told',
  }),
  open: Type.Integer({ description: 'Handed in, with no receipt noted' }),
  basis: Words,
  confidence: Type.String(),
});
export const FilingKindsSchema = Type.Object({ filings: Type.Array(FilingKindSchema) });
export type FilingKinds = Type.Static<typeof FilingKindsSchema>;

const Day = Type.String({ format: 'date', description: 'A day in China, as 2026-12-01; of the event' });
export const NewFilingSchema = Type.Object({ from: Type.Optional(Day), until: Type.Optional(Day) }, only);
export type NewFiling = Type.Static<typeof NewFilingSchema>;

export const FilingSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  pack: Type.String(),
  filing: Type.String(),
  version: Type.String({ description: 'Of the pack' }),
  madeAt: Moment,
  madeBy: Type.Union([Type.String(), Type.Null()], { description: 'Name of the person; null where a key did' }),
  format: Type.Enum(['csv', 'xlsx', 'json']),
  lines: Type.Integer(),
  refused: Type.Integer({ description: 'Lines that the receiver did not take' }),
  receipt: Type.Union([
    Type.Object({ at: Moment, number: Type.Union([Type.String(), Type.Null()]) }),
    Type.Null({ description: 'None was noted yet' }),
  ]),
});
export type FilingBody = Type.Static<typeof FilingSchema>;

export const FilingsSchema = Type.Object({ filings: Type.Array(FilingSchema), next: Type.Optional(Type.String()) });
export type FilingsBody = Type.Static<typeof FilingsSchema>;

export const FILED_STATES = ['same', 'changed', 'withdrawn', 'refused'] as const;
const Cells = Type.Array(Type.Union([Type.String(), Type.Number()]));
export const FiledLinesSchema = Type.Object({
  filing: FilingSchema,
  headings: Type.Array(Type.String(), { description: 'As the receiver has them' }),
  lines: Type.Array(
    Type.Object({
      line: Type.Integer(),
      eventID: Type.String({ description: 'Of the record; its CBV hash where it has none' }),
      eventTime: Moment,
      unit: Type.Optional(Type.String()),
      state: Type.Unsafe<(typeof FILED_STATES)[number]>(
        Type.Enum([...FILED_STATES], {
          description:
            'same: as the record says today; changed: the record, by what is known of its goods and parties, says otherwise today; withdrawn: declared in error since; refused: not taken',
        }),
      ),
      cells: Cells,
      now: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]), { description: 'Where changed' })),
      refusal: Type.Optional(Type.String()),
    }),
  ),
  next: Type.Optional(Type.String()),
});
export type FiledLines = Type.Static<typeof FiledLinesSchema>;

/** What the receiver answered. */
export const NewReceiptSchema = Type.Object(
  {
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Of the receipt' })),
    refused: Type.Optional(
      Type.Array(
        Type.Object(
          {
            eventID: Type.String({ minLength: 1, maxLength: 1_000 }),
            reason: Type.String({ minLength: 1, maxLength: 500 }),
          },
          only,
        ),
        { maxItems: 5_000, description: 'Records that were not taken: they wait again' },
      ),
    ),
  },
  only,
);
export type NewReceipt = Type.Static<typeof NewReceiptSchema>;
