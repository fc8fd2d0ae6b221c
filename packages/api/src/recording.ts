/** What people fill in of a stage of a category pack, over `/v1/forms` and `/v1/sheets`. */
import Type from 'typebox';
import { DifferencesSchema } from './disclosure/differences.ts';
import type { Frozen } from './frozen.ts';
import { OrderCheckSchema } from './orders/lines.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Code = Type.String({ maxLength: 500, description: 'As typed or scanned, in any spelling' });
const Time = Type.String({ format: 'date-time' });
const only = { additionalProperties: false } as const;

const HANDOVERS = ['in', 'out', 'none'] as const;
const Handover = Type.Unsafe<(typeof HANDOVERS)[number]>(
  Type.Enum([...HANDOVERS], { description: 'The goods come from somebody, go to somebody, or stay' }),
);

export const FormsSchema = Type.Object({
  packs: Type.Array(
    Type.Object({
      pack: Type.String(),
      version: Type.String(),
      name: Words,
      first: Type.Optional(Type.String({ description: 'The stage with which most begin' })),
      stages: Type.Array(Type.Object({ stage: Type.String(), name: Words, handover: Handover })),
    }),
    { description: 'Of what the organisation deals in; stages that such an organisation may record' },
  ),
});
export type Forms = Frozen<Type.Static<typeof FormsSchema>>;

/** What others have sent to the organisation, and it has not recorded as received. */
const ArrivalSchema = Type.Object({
  eventID: Type.String({ description: 'Of the record of the shipping' }),
  at: Time,
  from: Type.Optional(Type.String({ description: 'Canonical code of who sent it' })),
  fromName: Type.Optional(Type.String()),
  units: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Canonical' }),
      name: Type.Optional(Words),
      quantity: Type.Optional(Type.String({ description: 'Decimal, as it was sent' })),
      uom: Type.Optional(Type.String()),
    }),
    { description: 'A hundred at most' },
  ),
  count: Type.Integer({ description: 'How many units there are' }),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]), {
    description: 'What it says of data elements that may be asked of whoever receives it',
  }),
});
export type Arrival = Frozen<Type.Static<typeof ArrivalSchema>>;

export const ArrivalsSchema = Type.Object({
  since: Type.String({ format: 'date', description: 'What was sent before this day is not among them' }),
  arrivals: Type.Array(ArrivalSchema, { description: 'The newest first, a hundred at most' }),
  more: Type.Integer({ description: 'How many others there are' }),
  isCut: Type.Boolean({ description: 'So much names the organisation that the oldest of it was not looked at' }),
  stages: Type.Array(Type.Object({ pack: Type.String(), stage: Type.String(), name: Words }), {
    description: 'Of the packs of what the organisation deals in, at which goods are taken in',
  }),
});
export type Arrivals = Frozen<Type.Static<typeof ArrivalsSchema>>;

const NEEDS = ['required', 'conditional', 'optional'] as const;
const ASKED = ['none', 'optional', 'required'] as const;
const ELEMENT_TYPES = ['text', 'code', 'number', 'date', 'dateTime', 'flag', 'list'] as const;
const NAMES = ['lot', 'instance', 'class', 'other'] as const;

const FieldSchema = Type.Object({
  element: Type.String({ description: 'Data element of the pack' }),
  name: Words,
  definition: Type.Optional(Words),
  type: Type.Unsafe<(typeof ELEMENT_TYPES)[number]>(Type.Enum([...ELEMENT_TYPES])),
  unit: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20, of a number' })),
  options: Type.Optional(Type.Array(Type.Object({ code: Type.String(), name: Words }))),
  pattern: Type.Optional(Type.String()),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  need: Type.Unsafe<(typeof NEEDS)[number]>(Type.Enum([...NEEDS])),
  when: Type.Optional(Words),
  entered: Type.Unsafe<'value' | 'unit' | 'time'>(
    Type.Enum(['value', 'unit', 'time'], { description: 'unit, time: told by the goods or by when it happens' }),
  ),
  fixed: Type.Optional(Type.String({ description: 'By what the stage is known: its one value' })),
  isPersonal: Type.Boolean({ description: 'Of a person: never offered again' }),
});
export type FormField = Frozen<Type.Static<typeof FieldSchema>>;

const UnitSchema = Type.Object(
  {
    code: Code,
    quantity: Type.Optional(Type.String({ maxLength: 30, description: 'Decimal' })),
    uom: Type.Optional(Type.String({ maxLength: 20, description: 'UN/ECE Recommendation 20; pieces if not given' })),
  },
  only,
);

/** Whatever is not known yet is left out: a name is enough to save it. */
export const SheetContentSchema = Type.Object(
  {
    at: Type.Optional(Type.String({ maxLength: 40, description: 'RFC 3339 with the offset of the place' })),
    units: Type.Optional(
      Type.Array(UnitSchema, { maxItems: 2_000, description: 'What it is about, or what was made' }),
    ),
    inputs: Type.Optional(Type.Array(UnitSchema, { maxItems: 2_000, description: 'What it was made of' })),
    parent: Type.Optional(Code),
    place: Type.Optional(Code),
    from: Type.Optional(Code),
    to: Type.Optional(Code),
    notice: Type.Optional(
      Type.String({ maxLength: 2000, description: 'eventID of what somebody sent, as `/v1/arrivals` tells it' }),
    ),
    order: Type.Optional(
      Type.String({ format: 'uuid', description: 'Id of the order that it is shipped for, of `/v1/orders`' }),
    ),
    values: Type.Optional(
      Type.Record(
        Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,59}$' }),
        Type.Union([
          Type.String({ maxLength: 4_000 }),
          Type.Array(Type.String({ maxLength: 4_000 }), { maxItems: 200 }),
        ]),
        { maxProperties: 300, description: 'By data element' },
      ),
    ),
  },
  only,
);
export type SheetContent = Frozen<Type.Static<typeof SheetContentSchema>>;

export const StageFormSchema = Type.Object({
  pack: Type.String(),
  version: Type.String(),
  stage: Type.String(),
  name: Words,
  accepts: Type.Optional(Type.Array(Type.Unsafe<(typeof NAMES)[number]>(Type.Enum([...NAMES])))),
  inputs: Type.Unsafe<(typeof ASKED)[number]>(Type.Enum([...ASKED])),
  parent: Type.Unsafe<(typeof ASKED)[number]>(Type.Enum([...ASKED])),
  opens: Type.Boolean({ description: 'The goods come out of `parent`; with none entered, all that is in it' }),
  handover: Handover,
  fields: Type.Array(FieldSchema),
  last: Type.Optional(
    Type.Object(SheetContentSchema.properties, {
      ...only,
      description: 'What the organisation filled in last, without what is of one record alone: goods, time, persons',
    }),
  ),
});
export type StageFormBody = Frozen<Type.Static<typeof StageFormSchema>>;

const IdOfStage = Type.String({ minLength: 1, maxLength: 60 });

export const CheckSheetSchema = Type.Object({ pack: IdOfStage, stage: IdOfStage, content: SheetContentSchema }, only);
export type CheckSheet = Frozen<Type.Static<typeof CheckSheetSchema>>;

export const SheetCheckSchema = Type.Object({
  faults: Type.Array(
    Type.Object({
      field: Type.String({ description: 'at, units, units/0/code, inputs/1/quantity, parent, place, from, to, order' }),
      message: Words,
    }),
    { description: 'Why it is no event yet; nothing is found of it before' },
  ),
  stage: Type.Optional(
    Type.String({ description: 'Of which the event would be; another, or none, where it is not this one' }),
  ),
  findings: Type.Array(
    Type.Object({
      element: Type.Optional(Type.String({ description: 'The field that it is about' })),
      rule: Type.String(),
      unit: Type.Optional(Type.String()),
      effect: Type.Unsafe<'refuse' | 'flag' | 'unknown'>(Type.Enum(['refuse', 'flag', 'unknown'])),
      message: Words,
      wayOut: Words,
      basis: Words,
    }),
    { description: 'What the pack would find of it: what is of the effect refuse cannot be recorded' },
  ),
  differences: Type.Optional(
    Type.Array(DifferencesSchema.items, {
      description: 'From what the notice says was sent; not given where there is no such notice any more',
    }),
  ),
  order: Type.Optional(
    Type.Object(OrderCheckSchema.properties, { description: 'How the order that it names would stand with it' }),
  ),
  event: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'EPCIS 2.0 in JSON, as it would be recorded' }),
  ),
});
export type SheetCheck = Frozen<Type.Static<typeof SheetCheckSchema>>;

export const SHEET_STATES = ['open', 'recorded', 'waiting', 'discarded'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export const SaveSheetSchema = Type.Object(
  {
    ...CheckSheetSchema.properties,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    version: Type.Integer({ minimum: 0, description: 'That this is a change of; 0 of a new one' }),
  },
  only,
);
export type SaveSheet = Frozen<Type.Static<typeof SaveSheetSchema>>;

const PersonNamed = Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String() });

export const SheetSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  pack: Type.String(),
  stage: Type.String(),
  stageName: Words,
  name: Type.String(),
  version: Type.Integer(),
  state: Type.Unsafe<SheetState>(
    Type.Enum([...SHEET_STATES], { description: 'waiting: for somebody’s release (`/v1/drafts`)' }),
  ),
  eventID: Type.Optional(Type.String({ description: 'As which it was recorded' })),
  draft: Type.Optional(Type.String({ format: 'uuid' })),
  changedBy: Type.Optional(PersonNamed),
  changedAt: Time,
  signed: Type.Optional(
    Type.Object(
      {
        at: Time,
        device: Type.String({ description: 'As `/v1/me/devices` names it' }),
        agent: Type.Union([Type.String(), Type.Null()], { description: 'What its browser said of itself' }),
      },
      { description: 'Of what waited on a device for a line: by which it was signed, and when' },
    ),
  ),
});
export type SheetBody = Frozen<Type.Static<typeof SheetSchema>>;

export const SheetsSchema = Type.Object({
  sheets: Type.Array(SheetSchema, { description: 'The last changed first' }),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page' })),
});
export type Sheets = Frozen<Type.Static<typeof SheetsSchema>>;

export const SheetWholeSchema = Type.Object({ ...SheetSchema.properties, content: SheetContentSchema });
export type SheetWhole = Frozen<Type.Static<typeof SheetWholeSchema>>;

export const SubmitSheetSchema = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'That was checked' }),
    tell: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description:
          'Words for whoever sent it: what differs from the notice is disputed, and may be taken over by one click',
      }),
    ),
    command: Type.Optional(
      Type.String({
        maxLength: 1000,
        description: 'What waited on a device for a line: its signature, a JWS of ES256 over `{sheet, digest, iat}`',
      }),
    ),
  },
  only,
);
export type SubmitSheet = Frozen<Type.Static<typeof SubmitSheetSchema>>;
