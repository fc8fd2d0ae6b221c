/** What a code is, and which schemes are known: what `GET /v1/codes/parse` and `GET /v1/codes/schemes` answer. */
import Type from 'typebox';

const TextSchema = Type.Object({ en: Type.String(), zh: Type.String() });

const ReadingSchema = Type.Object(
  {
    scheme: Type.String({ description: '`gs1`, the id of another scheme, or `unknown`' }),
    kind: Type.Optional(Type.String({ description: 'Which GS1 identifier: sgtin, sscc, …' })),
    name: TextSchema,
    canonical: Type.String({
      description: 'For GS1 keys a Digital Link on https://id.gs1.org, else scheme:code or a URI of its own',
    }),
    names: Type.String({ description: 'What kind of thing it names: class, lot, instance, party, licence, …' }),
    parts: Type.Record(Type.String(), Type.String()),
    classOf: Type.String(),
    lotOf: Type.Optional(Type.String()),
    wellFormed: Type.Boolean(),
    refusal: Type.Optional(
      Type.Object({
        reason: Type.String({ description: 'length, alphabet, check-digit, date, registry or personal-number' }),
        message: TextSchema,
        expected: Type.Optional(Type.String({ description: 'The check character that would come out right' })),
      }),
    ),
    confidence: Type.Optional(Type.String({ description: 'verified, sourced or unverified: how sure the form is' })),
    standard: Type.Optional(Type.String()),
    note: Type.Optional(TextSchema),
    findings: Type.Optional(
      Type.Array(TextSchema, { description: 'What a person should look at in a well-formed code; refuses nothing' }),
    ),
  },
  { additionalProperties: false },
);

const DetectedSchema = Type.Object({
  ...ReadingSchema.properties,
  code: Type.String({ description: 'The text that was read: the given one, or what was found in it' }),
  reasons: Type.Array(TextSchema),
  score: Type.Number({ description: 'Evidence in bits; only its order means anything' }),
  sure: Type.Boolean({ description: 'Whether that is enough to take the text for it; else it is offered only' }),
});

export const CodeAnswerSchema = Type.Object({
  ...ReadingSchema.properties,
  code: Type.String({ description: 'As given, save the digits of the number of a person' }),
  equivalents: Type.Array(Type.String()),
  elements: Type.Optional(
    Type.Array(Type.Object({ ai: Type.String(), value: Type.String(), title: Type.String(), name: TextSchema })),
  ),
  elementFaults: Type.Optional(
    Type.Array(
      Type.Object({
        ai: Type.String(),
        reason: Type.String(),
        needs: Type.Optional(Type.String()),
        excludes: Type.Optional(Type.String()),
        values: Type.Optional(Type.Array(Type.String())),
      }),
    ),
  ),
  ambiguous: Type.Boolean({ description: 'Whether another reading is nearly as likely' }),
  readings: Type.Array(DetectedSchema, { description: 'All that the text may be, the likeliest first' }),
});
export type CodeAnswer = Type.Static<typeof CodeAnswerSchema>;
export type CodeReadingBody = Type.Static<typeof ReadingSchema>;

export const SchemeListSchema = Type.Object({
  schemes: Type.Array(
    Type.Object({
      id: Type.String(),
      name: TextSchema,
      names: Type.String(),
      standard: Type.String(),
      source: Type.Optional(Type.String()),
      effectiveFrom: Type.Optional(Type.String()),
      confidence: Type.String(),
      fields: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    }),
  ),
});
export type SchemeList = Type.Static<typeof SchemeListSchema>;
