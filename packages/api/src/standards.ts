/** What is published of category packs, over `/v1/standards`. */
import Type from 'typebox';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });

export const PackListSchema = Type.Object({
  packs: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      name: Words,
      categories: Type.Array(Type.String(), { description: 'Of organisations and goods that it is for' }),
      stages: Type.Integer(),
      elements: Type.Integer(),
      rules: Type.Integer(),
      clocks: Type.Integer(),
      ledgers: Type.Integer(),
      digest: Type.String({ description: 'SHA-256 of the pack as it is answered, in hexadecimal' }),
    }),
  ),
});
export type PackList = Type.Static<typeof PackListSchema>;

/** The versions of one pack by which records are or were judged. */
export const PackVersionsSchema = Type.Object({
  id: Type.String(),
  name: Words,
  versions: Type.Array(
    Type.Object({
      version: Type.String(),
      digest: Type.String({ description: 'SHA-256 of the version as it is answered, in hexadecimal' }),
      state: Type.Unsafe<'in-force' | 'overridden' | 'withdrawn'>(
        Type.Enum(['in-force', 'overridden', 'withdrawn'], {
          description: 'overridden: a higher version is in force; withdrawn: it was in force and was taken back',
        }),
      ),
      isAdded: Type.Boolean({ description: 'By the operator; the others come with the program' }),
      addedAt: Type.Optional(
        Type.String({ format: 'date-time', description: 'Since when it counts here, where the operator added it' }),
      ),
      withdrawnAt: Type.Optional(Type.String({ format: 'date-time' })),
    }),
    { description: 'The highest first' },
  ),
});
export type PackVersions = Type.Static<typeof PackVersionsSchema>;

/** What adding a pack changes, and what a version says otherwise than another. */
export const ProposedPackSchema = Type.Object({
  id: Type.String(),
  version: Type.String(),
  name: Words,
  categories: Type.Array(Type.String()),
  before: Type.Optional(Type.String({ description: 'Version that it is held against; none of a first' })),
  differences: Type.Array(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      change: Type.Unsafe<'added' | 'removed' | 'changed'>(Type.Enum(['added', 'removed', 'changed'])),
      says: Words,
    }),
    { description: 'The first 1,000' },
  ),
  differenceCount: Type.Integer(),
});
export type ProposedPack = Type.Static<typeof ProposedPackSchema>;

const Nullable = Type.Union([Type.String(), Type.Null()]);

export const AddedPacksSchema = Type.Object({
  inUse: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      name: Words,
      digest: Type.String(),
      isAdded: Type.Boolean({ description: 'Not the one that comes with the program' }),
      under: Type.Union([Type.String(), Type.Null()], {
        description: 'The version that takes its place where it is withdrawn; null where there is none',
      }),
    }),
  ),
  shipped: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      name: Words,
      digest: Type.String(),
      state: Type.Unsafe<'in-force' | 'overridden'>(Type.Enum(['in-force', 'overridden'])),
    }),
    { description: 'Those that come with the program' },
  ),
  added: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      digest: Type.String(),
      state: Type.Unsafe<'in-force' | 'overridden' | 'unusable' | 'withdrawn'>(
        Type.Enum(['in-force', 'overridden', 'unusable', 'withdrawn'], {
          description:
            'overridden: a higher version is in force; unusable: this program does not know rules that it needs',
        }),
      ),
      addedAt: Type.String({ format: 'date-time' }),
      addedBy: Nullable,
      withdrawnAt: Nullable,
      withdrawnBy: Nullable,
    }),
    { description: 'The newest first' },
  ),
});
export type AddedPacks = Type.Static<typeof AddedPacksSchema>;
const Basis = {
  basis: Type.Object(Words.properties, { description: 'The law, its number and clause' }),
  confidence: Type.String({ description: 'How sure it is that the law says so: A to C, V, unverified' }),
  from: Type.Optional(Type.String({ description: 'The first day; of old where not given' })),
  until: Type.Optional(Type.String({ description: 'The last day; open where not given' })),
};

const NeedSchema = Type.Object({
  stage: Type.String(),
  name: Words,
  need: Type.String({ description: 'required, conditional, optional' }),
  when: Type.Optional(Type.String({ description: 'CEL: when it is required' })),
  ...Basis,
});

const StandardElementSchema = Type.Object({
  id: Type.String(),
  pack: Type.String(),
  name: Words,
  definition: Type.Optional(Words),
  type: Type.String({ description: 'text, code, number, date, dateTime, flag, list' }),
  unit: Type.Optional(Type.String({ description: 'UN/ECE Recommendation 20' })),
  codeList: Type.Optional(Type.String({ description: 'Under /v1/standards/packs/{pack}/code-lists' })),
  pattern: Type.Optional(Type.String({ description: 'Regular expression' })),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  level: Type.String({ description: 'Who may see it by default: owner, partner, chain, regulator, public' }),
  publicCodes: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Codes of its list that everybody may see, where of the others fewer may',
    }),
  ),
  isPersonal: Type.Boolean({ description: 'Of a person: kept sealed' }),
  at: Type.Array(Type.String(), { description: 'Where an event holds it; the first that is there' }),
  stages: Type.Array(NeedSchema, { description: 'That ask for it' }),
});
export type StandardElement = Type.Static<typeof StandardElementSchema>;

export const StandardElementsSchema = Type.Object({
  elements: Type.Array(StandardElementSchema),
  total: Type.Integer({ description: 'Of all pages' }),
  next: Type.Optional(Type.String({ description: 'after, of the next page' })),
});
export type StandardElements = Type.Static<typeof StandardElementsSchema>;

export const CodeListSchema = Type.Object({
  id: Type.String(),
  pack: Type.String(),
  version: Type.String({ description: 'Of the pack' }),
  name: Words,
  values: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Words,
      includes: Type.Optional(Type.Array(Type.String(), { description: 'Codes that it takes in' })),
    }),
  ),
  ...Basis,
});
export type CodeList = Type.Static<typeof CodeListSchema>;

export const PackTurnsSchema = Type.Object({
  pack: Type.String(),
  version: Type.String(),
  from: Type.String({ format: 'date', description: 'What turns after this day is told' }),
  until: Type.Optional(Type.String({ format: 'date', description: 'The last day that is looked at' })),
  turns: Type.Array(
    Type.Object({
      day: Type.String({ description: 'The first day of what begins, the first day without what ends' }),
      change: Type.String({ description: 'begins, ends' }),
      kind: Type.String({ description: 'The list of the pack that it is in' }),
      id: Type.String(),
      says: Words,
    }),
  ),
});
export type PackTurns = Type.Static<typeof PackTurnsSchema>;

export const SchemaListSchema = Type.Object({
  schemas: Type.Array(
    Type.Object({
      name: Type.String({ description: 'Under /v1/standards/schemas' }),
      id: Type.String({ description: 'Its $id' }),
      title: Words,
      digest: Type.String({ description: 'SHA-256 of the schema as it is answered, in hexadecimal' }),
    }),
  ),
});
export type SchemaList = Type.Static<typeof SchemaListSchema>;
