/** Signing in by the OpenID provider of a government or a group: `/v1/providers`, `/v1/operator/providers`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { RoleNameSchema } from './people.ts';
import { IdSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** What stands on the buttons of the sign-in page. */
export const ProvidersSchema = Type.Object({
  providers: Type.Array(Type.Object({ id: IdSchema, name: Type.String() })),
});
export type ProvidersBody = Frozen<Type.Static<typeof ProvidersSchema>>;

const ReturnTo = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: 'A path of the console, `/console` if not given',
});
export const BeginProviderSchema = Type.Object({ returnTo: Type.Optional(ReturnTo) }, { additionalProperties: false });
export const AcceptByProviderSchema = Type.Object(
  {
    token: Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]+$' }),
    providerId: IdSchema,
    returnTo: Type.Optional(ReturnTo),
  },
  { additionalProperties: false },
);
export const ProviderUrlSchema = Type.Object({
  url: Type.String({ description: 'Where the browser goes from here' }),
});

export const SubjectsSchema = Type.Object({
  subjects: Type.Array(
    Type.Object({ providerId: IdSchema, name: Type.String(), enabled: Type.Boolean(), linkedAt: TimeSchema }),
  ),
});
export type SubjectsBody = Frozen<Type.Static<typeof SubjectsSchema>>;

const Name = Type.String({ minLength: 1, maxLength: 60 });
const Issuer = Type.String({ minLength: 1, maxLength: 500, description: 'Exactly as the provider names itself' });
const ClientId = Type.String({ minLength: 1, maxLength: 200 });
const ClientSecret = Type.String({ minLength: 1, maxLength: 500 });
const AcrValues = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'How strongly the provider shall ask, parted by spaces; an answer that names none of them is refused',
});
const AdmitRole = Type.String({
  ...RoleNameSchema,
  description:
    'As what whoever is not known yet joins the organisation of the provider; nobody does where it is not given',
});

export const ProviderSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  hasSecret: Type.Boolean(),
  acrValues: orNull(Type.String()),
  organisation: orNull(Type.Object({ id: IdSchema, name: orNull(Type.String()) })),
  admitRole: orNull(Type.String()),
  subjects: Type.Integer({ description: 'How many sign in by it' }),
  enabledAt: TimeSchema,
  disabledAt: orNull(TimeSchema),
});
export type ProviderBody = Frozen<Type.Static<typeof ProviderSchema>>;
export const OperatedProvidersSchema = Type.Object({
  redirectUri: Type.String({ description: 'To be registered with each provider' }),
  providers: Type.Array(ProviderSchema),
});
export type OperatedProvidersBody = Frozen<Type.Static<typeof OperatedProvidersSchema>>;

export const MakeProviderSchema = Type.Object(
  {
    name: Name,
    issuer: Issuer,
    clientId: ClientId,
    clientSecret: Type.Optional(ClientSecret),
    acrValues: Type.Optional(AcrValues),
    organisation: Type.Optional(IdSchema),
    admitRole: Type.Optional(AdmitRole),
  },
  { additionalProperties: false },
);
export type MakeProvider = Frozen<Type.Static<typeof MakeProviderSchema>>;
/** The issuer stays: its subjects would be other people. */
export const ChangeProviderSchema = Type.Object(
  {
    name: Type.Optional(Name),
    clientId: Type.Optional(ClientId),
    clientSecret: Type.Optional(orNull(ClientSecret)),
    acrValues: Type.Optional(orNull(AcrValues)),
    admitRole: Type.Optional(orNull(AdmitRole)),
    enabled: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type ChangeProvider = Frozen<Type.Static<typeof ChangeProviderSchema>>;
