/** Looks of a regulator that are told to their owners afterwards: `/v1/confidential-readings`. */
import Type from 'typebox';
import { IdSchema, TimeSchema } from '../account/session.ts';
import type { Frozen } from '../frozen.ts';
import { CONFIDENTIAL_ABOUT_MAX, CONFIDENTIAL_DAYS_DEFAULT, CONFIDENTIAL_DAYS_MAX } from './confidential-bounds.ts';

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Of which case, and about whom. */
export const NewConfidentialSchema = Type.Object(
  {
    caseNo: Type.String({ minLength: 1, maxLength: 100, description: 'Of the case; told to the owners afterwards' }),
    reason: Type.String({ minLength: 1, maxLength: 500, description: 'For whoever approves; not told to the owners' }),
    about: Type.Union(
      [
        Type.Literal('all'),
        Type.Array(Type.String({ format: 'uuid' }), {
          minItems: 1,
          maxItems: CONFIDENTIAL_ABOUT_MAX,
          uniqueItems: true,
        }),
      ],
      {
        description:
          'IDs of organisations that the office watches over; `all` is everybody at whom it looks by its jurisdiction, or by that over others of the same chain',
      },
    ),
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: CONFIDENTIAL_DAYS_MAX,
        description: `From the approval on; ${CONFIDENTIAL_DAYS_DEFAULT} if not given`,
      }),
    ),
  },
  { additionalProperties: false },
);
export type NewConfidentialBody = Frozen<Type.Static<typeof NewConfidentialSchema>>;

const CONFIDENTIAL_STATES = ['waiting', 'running', 'ended'] as const;

export const ConfidentialSchema = Type.Object({
  id: IdSchema,
  state: Type.Unsafe<(typeof CONFIDENTIAL_STATES)[number]>(
    Type.Enum(CONFIDENTIAL_STATES, { description: '`waiting` for an approval: nothing is confidential yet' }),
  ),
  caseNo: Type.String(),
  reason: Type.String(),
  about: Type.Union([
    Type.Literal('all'),
    Type.Array(Type.Object({ id: IdSchema, name: orNull(Type.String()), code: orNull(Type.String()) })),
  ]),
  days: Type.Integer(),
  heldCount: Type.Integer({ minimum: 0, description: 'Looks of which owners have not been told yet' }),
  askedBy: Type.Object({ id: IdSchema, name: Type.String() }),
  askedAt: TimeSchema,
  approvedBy: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  approvedAt: orNull(TimeSchema),
  until: orNull(TimeSchema),
  endedAt: orNull(TimeSchema),
  toldAt: orNull(Type.String({ format: 'date-time', description: 'When its owners had been told of all looks' })),
});
export type ConfidentialBody = Frozen<Type.Static<typeof ConfidentialSchema>>;

export const ConfidentialListSchema = Type.Object({
  readings: Type.Array(ConfidentialSchema),
  next: Type.Optional(Type.String({ description: '`cursor` of the next page' })),
});
export type ConfidentialListBody = Frozen<Type.Static<typeof ConfidentialListSchema>>;
