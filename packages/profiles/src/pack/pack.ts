/**
 * A category pack: what the law asks of one category of products, as data. Items that have an `id` and a validity may come several
 * times with one id: versions, whose validity may not overlap. `check-pack.ts` says what must hold beyond this shape.
 */
import Type from 'typebox';
import { BalanceSchema } from './balance.ts';
import {
  DaySchema,
  DurationSchema,
  ELEMENT_ID,
  ExpressionSchema,
  IdSchema,
  Validity,
  VERSION,
  WithinSchema,
  WordsSchema,
} from './parts.ts';
import { PublicPageSchema } from './public-page.ts';

const only = { additionalProperties: false } as const;
const ElementIdSchema = Type.String({ pattern: ELEMENT_ID });
const LIST_MAX = 2_000;

/** A law, rule or standard that items come from. */
const SourceSchema = Type.Object(
  {
    title: WordsSchema,
    number: Type.Optional(Type.String({ maxLength: 100, description: '国家市场监督管理总局令第 122 号' })),
    issued: Type.Optional(DaySchema),
    inForce: Type.Optional(DaySchema),
    url: Type.Optional(Type.String({ format: 'uri', maxLength: 500 })),
  },
  only,
);

/**
 * Where an event holds an element, by the last part of names. `ilmd/lotNumber` master data of the goods; `event/permitNo` a member that
 * the standard does not define, `event/check/result` one within it; `quantity`, `eventTime`, `readPoint`, `bizLocation`, `lot`, `serial`,
 * `gtin`; `document/po` a business transaction of that type; `source/possession`, `destination/ownership` a party;
 * `sensor/Temperature`; `certificate`; `product/name`, `supplier/name`, `buyer/name`, `recorder/name` what is known of these;
 * `countersignature/name`, `countersignature/capacity`, `countersignature/organisation` who confirmed the record on the spot.
 */
const PLACE =
  '^(quantity|eventTime|readPoint|bizLocation|lot|serial|gtin|certificate|(ilmd|event|document|source|destination|sensor|product|supplier|buyer|recorder|countersignature)/[A-Za-z][A-Za-z0-9_.-]*(/[A-Za-z][A-Za-z0-9_-]*)?)$';

export const ELEMENT_TYPES = ['text', 'code', 'number', 'date', 'dateTime', 'flag', 'list'] as const;

/** GB/T 38154 describes an element by such members; the value domain is a code list, a pattern or a range. */
const ElementSchema = Type.Object(
  {
    name: WordsSchema,
    definition: Type.Optional(WordsSchema),
    type: Type.Unsafe<(typeof ELEMENT_TYPES)[number]>(
      Type.Enum([...ELEMENT_TYPES], { description: 'list: several texts' }),
    ),
    unit: Type.Optional(Type.String({ maxLength: 20, description: 'UN/ECE Recommendation 20, of a number' })),
    codeList: Type.Optional(IdSchema),
    pattern: Type.Optional(Type.String({ maxLength: 300 })),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    level: Type.Unsafe<'owner' | 'partner' | 'chain' | 'regulator' | 'public'>(
      Type.Enum(['owner', 'partner', 'chain', 'regulator', 'public'], { description: 'Who may see it by default' }),
    ),
    publicCodes: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        minItems: 1,
        maxItems: LIST_MAX,
        description: 'Codes of its list that everybody may see, where of the others fewer may',
      }),
    ),
    isPersonal: Type.Optional(Type.Boolean({ description: 'Of a person: kept sealed' })),
    at: Type.Array(Type.String({ pattern: PLACE }), {
      minItems: 1,
      maxItems: 10,
      description: 'The first that is there',
    }),
  },
  only,
);

const CodeListSchema = Type.Object(
  {
    name: WordsSchema,
    values: Type.Array(
      Type.Object(
        {
          code: Type.String({ minLength: 1, maxLength: 100 }),
          name: WordsSchema,
          includes: Type.Optional(
            Type.Array(Type.String(), {
              maxItems: LIST_MAX,
              description: 'Codes that it takes in, as a year’s service a half-year’s',
            }),
          ),
        },
        only,
      ),
      { minItems: 1, maxItems: LIST_MAX },
    ),
    ...Validity,
  },
  only,
);

/** What happens to goods or equipment, as the law names it. An event is of the first stage that it fits. */
const StageSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    event: Type.Object(
      {
        types: Type.Array(
          Type.Unsafe<
            'ObjectEvent' | 'AggregationEvent' | 'TransactionEvent' | 'TransformationEvent' | 'AssociationEvent'
          >(
            Type.Enum([
              'ObjectEvent',
              'AggregationEvent',
              'TransactionEvent',
              'TransformationEvent',
              'AssociationEvent',
            ]),
          ),
          { minItems: 1, maxItems: 5, uniqueItems: true },
        ),
        bizSteps: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
          minItems: 1,
          maxItems: 20,
          description: 'Words of the CBV, or URIs of other vocabularies',
        }),
        dispositions: Type.Optional(
          Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 20 }),
        ),
        actions: Type.Optional(
          Type.Array(Type.Unsafe<'ADD' | 'OBSERVE' | 'DELETE'>(Type.Enum(['ADD', 'OBSERVE', 'DELETE'])), {
            minItems: 1,
            maxItems: 3,
          }),
        ),
        when: Type.Optional(ExpressionSchema),
      },
      only,
    ),
    who: Type.Optional(
      Type.Array(
        Type.Unsafe<
          'enterprise' | 'household' | 'regulator' | 'laboratory' | 'certifier' | 'association' | 'operator' | 'service'
        >(
          Type.Enum([
            'enterprise',
            'household',
            'regulator',
            'laboratory',
            'certifier',
            'association',
            'operator',
            'service',
          ]),
        ),
        { minItems: 1, maxItems: 8, description: 'Kinds of organisations that may record it; any where not given' },
      ),
    ),
    follows: Type.Optional(Type.Array(IdSchema, { maxItems: 50, description: 'Stages that come before it' })),
    accepts: Type.Optional(
      Type.Array(
        Type.Unsafe<'lot' | 'instance' | 'class' | 'other'>(Type.Enum(['lot', 'instance', 'class', 'other'])),
        {
          minItems: 1,
          maxItems: 4,
          description: 'What codes of units may name; anything where not given',
        },
      ),
    ),
    ...Validity,
  },
  only,
);

/** An element that a stage has to hold. */
const RequirementSchema = Type.Object(
  {
    stage: IdSchema,
    element: ElementIdSchema,
    need: Type.Unsafe<'required' | 'conditional' | 'optional'>(Type.Enum(['required', 'conditional', 'optional'])),
    when: Type.Optional(ExpressionSchema),
    within: WithinSchema,
    ...Validity,
  },
  only,
);

/** What must not be. An interlock refuses an event at capture; anything else is told afterwards. */
const RuleSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    stages: Type.Array(IdSchema, { minItems: 1, maxItems: 50 }),
    when: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2_000, description: 'CEL: true where the rule is broken' }),
    ),
    check: Type.Optional(
      Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'A rule that data cannot say, by its id' }),
    ),
    of: Type.Optional(
      Type.Unsafe<'records' | 'declarations'>(
        Type.Enum(['records', 'declarations'], {
          description: 'Of what is recorded (where not given), or of declarations that a record was wrong',
        }),
      ),
    ),
    effect: Type.Unsafe<'refuse' | 'flag'>(Type.Enum(['refuse', 'flag'])),
    message: WordsSchema,
    wayOut: WordsSchema,
    within: WithinSchema,
    ...Validity,
  },
  only,
);

/** A licence that whoever does something must hold. */
const LicenceSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    pattern: Type.Optional(Type.String({ maxLength: 300, description: 'Of its number' })),
    of: Type.Unsafe<'recorder' | 'supplier' | 'buyer' | 'carrier'>(
      Type.Enum(['recorder', 'supplier', 'buyer', 'carrier']),
    ),
    stages: Type.Array(IdSchema, { minItems: 1, maxItems: 50 }),
    when: Type.Optional(ExpressionSchema),
    within: WithinSchema,
    ...Validity,
  },
  only,
);

const AfterSchema = Type.Object({ after: DurationSchema, to: WordsSchema }, only);

/** Something is due within a time. */
const ClockSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    starts: Type.Array(IdSchema, { minItems: 1, maxItems: 20, description: 'Stages, any of which starts it' }),
    startsAt: Type.Optional(ElementIdSchema),
    ends: Type.Array(IdSchema, { minItems: 1, maxItems: 20, description: 'Stages, any of which ends it' }),
    stops: Type.Optional(
      Type.Array(IdSchema, { minItems: 1, maxItems: 20, description: 'Stages after which it runs no more' }),
    ),
    when: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2_000, description: 'CEL, of the event that starts it' }),
    ),
    of: Type.Unsafe<'unit' | 'event' | 'recorder'>(
      Type.Enum(['unit', 'event', 'recorder'], {
        description:
          'What it runs for: a unit (one at a time: another start changes nothing), each start by itself, or whoever records',
      }),
    ),
    within: DurationSchema,
    dayOfNextMonth: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 31, description: 'Instead of `within`, of a monthly duty' }),
    ),
    isRepeated: Type.Optional(Type.Boolean({ description: 'Each end starts it anew' })),
    pauses: Type.Optional(
      Type.Array(Type.Object({ from: IdSchema, until: IdSchema }, only), {
        maxItems: 10,
        description: 'Stages between which it rests',
      }),
    ),
    extension: Type.Optional(Type.Object({ by: DurationSchema, on: IdSchema }, only)),
    escalations: Type.Optional(
      Type.Array(AfterSchema, { maxItems: 10, description: 'Whom it is told after the due time' }),
    ),
    ...Validity,
  },
  only,
);

/** A book that the law prescribes: a line for each unit of each event of its stages. */
const LedgerSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    stages: Type.Array(IdSchema, { minItems: 1, maxItems: 50 }),
    columns: Type.Array(ElementIdSchema, { minItems: 1, maxItems: 60 }),
    ...Validity,
  },
  only,
);

/** What is handed to an authority, or entered in its system. */
const FilingSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    to: WordsSchema,
    stages: Type.Array(IdSchema, { minItems: 1, maxItems: 50 }),
    columns: Type.Array(
      Type.Object({ element: ElementIdSchema, heading: Type.String({ minLength: 1, maxLength: 100 }) }, only),
      {
        minItems: 1,
        maxItems: 60,
        description: 'In the form of the system that receives it',
      },
    ),
    format: Type.Unsafe<'csv' | 'xlsx' | 'json'>(Type.Enum(['csv', 'xlsx', 'json'])),
    clock: Type.Optional(IdSchema),
    ...Validity,
  },
  only,
);

const RetentionSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    stages: Type.Array(IdSchema, { minItems: 1, maxItems: 100 }),
    keep: DurationSchema,
    after: Type.String({
      pattern: `^(event|[a-z][A-Za-z0-9]{0,59})$`,
      description: '`event`, or the element whose day counts',
    }),
    otherwise: Type.Optional(
      Type.Object(
        { keep: DurationSchema },
        { ...only, description: 'After the event, where there is no such element' },
      ),
    ),
    ...Validity,
  },
  only,
);

const RecallClassSchema = Type.Object(
  {
    id: IdSchema,
    name: WordsSchema,
    definition: WordsSchema,
    start: DurationSchema,
    complete: Type.Optional(DurationSchema),
    ...Validity,
  },
  only,
);

/** What the law asks and the pack does not hold, and why. */
const AbsentSchema = Type.Object({ what: WordsSchema, why: WordsSchema, source: Type.Optional(IdSchema) }, only);

const many = <S extends Type.TSchema>(schema: S): Type.TArray<S> => Type.Array(schema, { maxItems: LIST_MAX });

export const PackSchema = Type.Object(
  {
    id: IdSchema,
    version: Type.String({ pattern: VERSION, description: '2026.1' }),
    name: WordsSchema,
    goods: Type.Object(
      {
        categories: Type.Array(IdSchema, { minItems: 1, maxItems: 20, description: 'Of organisations and products' }),
        schemes: Type.Optional(
          Type.Array(Type.String({ maxLength: 60 }), {
            maxItems: 20,
            description: 'Code schemes of units that are of it by themselves',
          }),
        ),
      },
      only,
    ),
    sources: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), SourceSchema),
    elements: Type.Record(Type.String({ pattern: ELEMENT_ID }), ElementSchema),
    codeLists: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }), CodeListSchema),
    stages: many(StageSchema),
    usualFirst: Type.Optional(IdSchema), // the stage with which most begin
    requirements: many(RequirementSchema),
    rules: many(RuleSchema),
    licences: many(LicenceSchema),
    clocks: many(ClockSchema),
    ledgers: many(LedgerSchema),
    balances: Type.Optional(many(BalanceSchema)),
    filings: many(FilingSchema),
    retention: many(RetentionSchema),
    recallClasses: many(RecallClassSchema),
    publicPage: PublicPageSchema,
    absent: many(AbsentSchema),
  },
  { ...only, $id: 'urn:suyuan:schema:pack', title: 'Category pack' },
);

export type Pack = Type.Static<typeof PackSchema>;
export type PackElement = Pack['elements'][string];
export type PackStage = Pack['stages'][number];
export type PackRule = Pack['rules'][number];
export type PackClock = Pack['clocks'][number];
export type PackLicence = Pack['licences'][number];
export type PackBalance = NonNullable<Pack['balances']>[number];
