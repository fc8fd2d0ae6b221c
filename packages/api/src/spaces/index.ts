/** Shared spaces (共享空间), over `/v1/spaces`: several organisations whose members count as partners of each other. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';

const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const only = { additionalProperties: false } as const;
const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Each joins a walk over all of their records: beyond that it is a market, and not a consortium. */
export const SPACE_MEMBERS_MAX = 500;
/** Of one organisation. */
export const SPACES_MAX = 50;

const Name = Type.String({ minLength: 1, maxLength: 100 });
const Purpose = Type.String({ minLength: 1, maxLength: 1000, description: 'In words, for whoever is invited' });

export const NewSpaceSchema = Type.Object({ name: Name, purpose: Purpose }, only);
export type NewSpace = Type.Static<typeof NewSpaceSchema>;

export const ChangeSpaceSchema = Type.Object(
  {
    name: Type.Optional(Name),
    purpose: Type.Optional(Purpose),
    lead: Type.Optional(Type.String({ format: 'uuid', description: 'The member that leads it from now on' })),
  },
  only,
);
export type ChangeSpace = Type.Static<typeof ChangeSpaceSchema>;

export const InviteToSpaceSchema = Type.Object(
  { organisation: Type.String({ minLength: 1, maxLength: 200, description: 'Id or code of whom is invited' }) },
  only,
);
export type InviteToSpace = Type.Static<typeof InviteToSpaceSchema>;

const Named = { id: Id, name: orNull(Type.String()), code: orNull(Type.String()) };

const Summary = {
  id: Id,
  name: Type.String(),
  purpose: Type.String(),
  state: Type.Enum(['invited', 'member'], { description: 'Of the organisation that asks' }),
  leading: Type.Boolean({ description: 'The organisation that asks leads it' }),
  lead: Type.Object(Named, { description: 'Who invites and removes' }),
  founder: orNull(Type.String({ description: 'What it is called that founded the space' })),
  memberCount: Type.Integer({ description: 'Without those that have not accepted' }),
  createdAt: Time,
  invitedAt: Time,
  joinedAt: orNull(Time),
};
const SummarySchema = Type.Object(Summary);
export type SpaceSummary = Frozen<Type.Static<typeof SummarySchema>>;

const MemberSchema = Type.Object({
  organisation: Type.Object({
    ...Named,
    kind: Type.String(),
    active: Type.Boolean({ description: 'While it is not, it counts as nobody’s partner' }),
  }),
  lead: Type.Boolean(),
  invitedAt: Time,
  joinedAt: orNull(Type.String({ format: 'date-time', description: 'Null: invited, which the lead alone is told' })),
});
export type SpaceMember = Frozen<Type.Static<typeof MemberSchema>>;

export const SpaceSchema = Type.Object({ ...Summary, members: Type.Array(MemberSchema) });
export type Space = Frozen<Type.Static<typeof SpaceSchema>>;

export const SpacesSchema = Type.Object({
  spaces: Type.Array(SummarySchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the page after this one' })),
});
export type Spaces = Frozen<Type.Static<typeof SpacesSchema>>;
