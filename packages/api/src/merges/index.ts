/** Entries of the registry that are one thing: `/v1/registry/duplicates`, `/merges`, `/differences`. */
import Type from 'typebox';
import { PersonSchema, TimeSchema } from '../account/session.ts';
import type { Frozen } from '../frozen.ts';
import { EntryKindSchema } from '../registry.ts';

/** Entries that are told, merged or kept apart at once; more of one group are told when some are settled. */
export const GROUP_MAX = 20;

const CodeSchema = Type.String({ minLength: 1, maxLength: 1_000 });
const Name = Type.Union([Type.Object({ zh: Type.String(), en: Type.String() }), Type.Null()]);

export const NewMergeSchema = Type.Object({
  keep: CodeSchema,
  merge: Type.Array(CodeSchema, { minItems: 1, maxItems: GROUP_MAX, description: 'Codes that are given up' }),
});
export type NewMerge = Frozen<Type.Static<typeof NewMergeSchema>>;

export const NewDifferenceSchema = Type.Object({
  codes: Type.Array(CodeSchema, { minItems: 2, maxItems: GROUP_MAX, description: 'No two of them are one thing' }),
});
export type NewDifference = Frozen<Type.Static<typeof NewDifferenceSchema>>;

export const MERGE_REASONS = ['identifier', 'licence', 'name', 'code'] as const;

const TwinSchema = Type.Object({
  code: Type.String({ description: 'Canonical' }),
  name: Name,
  attributes: Type.Record(Type.String(), Type.Unknown()),
  identifiers: Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() })),
  at: TimeSchema,
});
export type TwinBody = Frozen<Type.Static<typeof TwinSchema>>;

export const DuplicatesSchema = Type.Object({
  groups: Type.Array(
    Type.Object({
      kind: EntryKindSchema,
      reasons: Type.Array(Type.Enum([...MERGE_REASONS]), { description: 'What they have in common' }),
      keep: Type.String({ description: 'Code of the one of which most is said' }),
      entries: Type.Array(TwinSchema, { description: `${GROUP_MAX} at most` }),
    }),
  ),
  count: Type.Integer({ description: 'Groups on all pages' }),
  next: Type.Optional(Type.String({ description: 'cursor, of the next page' })),
});
export type DuplicatesBody = Frozen<Type.Static<typeof DuplicatesSchema>>;

const NamedSchema = Type.Object({
  code: Type.String({ description: 'Canonical' }),
  kind: Type.Union([EntryKindSchema, Type.Null()]),
  name: Name,
});

/** Two entries of which somebody has said that they are not one. */
const DifferenceSchema = Type.Object({
  entries: Type.Array(NamedSchema, { minItems: 2, maxItems: 2 }),
  at: TimeSchema,
  person: Type.Union([PersonSchema, Type.Null()], { description: 'Who has said it; null where a program did' }),
});
export type DifferenceBody = Frozen<Type.Static<typeof DifferenceSchema>>;

export const DifferencesSchema = Type.Object({
  pairs: Type.Array(DifferenceSchema, { description: 'The newest first' }),
  count: Type.Integer({ description: 'Pairs on all pages' }),
  next: Type.Optional(Type.String({ description: 'cursor, of the next page' })),
});
export type DifferencesBody = Frozen<Type.Static<typeof DifferencesSchema>>;
