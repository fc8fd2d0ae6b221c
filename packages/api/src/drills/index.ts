/** Drills (模拟召回): a lot traced both ways with its balance, timed, kept as it was found. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Code = Type.String({ description: 'Canonical code' });
const Time = Type.String({ format: 'date-time' });
const Ms = Type.Integer({ minimum: 0, description: 'Milliseconds' });
const Count = Type.Integer({ minimum: 0 });
const Amount = Type.Object({
  amount: Type.Number({ description: 'In `uom`' }),
  uom: Type.String({ description: 'UN/ECE Recommendation 20, of those that amounts are summed in' }),
});
export type DrillAmount = Type.Static<typeof Amount>;
const Amounts = Type.Array(Amount, { description: 'One a unit of measure' });
const Unknown = Type.Integer({ minimum: 0, description: 'Records that do not say how much' });
const Party = Type.Object({ code: Code, name: Type.Optional(Words) });
export type DrillParty = Type.Static<typeof Party>;

/** What a mass balance may differ by, in percent of what came in: usual for bulk goods. */
export const DRILL_TOLERANCE = { from: 95, to: 105 } as const;
/** In how much time both directions are usually asked to be told. */
export const DRILL_HOURS = 4;

/** `holds`: within the tolerance. `off`: outside. `untold`: the records say too little to tell. */
export const DRILL_OUTCOMES = ['holds', 'off', 'untold'] as const;
export type DrillOutcome = (typeof DRILL_OUTCOMES)[number];
const Outcome = Type.Unsafe<DrillOutcome>(Type.Enum([...DRILL_OUTCOMES]));

export const NewDrillSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'Made by whoever asks: sent twice, it is run once' }),
    code: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2000,
        description: 'A lot or unit; one is picked at random where none is given',
      }),
    ),
  },
  { additionalProperties: false },
);
export type NewDrill = Type.Static<typeof NewDrillSchema>;

const InputSchema = Type.Object({
  code: Code,
  name: Type.Optional(Words),
  from: Type.Array(Party, { description: 'As far as it is open; none where nobody is named' }),
  used: Amounts,
  received: Amounts,
  unknown: Unknown,
  lastAt: Type.Optional(Time),
});
export type DrillInput = Type.Static<typeof InputSchema>;

const CustomerSchema = Type.Object({
  party: Type.Optional(Party),
  code: Type.String({ description: 'The lot that went there: the one asked for, or one made of it' }),
  name: Type.Optional(Words),
  amounts: Amounts,
  unknown: Unknown,
  lastAt: Type.Optional(Time),
  isDirect: Type.Boolean({ description: 'Handed over by the organisation itself, not by others further on' }),
  isRetail: Type.Boolean({ description: 'Sold to consumers, whom nobody names' }),
});
export type DrillCustomer = Type.Static<typeof CustomerSchema>;

const BalanceSchema = Type.Object({
  uom: Type.String(),
  made: Type.Number(),
  received: Type.Number(),
  shipped: Type.Number({ description: 'Sold to consumers included' }),
  used: Type.Number(),
  gone: Type.Number({ description: 'Destroyed, disposed of, taken out of use' }),
  stock: Type.Number({ description: 'Counted where `isCounted`, else what is left by the records' }),
  isCounted: Type.Boolean(),
  unaccounted: Type.Number({ description: 'In less out less stock' }),
  percent: Type.Optional(Type.Number({ description: 'Out and stock of what came in; none where nothing came in' })),
  outcome: Outcome,
});
export type DrillBalance = Type.Static<typeof BalanceSchema>;

const BreakSchema = Type.Object({
  kind: Type.String(),
  code: Type.Optional(Code),
  count: Type.Optional(Count),
  eventIDs: Type.Array(Type.String()),
  words: Words,
});
export type DrillBreak = Type.Static<typeof BreakSchema>;

const LookedSchema = Type.Object({ units: Count, events: Count, hidden: Count, complete: Type.Boolean() });

export const DrillResultSchema = Type.Object({
  units: Type.Array(Code),
  product: Type.Optional(Party),
  outcome: Outcome,
  isWhole: Type.Boolean({ description: 'Both walks went to their ends and nothing on the way was hidden' }),
  inputs: Type.Array(InputSchema),
  customers: Type.Array(CustomerSchema),
  balance: Type.Array(BalanceSchema),
  unknown: Unknown,
  breaks: Type.Array(BreakSchema),
  notices: Type.Array(Type.Object({ verdict: Type.String(), unit: Code, since: Type.Optional(Time), words: Words })),
  findings: Type.Array(
    Type.Object({ rule: Type.String(), effect: Type.String(), eventID: Type.String(), message: Words }),
  ),
  more: Type.Object(
    { inputs: Count, customers: Count, breaks: Count },
    { description: 'How many rows beyond those listed' },
  ),
  looked: Type.Object({ up: LookedSchema, down: LookedSchema }),
  times: Type.Object({ upMs: Ms, downMs: Ms, balanceMs: Ms, totalMs: Ms }),
  log: Type.Object({
    size: Count,
    root: Type.String({ description: 'Root hash of the log of that size (RFC 9162), hexadecimal' }),
    records: Type.Integer({ minimum: 0, description: 'Of the records looked at, those that stand in it' }),
    pending: Type.Integer({ minimum: 0, description: 'Those that did not yet' }),
  }),
});
export type DrillResult = Type.Static<typeof DrillResultSchema>;

const Summary = {
  id: Type.String({ format: 'uuid' }),
  code: Code,
  name: Type.Optional(Words),
  isPicked: Type.Boolean({ description: 'At random, by the program' }),
  startedAt: Time,
  tookMs: Ms,
  by: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  outcome: Outcome,
  isWhole: Type.Boolean(),
};
const DrillSummarySchema = Type.Object(Summary);
export type DrillSummary = Type.Static<typeof DrillSummarySchema>;

export const DrillSchema = Type.Object({
  ...Summary,
  said: Type.Array(Words, { description: 'The result in words, the most important first' }),
  result: DrillResultSchema,
});
export type Drill = Type.Static<typeof DrillSchema>;

export const DrillsSchema = Type.Object({ drills: Type.Array(DrillSummarySchema), next: Type.Optional(Type.String()) });
export type Drills = Type.Static<typeof DrillsSchema>;
