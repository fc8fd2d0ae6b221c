/** Signing in: `/v1/session`, `/v1/links`, `/v1/me`. */
import Type from 'typebox';
import type { Frozen } from '../frozen.ts';
import { KindSchema } from './kind.ts';

export const RightSchema = Type.Enum([
  'query',
  'trace',
  'capture',
  'draft',
  'release',
  'audit',
  'supervise',
  'manage',
  'own',
  'operate',
]);
export const IdSchema = Type.String({ format: 'uuid' });
export const TimeSchema = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

const NameOfPerson = Type.String({ minLength: 1, maxLength: 100 });
/** Typed as they are: nothing is cut or folded. Which are taken is said by the rules of passwords. */
const Password = Type.String({ minLength: 1, maxLength: 1024 });
const LoginNameText = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'A name, a telephone (of the mainland, or with + and country) or an e-mail',
});
/** A code of six digits, or one of the recovery codes. */
const FactorCode = Type.String({ minLength: 6, maxLength: 100 });
const TokenSchema = Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]+$' });

export const SignInSchema = Type.Object({ name: LoginNameText, password: Password }, { additionalProperties: false });
export const FactorSchema = Type.Object({ code: FactorCode }, { additionalProperties: false });
export const ProofSchema = Type.Object(
  { password: Password, code: Type.Optional(FactorCode) },
  { additionalProperties: false },
);

export const PersonSchema = Type.Object({ id: IdSchema, name: Type.String() });

/** An organisation to whoever may act in it. */
export const PlaceSchema = Type.Object({
  id: IdSchema,
  name: Type.Union([Type.String(), Type.Null()]),
  code: Type.Union([Type.String(), Type.Null()]),
  kind: Type.String(),
  status: Type.String(),
  role: Type.String({ description: 'The name of the role there, or in the organisation that acts for it' }),
  title: Type.Union([Type.String(), Type.Null()], {
    description: 'What the organisation calls the role, where it named it',
  }),
  tie: Type.Enum(['itself', 'branch', 'merged', 'mandate']),
  via: Type.Optional(Type.Object({ id: IdSchema, name: Type.Union([Type.String(), Type.Null()]) })),
});
export type PlaceBody = Frozen<Type.Static<typeof PlaceSchema>>;

export const SessionSchema = Type.Object({
  stage: Type.Enum(['second-factor', 'enrol', 'full'], {
    description: '`second-factor`: a code is asked for; `enrol`: a second factor has to be set up first',
  }),
  person: PersonSchema,
  rights: Type.Array(RightSchema),
  organisation: Type.Optional(PlaceSchema),
  hasFactor: Type.Boolean(),
  provenAt: TimeSchema,
  endsAt: TimeSchema,
});
export type SessionBody = Frozen<Type.Static<typeof SessionSchema>>;

export const PlacesSchema = Type.Object({
  places: Type.Array(PlaceSchema),
  more: Type.Boolean({ description: 'There are more than are told: look for one by `q`' }),
});
export type PlacesBody = Frozen<Type.Static<typeof PlacesSchema>>;

export const ChoosePlaceSchema = Type.Object(
  { id: IdSchema, via: Type.Optional(IdSchema) },
  { additionalProperties: false },
);

/** A new person, of its own making. */
export const NewPersonSchema = Type.Object(
  { name: NameOfPerson, loginName: LoginNameText, password: Password },
  { additionalProperties: false },
);

export const OpenLinkSchema = Type.Object({ token: TokenSchema }, { additionalProperties: false });
export const LinkSchema = Type.Object({
  purpose: Type.Enum(['first-start', 'invitation', 'password', 'second-factor']),
  expiresAt: TimeSchema,
  name: Type.Optional(Type.String({ description: 'Whom it is for' })),
  organisation: Type.Optional(
    Type.Object({ name: Type.Union([Type.String(), Type.Null()]), code: Type.Union([Type.String(), Type.Null()]) }),
  ),
  role: Type.Optional(Type.String()),
  title: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  invitedBy: Type.Optional(Type.String()),
});
export type LinkBody = Frozen<Type.Static<typeof LinkSchema>>;

export const FirstStartSchema = Type.Object(
  {
    token: TokenSchema,
    person: NewPersonSchema,
    organisation: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 200 }),
        code: Type.Optional(Type.String({ maxLength: 200 })),
        kind: Type.Optional(KindSchema),
        categories: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export const AcceptInvitationSchema = Type.Object(
  {
    token: TokenSchema,
    person: Type.Optional(NewPersonSchema),
  },
  { additionalProperties: false, description: 'Without a person, whoever is signed in joins' },
);
export const SetPasswordSchema = Type.Object(
  { token: TokenSchema, password: Password },
  { additionalProperties: false },
);

export const ChangePasswordSchema = Type.Object({ current: Password, next: Password }, { additionalProperties: false });
export const ChangeMeSchema = Type.Object({ name: NameOfPerson }, { additionalProperties: false });
export const AddLoginNameSchema = Type.Object({ loginName: LoginNameText }, { additionalProperties: false });

export const MeSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  loginNames: Type.Array(Type.Object({ value: Type.String(), kind: Type.Enum(['name', 'phone', 'email']) })),
  hasPassword: Type.Boolean(),
  hasFactor: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
});
export type MeBody = Frozen<Type.Static<typeof MeSchema>>;

export const TotpSchema = Type.Object({
  secret: Type.String({ description: 'Base32, to be typed by hand' }),
  url: Type.String({ description: '`otpauth:` address, to be shown as a QR code' }),
});
export const RecoveryCodesSchema = Type.Object({ recoveryCodes: Type.Array(Type.String()) });

export const OwnSessionsSchema = Type.Object({
  sessions: Type.Array(
    Type.Object({
      id: IdSchema,
      isThis: Type.Boolean(),
      madeAt: TimeSchema,
      seenAt: TimeSchema,
      endsAt: TimeSchema,
      methods: Type.Array(Type.String()),
      address: Type.Union([Type.String(), Type.Null()]),
      agent: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type OwnSessionsBody = Frozen<Type.Static<typeof OwnSessionsSchema>>;
