/** Personal data, which events refer to by key alone: `/v1/personal`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { IdSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const PERSONAL_KINDS = ['phone', 'id-number', 'name', 'address', 'other'] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];
export const PersonalKindSchema = Type.Enum([...PERSONAL_KINDS]);

export const KeepPersonalSchema = Type.Object(
  { kind: PersonalKindSchema, value: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
export const KeptPersonalSchema = Type.Object({
  ref: Type.String({ description: 'How events refer to it: `urn:suyuan:person-datum:` and its id' }),
  kind: PersonalKindSchema,
  mask: Type.String({ description: 'What may be shown of it: 138****5678' }),
});
export const PersonalDatumSchema = Type.Object({
  id: IdSchema,
  ref: Type.String(),
  kind: PersonalKindSchema,
  mask: orNull(Type.String({ description: 'Nothing is left of one that is erased' })),
  createdAt: TimeSchema,
  erasedAt: orNull(TimeSchema),
});
export type PersonalDatumBody = Frozen<Type.Static<typeof PersonalDatumSchema>>;
export const PersonalDataSchema = Type.Object({
  data: Type.Array(PersonalDatumSchema),
  next: Type.Optional(Type.String({ description: '`cursor` of the next page' })),
});
export type PersonalDataBody = Frozen<Type.Static<typeof PersonalDataSchema>>;
export const PURPOSE_LENGTH_MAX = 200;
export const ReadPersonalSchema = Type.Object(
  {
    purpose: Type.String({
      minLength: 1,
      maxLength: PURPOSE_LENGTH_MAX,
      description: 'What for; kept with who read it and when',
    }),
  },
  { additionalProperties: false },
);
export const PersonalValueSchema = Type.Object({ value: Type.String() });
