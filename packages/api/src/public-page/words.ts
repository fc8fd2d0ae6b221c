/** Words on a page: ours in both languages, and names as their owners recorded them. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

export const TextSchema = Type.Object(
  { zh: Type.String(), en: Type.String() },
  { description: 'The same words in both languages' },
);
export type Text = Frozen<Type.Static<typeof TextSchema>>;

export const NameSchema = Type.Object(
  { zh: Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
  { description: 'As its owner recorded it: in one language or in both. The other one stands in for a missing one' },
);
export type Name = Frozen<Type.Static<typeof NameSchema>>;

/** A moment on a page: of an event, of a notice, of a record. */
export const MomentSchema = Type.Number({ description: 'Milliseconds since 1970-01-01T00:00:00Z' });
export const OffsetSchema = Type.String({ description: 'Offset from UTC that the time is shown in, `+08:00`' });

export const PathSchema = Type.String({ description: 'A path of this site' });
