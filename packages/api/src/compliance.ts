/** What category packs find of an organisation's records, over `/v1/compliance`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** Why something is told. */
export const FINDING_EFFECTS = ['refuse', 'flag', 'unknown'] as const;
export type FindingEffect = (typeof FINDING_EFFECTS)[number];

const EffectSchema = Type.Unsafe<FindingEffect>(
  Type.Enum([...FINDING_EFFECTS], {
    description:
      'refuse: forbidden outright; flag: not as it should be; unknown: cannot be told, too little is recorded',
  }),
);

export const RecordFindingSchema = Type.Object({
  eventID: Type.String({ description: 'Of the record; its CBV hash where it has none' }),
  eventTime: Type.String({ format: 'date-time' }),
  lateDays: Type.Integer({ description: 'Whole days between the event and its record' }),
  pack: Type.String(),
  version: Type.String(),
  stage: Type.String(),
  stageName: Words,
  rule: Type.String({
    description:
      'element.missing, element.value, stage.who, stage.code, licence.missing, licence.not-valid, or a rule of the pack',
  }),
  element: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String({ description: 'Canonical code' })),
  effect: EffectSchema,
  message: Words,
  wayOut: Words,
  basis: Words,
  confidence: Type.String({ description: 'How sure it is that the law says so: A to C, V' }),
  dueAt: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'The first moment at which it is too late to put it right; none where the law gives no time',
    }),
  ),
  lastDay: Type.Optional(Type.String({ format: 'date', description: 'In China; none where the time is of hours' })),
});
export type RecordFinding = Type.Static<typeof RecordFindingSchema>;

export const RecordFindingsSchema = Type.Object({
  findings: Type.Array(RecordFindingSchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type RecordFindings = Type.Static<typeof RecordFindingsSchema>;

export const CLOCK_STATES = ['overdue', 'open', 'paused', 'unknown', 'done', 'late', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

const StateSchema = Type.Unsafe<ClockState>(
  Type.Enum([...CLOCK_STATES], {
    description:
      'overdue: not done and late; open: not yet due; paused: it rests; unknown: until when is not recorded; done in time; late: done, and late; stopped: due no more',
  }),
);

export const DutySchema = Type.Object({
  pack: Type.String(),
  clock: Type.String(),
  name: Words,
  state: StateSchema,
  unit: Type.Optional(Type.String({ description: 'Canonical code; none where it is of the organisation itself' })),
  startedBy: Type.String({ description: 'eventID of the record, or its CBV hash' }),
  startedAt: Type.Optional(Type.String({ format: 'date-time' })),
  dueAt: Type.Optional(Type.String({ format: 'date-time', description: 'The first moment that is late' })),
  lastDay: Type.Optional(Type.String({ format: 'date', description: 'In China; none of a clock in hours' })),
  isProvisional: Type.Boolean({ description: 'Reckoned over a year whose working days are not published yet' }),
  endedBy: Type.Optional(Type.String()),
  endedAt: Type.Optional(Type.String({ format: 'date-time' })),
  told: Type.Array(Words, { description: 'Whom the law has it told to by now' }),
  basis: Words,
  confidence: Type.String(),
});
export type Duty = Type.Static<typeof DutySchema>;

export const DutiesSchema = Type.Object({
  duties: Type.Array(DutySchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type Duties = Type.Static<typeof DutiesSchema>;

export const ComplianceSchema = Type.Object({
  packs: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      name: Words,
      records: Type.Integer({ description: 'Records that are of a stage of it' }),
      late: Type.Integer({ description: 'Of these, recorded a day or more after the event' }),
      rules: Type.Array(
        Type.Object({
          rule: Type.String(),
          name: Words,
          effect: EffectSchema,
          findings: Type.Integer(),
        }),
      ),
      clocks: Type.Array(
        Type.Object({
          clock: Type.String(),
          name: Words,
          state: StateSchema,
          count: Type.Integer(),
          soon: Type.Integer({ description: 'Of these, open and due within seven days' }),
        }),
      ),
      ledgers: Type.Array(Type.Object({ id: Type.String(), name: Words, records: Type.Integer() })),
    }),
    { description: 'Those that apply to the organisation' },
  ),
  waiting: Type.Integer({ description: 'Records of the installation that are still to be judged' }),
});
export type Compliance = Type.Static<typeof ComplianceSchema>;

const LedgerColumnSchema = Type.Object({
  element: Type.String({ description: 'Data element of the pack; empty for what every ledger has' }),
  name: Words,
  unit: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20' })),
});
export type LedgerColumn = Type.Static<typeof LedgerColumnSchema>;

/** A stretch of a ledger: a line for each unit of each record, in the order of the events. */
export const LedgerPageSchema = Type.Object({
  pack: Type.String(),
  ledger: Type.String(),
  name: Words,
  basis: Words,
  columns: Type.Array(LedgerColumnSchema),
  rows: Type.Array(
    Type.Object({
      eventID: Type.String(),
      eventTime: Type.String({ format: 'date-time' }),
      lateDays: Type.Integer(),
      stage: Type.String(),
      unit: Type.Optional(Type.String({ description: 'Canonical code' })),
      keepUntil: Type.Optional(
        Type.String({
          format: 'date',
          description: 'The last day in China until which the law has the record kept; none where it says nothing',
        }),
      ),
      cells: Type.Array(Type.Union([Type.String(), Type.Number()]), {
        description: 'One for each column; empty where not recorded',
      }),
    }),
  ),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type LedgerPage = Type.Static<typeof LedgerPageSchema>;
