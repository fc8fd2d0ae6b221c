/** What a code is: the answer of `/v1/codes/parse`, and the list of schemes. */
import {
  type CodeReading,
  concealed,
  elementsIn,
  equivalents,
  type Field,
  GS1_SCHEMES,
  interpret,
  SCHEMES,
} from '@suyuan/codes';
import Type, { type Static } from 'typebox';

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

export const CodeAnswer = Type.Object({
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
export type CodeAnswer = Static<typeof CodeAnswer>;

/** What the code is taken for, as pages and the command line take it (`interpret`); then all readings. */
export function readAnyCode(code: string): CodeAnswer {
  const { reading, code: text, detection } = interpret(code);
  // Of a text that may be two things, what is told is told of the first.
  const one = reading.wellFormed ? reading.canonical : text;
  const elements = elementsIn(text);
  return {
    ...withoutDetection(reading, reading),
    code: concealed(code, reading),
    equivalents: reading.wellFormed ? [one, ...equivalents(one)].filter((each) => each !== text) : [],
    ...(elements === undefined
      ? {}
      : {
          elements: elements.elements.map((each) => ({ ...each })),
          elementFaults: elements.faults.map(({ values, ...each }) => ({
            ...each,
            ...(values === undefined ? {} : { values: [...values] }),
          })),
        }),
    ambiguous: detection.ambiguous,
    readings: detection.readings.map((each) => ({
      ...withoutDetection(each, reading),
      code: concealed(each.code, reading),
      reasons: [...each.reasons],
      score: each.score,
      sure: each.sure,
    })),
  };
}

/** Of a text that is taken for the number of a person, no other reading repeats it either. */
function withoutDetection(reading: CodeReading, taken: CodeReading): Static<typeof ReadingSchema> {
  const { scheme, name, names, wellFormed } = reading;
  const [canonical, classOf] = [concealed(reading.canonical, taken), concealed(reading.classOf, taken)];
  const { kind, lotOf, refusal, confidence, standard, note, findings } = reading;
  const base = { scheme, name, canonical, names, parts: textParts(reading), classOf, wellFormed };
  const optional = { kind, lotOf, refusal, confidence, standard, note, findings };
  return Object.assign(base, Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)));
}

function textParts({ parts }: CodeReading): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export const SchemeList = Type.Object({
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

/** Every scheme that is read, as data. */
export function listSchemes(): Static<typeof SchemeList> {
  const others = SCHEMES.map(({ id, name, names, standard, source, effectiveFrom, confidence, rules }) => ({
    id,
    name,
    names,
    standard,
    source,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    confidence,
    fields: rules.fields.map((field: Field) => ({ ...field })),
  }));
  const gs1 = GS1_SCHEMES.map(({ id, name, names, standard }) => ({
    id: `gs1/${id}`,
    name,
    names,
    standard,
    confidence: 'sourced',
    fields: [],
  }));
  return { schemes: [...gs1, ...others] };
}
