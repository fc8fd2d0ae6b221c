/** People, roles, invitations and keys of an organisation: `/v1/people`, `/v1/roles`, `/v1/invitations`, `/v1/keys`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { IdSchema, RightSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const RoleNameSchema = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
const Name = Type.String({ minLength: 1, maxLength: 100 });

export const MemberSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  role: Type.String(),
  title: orNull(Type.String()),
  since: TimeSchema,
  loginNames: Type.Array(Type.String()),
  hasFactor: Type.Boolean(),
  seenAt: orNull(TimeSchema),
});
export type MemberBody = Frozen<Type.Static<typeof MemberSchema>>;
export const MembersSchema = Type.Object({ people: Type.Array(MemberSchema) });

export const ChangeMemberSchema = Type.Object({ role: RoleNameSchema }, { additionalProperties: false });

/** A link that is shown once, to be handed on by whoever made it. */
export const MadeLinkSchema = Type.Object({ id: IdSchema, url: Type.String(), expiresAt: TimeSchema });
export type MadeLinkBody = Frozen<Type.Static<typeof MadeLinkSchema>>;

export const ResetSchema = Type.Object(
  { what: Type.Enum(['password', 'second-factor']) },
  { additionalProperties: false },
);

export const InviteSchema = Type.Object({ name: Name, role: RoleNameSchema }, { additionalProperties: false });
export const InvitationsSchema = Type.Object({
  invitations: Type.Array(
    Type.Object({
      id: IdSchema,
      name: Type.String(),
      role: Type.String(),
      title: orNull(Type.String()),
      invitedBy: orNull(Type.String()),
      madeAt: TimeSchema,
      expiresAt: TimeSchema,
    }),
  ),
});
export type InvitationsBody = Frozen<Type.Static<typeof InvitationsSchema>>;

export const RoleSchema = Type.Object({
  name: RoleNameSchema,
  title: orNull(Type.String()),
  rights: Type.Array(RightSchema),
  members: Type.Integer(),
});
export const RolesSchema = Type.Object({ roles: Type.Array(RoleSchema) });
export type RolesBody = Frozen<Type.Static<typeof RolesSchema>>;
export const SetRoleSchema = Type.Object(
  { title: Type.String({ minLength: 1, maxLength: 60 }), rights: Type.Array(RightSchema, { maxItems: 20 }) },
  { additionalProperties: false },
);

const KeyRoleSchema = Type.Enum(['admin', 'capture', 'query']);
const ScopesSchema = Type.Array(Type.Enum(['query', 'trace', 'capture']), {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
});

export const KeySchema = Type.Object({
  id: IdSchema,
  label: orNull(Type.String()),
  role: KeyRoleSchema,
  scopes: orNull(ScopesSchema),
  siteId: orNull(IdSchema),
  secretEnd: orNull(Type.String({ description: 'The last four characters' })),
  createdAt: TimeSchema,
  madeBy: orNull(Type.String({ description: 'Name of the person who made it' })),
  expiresAt: orNull(TimeSchema),
  revokedAt: orNull(TimeSchema),
  usedAt: orNull(TimeSchema),
  replaces: orNull(IdSchema),
});
export type KeyBody = Frozen<Type.Static<typeof KeySchema>>;
export const KeysSchema = Type.Object({ keys: Type.Array(KeySchema) });
export const MakeKeySchema = Type.Object(
  {
    label: Name,
    role: KeyRoleSchema,
    scopes: Type.Optional(ScopesSchema),
    siteId: Type.Optional(
      Type.String({ format: 'uuid', description: 'A site with a code: the key records there alone' }),
    ),
    expiresAt: Type.Optional(TimeSchema),
  },
  { additionalProperties: false },
);
export const RotateKeySchema = Type.Object(
  {
    overlapDays: Type.Optional(
      Type.Number({ minimum: 0, maximum: 365, description: 'How long both are good; seven days if not given' }),
    ),
    expiresAt: Type.Optional(TimeSchema),
  },
  { additionalProperties: false },
);
export const MadeKeySchema = Type.Object({
  id: IdSchema,
  secret: Type.String({ description: 'Shown once' }),
  expiresAt: orNull(TimeSchema),
});

/** What happened in an organisation. */
export const OccurrenceSchema = Type.Object({
  id: Type.Integer({ description: 'Number of its block' }),
  position: orNull(Type.Integer({ description: 'Where it stands in the log; null for a moment' })),
  at: TimeSchema,
  kind: Type.String(),
  person: orNull(Type.String({ description: 'Name of today of whoever did it' })),
  personId: orNull(IdSchema),
  key: Type.Optional(IdSchema),
  session: Type.Optional(IdSchema),
  via: Type.Optional(IdSchema),
  address: Type.Optional(Type.String()),
  about: Type.Optional(Type.String()),
  detail: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export const OccurrencesSchema = Type.Object({
  occurrences: Type.Array(OccurrenceSchema),
  next: Type.Optional(Type.String({ description: 'Cursor of the page after this one' })),
});
export type OccurrencesBody = Frozen<Type.Static<typeof OccurrencesSchema>>;
