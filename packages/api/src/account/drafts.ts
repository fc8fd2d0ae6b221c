/** Drafts that wait for a release: `/v1/drafts`. Confirmations by others: `/v1/events/{eventID}/countersignatures`. */
import Type from 'typebox';
import { CaptureDocumentSchema } from '../epcis/document.ts';
import type { Frozen } from '../frozen.ts';
import { IdSchema, TimeSchema } from './session.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const PersonNamed = Type.Object({ id: IdSchema, name: Type.String() });

export const DraftStateSchema = Type.Enum(['waiting', 'releasing', 'released', 'rejected', 'withdrawn']);
export const DraftSchema = Type.Object({
  id: IdSchema,
  state: DraftStateSchema,
  events: Type.Integer({ description: 'How many it has' }),
  note: orNull(Type.String()),
  madeBy: PersonNamed,
  madeAt: TimeSchema,
  decidedBy: orNull(PersonNamed),
  decidedAt: orNull(TimeSchema),
  reason: orNull(Type.String()),
  captureID: orNull(IdSchema),
});
export type DraftBody = Frozen<Type.Static<typeof DraftSchema>>;
export const DraftsSchema = Type.Object({ drafts: Type.Array(DraftSchema) });
export const DraftWholeSchema = Type.Object({ ...DraftSchema.properties, document: CaptureDocumentSchema });
export const RejectDraftSchema = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
);

/** Who recorded an event, and where that stands in the log. */
export const RecordSchema = Type.Object({
  eventID: Type.String(),
  hash: Type.String({ description: 'CBV hash of the event, hexadecimal' }),
  leaf: Type.String({ description: 'Of the log, hexadecimal' }),
  position: Type.Integer(),
  recordedAt: TimeSchema,
  person: orNull(PersonNamed),
  key: orNull(Type.Object({ id: IdSchema, label: orNull(Type.String()) })),
  via: orNull(
    Type.Object(
      { id: IdSchema, name: orNull(Type.String()) },
      { description: 'The organisation that acted for the caller’s' },
    ),
  ),
});
export type RecordBody = Frozen<Type.Static<typeof RecordSchema>>;

export const CountersignSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, description: 'Login name of whoever confirms' }),
    password: Type.String({ minLength: 1, maxLength: 1024 }),
    code: Type.Optional(Type.String({ minLength: 6, maxLength: 100 })),
    organisation: Type.Optional(Type.String({ format: 'uuid', description: 'Which of its own it confirms for' })),
    capacity: Type.String({ minLength: 1, maxLength: 100, description: 'As what: safety manager of the building' }),
    remark: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export const CountersignatureSchema = Type.Object({
  id: IdSchema,
  person: Type.String(),
  organisation: orNull(Type.String()),
  capacity: Type.String(),
  remark: orNull(Type.String()),
  signedAt: TimeSchema,
  statement: Type.String({ description: 'The text that is signed, JSON' }),
  keyId: Type.String({ description: 'RFC 7638 thumbprint of a key of `/v1/integrity/keys`' }),
  signature: Type.String({ description: 'Ed25519 over the UTF-8 bytes of `statement`, base64url' }),
});
export type CountersignatureBody = Frozen<Type.Static<typeof CountersignatureSchema>>;
export const CountersignaturesSchema = Type.Object({ countersignatures: Type.Array(CountersignatureSchema) });
export const SigningKeysSchema = Type.Object({
  keys: Type.Array(Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), kid: Type.String() })),
});
