/** Labels: what they look like, numbers that are given to them, and what became of them; over `/v1/labels`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const only = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const LayoutId = Type.String({ minLength: 1, maxLength: 60 });

export const LABELS_OF_RUN_MAX = 1_000_000;
/** Of one binding: its events are one document, two thirds of what one that is at hand may have; more of them are several. */
export const LABELS_BOUND_MAX = 10_000;

/** As many as are tried one by one while somebody waits. */
const LABEL_CODES_MAX = 1_000;

export const LabelValuesSchema = Type.Record(
  Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,59}$' }),
  Type.String({ maxLength: 2_000 }),
  { maxProperties: 60, description: 'By field of the layout' },
);

export const NUMBERED = ['serial', 'sscc', 'none'] as const;

export const LayoutsSchema = Type.Object({
  layouts: Type.Array(
    Type.Object({
      id: LayoutId,
      name: Words,
      widthMm: Type.Number(),
      heightMm: Type.Number(),
      numbered: Type.Unsafe<(typeof NUMBERED)[number]>(
        Type.Enum([...NUMBERED], {
          description:
            'serial: each label of a product may have one of its own; sscc: each has; none: all are the same',
        }),
      ),
      fields: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Words,
          isOptional: Type.Boolean(),
          isGiven: Type.Boolean({ description: 'By the program, of what is numbered or linked' }),
          isOfEach: Type.Boolean({ description: 'Another on each label: one code, one pack; printed by `codes`' }),
          isAddress: Type.Boolean({ description: 'A web address' }),
          rule: Type.Optional(
            Type.Unsafe<{ zh: string; en: string }>({ ...Words, description: 'By which it is on the label' }),
          ),
          choices: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Words }))),
        }),
      ),
    }),
  ),
});
export type Layouts = Frozen<Type.Static<typeof LayoutsSchema>>;
export type LayoutBody = Layouts['layouts'][number];

const LabelFaultSchema = Type.Object({
  fields: Type.Array(Type.String(), { description: 'That it is about' }),
  reason: Type.String(),
  message: Words,
});

export const TryLabelSchema = Type.Object({ layout: LayoutId, values: LabelValuesSchema }, only);
export type TryLabel = Frozen<Type.Static<typeof TryLabelSchema>>;

export const TriedLabelSchema = Type.Object({
  faults: Type.Array(LabelFaultSchema, { description: 'Why it cannot be printed' }),
  picture: Type.Optional(
    Type.String({ description: 'PNG in base64, 8 dots to the millimetre, of what would be printed' }),
  ),
});
export type TriedLabel = Frozen<Type.Static<typeof TriedLabelSchema>>;

export const NewLabelRunSchema = Type.Object(
  {
    ...TryLabelSchema.properties,
    product: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'Code of the product, or company prefix of logistic units; in any spelling',
    }),
    count: Type.Integer({ minimum: 1, maximum: LABELS_OF_RUN_MAX }),
  },
  only,
);
export type NewLabelRun = Frozen<Type.Static<typeof NewLabelRunSchema>>;

const SpanSchema = Type.Object({
  first: Type.Integer({ minimum: 1, description: 'Of the run, from 1' }),
  last: Type.Integer({ minimum: 1 }),
});
export type LabelSpan = Frozen<Type.Static<typeof SpanSchema>>;

export const LabelRunSchema = Type.Object({
  id: Id,
  layout: LayoutId,
  layoutName: Words,
  product: Type.String(),
  values: LabelValuesSchema,
  count: Type.Integer(),
  firstCode: Type.String({ description: 'Canonical code of the first label' }),
  lastCode: Type.String(),
  printed: Type.Array(SpanSchema, { description: 'Spans that went out as a file, joined' }),
  bound: Type.Array(Type.Object({ ...SpanSchema.properties, id: Id, lot: Type.Optional(Type.String()), at: Time }), {
    description: 'Stuck on goods of the lot; spoilt where there is none',
  }),
  free: Type.Array(SpanSchema, { description: 'Of which it was not said what became' }),
  madeAt: Time,
});
export type LabelRunBody = Frozen<Type.Static<typeof LabelRunSchema>>;

export const LabelRunsSchema = Type.Object({
  runs: Type.Array(LabelRunSchema, { description: 'The newest first' }),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type LabelRuns = Frozen<Type.Static<typeof LabelRunsSchema>>;

export const BindLabelsSchema = Type.Object(
  {
    run: Id,
    ...SpanSchema.properties,
    lot: Type.Optional(
      Type.String({ minLength: 1, maxLength: 20, description: 'Of the product; none where the labels are spoilt' }),
    ),
    at: Type.Optional(Type.String({ format: 'date-time', description: 'When they were stuck on; now if not given' })),
  },
  only,
);
export type BindLabels = Frozen<Type.Static<typeof BindLabelsSchema>>;

export const FoundLabelSchema = Type.Object({
  run: Id,
  number: Type.Integer({ description: 'Of the run, from 1' }),
  lot: Type.Optional(Type.String({ description: 'On which it was stuck' })),
});

export const PAGES = ['roll', 'a4'] as const;
export type LabelPageName = (typeof PAGES)[number];

export const PrintLabelsSchema = Type.Object(
  {
    ...TryLabelSchema.properties,
    copies: Type.Integer({ minimum: 1, maximum: 1_000, description: '1 where there are codes' }),
    codes: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        minItems: 1,
        maxItems: LABEL_CODES_MAX,
        description: 'A label each, where a field of the layout is `isOfEach`',
      }),
    ),
    page: Type.Optional(Type.Unsafe<LabelPageName>(Type.Enum([...PAGES]))),
  },
  only,
);
export type PrintLabels = Frozen<Type.Static<typeof PrintLabelsSchema>>;
