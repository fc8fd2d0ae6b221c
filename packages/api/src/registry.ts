/** What an organisation says of its products, parties, sites, equipment and devices: `/v1/registry`. */
import Type from 'typebox';
import { TimeSchema } from './account/session.ts';
import type { Frozen } from './frozen.ts';

export const ENTRY_KINDS = ['product', 'party', 'site', 'equipment', 'device'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Entries of one request; more come in the next. */
export const ENTRIES_MAX = 1_000;
/** Identifiers that no scheme of codes is for, with what they are called. */
export const OWN_IDENTIFIERS = {
  'maker-number': { zh: '出厂编号', en: 'Maker’s number' },
  internal: { zh: '单位内部编号', en: 'Number of one’s own' },
  plate: { zh: '车牌号', en: 'Number plate' },
  other: { zh: '其他编号', en: 'Another number' },
} as const;

export const EntryKindSchema = Type.Enum([...ENTRY_KINDS]);
const IdentifierSchema = Type.Object({
  scheme: Type.String({
    description: `Of /v1/codes/schemes, gs1 for a GTIN, an EPC, …; or ${Object.keys(OWN_IDENTIFIERS).join(', ')}`,
  }),
  value: Type.String({ maxLength: 256 }),
});

/** One thing, whole: what is left out is said no more. */
const NewEntrySchema = Type.Object({
  kind: EntryKindSchema,
  code: Type.String({ maxLength: 1_000, description: 'In any spelling; what events name it by' }),
  attributes: Type.Record(
    Type.String(),
    Type.Union([Type.String({ maxLength: 2_000 }), Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 20 })]),
    { description: 'By names of CBV 2.0 (name, netContentDescription, …), of one’s own, or in full; a name is needed' },
  ),
  identifiers: Type.Optional(Type.Array(IdentifierSchema, { maxItems: 20 })),
  parts: Type.Optional(
    Type.Array(Type.String(), { maxItems: 200, description: 'Codes of what it is made of, or holds' }),
  ),
});
export const NewEntriesSchema = Type.Array(NewEntrySchema, { minItems: 1, maxItems: ENTRIES_MAX });

export const SaidSchema = Type.Object({
  stored: Type.Integer({ description: 'New versions' }),
  unchanged: Type.Integer({ description: 'Said already, word for word: no new version' }),
});
export type SaidBody = Frozen<Type.Static<typeof SaidSchema>>;

const NameSchema = Type.Union([Type.Object({ zh: Type.String(), en: Type.String() }), Type.Null()]);

/** An entry that another stands for. */
const MergedSchema = Type.Object({
  code: Type.String({ description: 'Canonical' }),
  name: NameSchema,
  at: TimeSchema,
});

const Shown = {
  code: Type.String({ description: 'Canonical' }),
  kind: Type.Union([EntryKindSchema, Type.Null()], {
    description: 'null for a type of vocabulary that is none of these',
  }),
  type: Type.String({ description: 'Full name of its vocabulary' }),
  name: NameSchema,
  attributes: Type.Record(Type.String(), Type.Unknown()),
  identifiers: Type.Array(IdentifierSchema),
  parts: Type.Array(Type.String()),
  at: TimeSchema,
  merged: Type.Optional(
    Type.Array(MergedSchema, { description: 'Entries that were merged into it; absent where there are none' }),
  ),
};
const EntrySchema = Type.Object(Shown);
export type EntryBody = Frozen<Type.Static<typeof EntrySchema>>;
export const EntriesSchema = Type.Object({
  entries: Type.Array(EntrySchema),
  next: Type.Optional(Type.String({ description: 'after, of the next page' })),
});
export type EntriesBody = Frozen<Type.Static<typeof EntriesSchema>>;

const SpanSchema = Type.Object({
  scheme: Type.String(),
  value: Type.String(),
  since: TimeSchema,
  until: Type.Union([TimeSchema, Type.Null()], { description: 'null while it is so' }),
});
export type SpanBody = Frozen<Type.Static<typeof SpanSchema>>;
const VersionSchema = Type.Object({
  at: TimeSchema,
  kind: Shown.kind,
  changes: Type.Array(
    Type.Object({
      what: Type.Enum(['kind', 'attribute', 'identifier', 'part']),
      name: Type.String({ description: 'Of an attribute; the scheme of an identifier' }),
      before: Type.Unknown({ description: 'null where there was none' }),
      after: Type.Unknown({ description: 'null where there is none' }),
    }),
  ),
});
export type VersionBody = Frozen<Type.Static<typeof VersionSchema>>;
export const WholeEntrySchema = Type.Object({
  ...Shown,
  asked: Type.Optional(
    Type.Object(
      { code: Type.String(), name: NameSchema },
      { description: 'What was asked for, where that was merged into this' },
    ),
  ),
  spans: Type.Array(SpanSchema, { description: 'Every identifier that it ever had' }),
  versions: Type.Array(VersionSchema, { description: 'The newest first' }),
});
export type WholeEntryBody = Frozen<Type.Static<typeof WholeEntrySchema>>;

export const FoundThingsSchema = Type.Object({
  things: Type.Array(
    Type.Object({
      code: Shown.code,
      kind: Shown.kind,
      name: Shown.name,
      by: Type.Array(SpanSchema, { description: 'The identifiers asked for; none where its code was' }),
      merged: Type.Optional(
        Type.Array(MergedSchema, { description: 'Entries merged into it that have, or had, what was asked for' }),
      ),
    }),
  ),
});
export type FoundThingsBody = Frozen<Type.Static<typeof FoundThingsSchema>>;

/** The last events of the organisation that are looked at for codes: some 0.2 s. */
export const UNKNOWN_EVENTS_MAX = 2_000;
export const UNKNOWN_KINDS = ['product', 'party', 'site'] as const;
export type UnknownKind = (typeof UNKNOWN_KINDS)[number];
export const UnknownKindSchema = Type.Enum([...UNKNOWN_KINDS]);
export const UnknownCodesSchema = Type.Object({
  codes: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Canonical; of a product its GTIN' }),
      kind: UnknownKindSchema,
      events: Type.Integer({ description: 'How many of those looked at name it' }),
      newestAt: TimeSchema,
    }),
    { description: 'By the newest event that names each, the newest first' },
  ),
  lookedAt: Type.Object({
    events: Type.Integer({
      description: `The last that were recorded, ${UNKNOWN_EVENTS_MAX} at most; those declared in error are among them, and name nothing`,
    }),
    all: Type.Boolean({ description: 'There are no more' }),
  }),
  next: Type.Optional(Type.String({ description: 'after, of the next page' })),
});
export type UnknownCodesBody = Frozen<Type.Static<typeof UnknownCodesSchema>>;
