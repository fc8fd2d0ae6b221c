/** Links for one trace, or one event of one, to somebody without an account: `/v1/shares`, and what `/s/<token>` answers. */
import Type from 'typebox';
import { IdSchema, TimeSchema } from '../account/session.ts';
import type { Frozen } from '../frozen.ts';
import { type TraceAnswer, TraceDirectionSchema, type TraceEventRow } from '../trace.ts';
import { SHARED_CODES_MAX } from './share-bounds.ts';

const CODE_LENGTH_MAX = 2_000;

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const Asked = {
  codes: Type.Array(Type.String({ minLength: 1, maxLength: CODE_LENGTH_MAX }), {
    minItems: 1,
    maxItems: SHARED_CODES_MAX,
    description: 'As `code` of /v1/trace',
  }),
  direction: Type.Optional(TraceDirectionSchema),
  at: Type.Optional(Type.String({ description: 'RFC 3339; downstream since, upstream until' })),
  eventID: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: 'Shares this event of the trace alone' }),
  ),
};

/** What is shared, and until when. */
export const NewShareSchema = Type.Object(
  {
    ...Asked,
    note: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'For whom, what for; whoever opens it does not see it',
    }),
    until: Type.Optional(Type.String({ format: 'date-time', description: 'Seven days if not given, 90 at the most' })),
  },
  { additionalProperties: false },
);
export type NewShareBody = Frozen<Type.Static<typeof NewShareSchema>>;

export const ShareSchema = Type.Object({
  id: IdSchema,
  kind: Type.Enum(['trace', 'event']),
  ...Asked,
  note: Type.String(),
  madeBy: orNull(Type.String({ description: 'Name of the person; none where a key made it' })),
  createdAt: TimeSchema,
  until: TimeSchema,
  endedAt: orNull(TimeSchema),
  openedCount: Type.Integer({ minimum: 0 }),
  lastOpenedAt: orNull(TimeSchema),
});
export type ShareBody = Frozen<Type.Static<typeof ShareSchema>>;

export const MadeShareSchema = Type.Object({
  id: IdSchema,
  path: Type.String({ description: 'Of the link, on this server; it is told this once' }),
  until: TimeSchema,
});
export type MadeShareBody = Frozen<Type.Static<typeof MadeShareSchema>>;

export const SharesSchema = Type.Object({
  shares: Type.Array(ShareSchema),
  next: Type.Optional(Type.String({ description: '`cursor` of the next page' })),
});
export type SharesBody = Frozen<Type.Static<typeof SharesSchema>>;

/** What a link answers a program: the trace, or the one row of it, as the organisation that shares it is told it now. */
export interface SharedAnswer {
  readonly sharedBy: { readonly name: string | null; readonly code: string | null };
  readonly until: string;
  readonly trace?: TraceAnswer;
  readonly event?: TraceEventRow;
}
