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

/** What adding a pack changes. */
export const ProposedPackSchema = Type.Object({
  id: Type.String(),
  version: Type.String(),
  name: Words,
  categories: Type.Array(Type.String()),
  before: Type.Optional(Type.String({ description: 'Version in use so far; none of a first' })),
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
    }),
  ),
  added: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.String(),
      digest: Type.String(),
      addedAt: Type.String({ format: 'date-time' }),
      addedBy: Nullable,
      withdrawnAt: Nullable,
      withdrawnBy: Nullable,
    }),
    { description: 'The newest first' },
  ),
});
export type AddedPacks = Type.Static<typeof AddedPacksSchema>;
