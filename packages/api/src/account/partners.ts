/** Organisations that agreed to be partners, and those that were invited to be. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { IdSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const NewPartnerSchema = Type.Object(
  {
    organisation: Type.String({ minLength: 1, maxLength: 200, description: 'Id or code of whom is invited' }),
    note: Type.Optional(Type.String({ maxLength: 200, description: 'Why, for whoever decides there' })),
  },
  { additionalProperties: false },
);
export type NewPartner = Frozen<Type.Static<typeof NewPartnerSchema>>;

export const PartnerSchema = Type.Object({
  id: IdSchema,
  given: Type.Boolean({ description: 'Invited by the organisation that asks; else by the other' }),
  state: Type.Enum(['pending', 'accepted']),
  other: Type.Object({
    id: IdSchema,
    name: orNull(Type.String()),
    code: orNull(Type.String()),
    active: Type.Boolean({ description: 'While it is not, neither counts as a partner of the other' }),
  }),
  note: orNull(Type.String({ description: 'Of who invited' })),
  createdAt: TimeSchema,
  acceptedAt: orNull(TimeSchema),
});
export type PartnerBody = Frozen<Type.Static<typeof PartnerSchema>>;
export const PartnersSchema = Type.Object({
  partners: Type.Array(PartnerSchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the page after this one' })),
});
export type PartnersBody = Frozen<Type.Static<typeof PartnersSchema>>;
