/** What an organisation is: `/v1/organisation`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { KindSchema, RegionSchema, StatusSchema } from './kind.ts';
import { IdSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const SecondFactorSchema = Type.Enum(['offered', 'managers', 'all'], {
  description: 'Of whom a second factor is asked: of those who have one, also of those who manage, of all',
});

export const OrganisationSchema = Type.Object({
  id: IdSchema,
  name: orNull(Type.String()),
  code: orNull(Type.String({ description: 'Canonical' })),
  kind: KindSchema,
  status: StatusSchema,
  region: orNull(RegionSchema),
  categories: Type.Array(Type.String()),
  secondFactor: SecondFactorSchema,
});
export type OrganisationBody = Frozen<Type.Static<typeof OrganisationSchema>>;

export const ChangeOrganisationSchema = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    code: Type.Optional(orNull(Type.String({ minLength: 1, maxLength: 200 }))),
    kind: Type.Optional(KindSchema),
    region: Type.Optional(orNull(RegionSchema)),
    categories: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50, uniqueItems: true }),
    ),
    secondFactor: Type.Optional(SecondFactorSchema),
  },
  { additionalProperties: false },
);
