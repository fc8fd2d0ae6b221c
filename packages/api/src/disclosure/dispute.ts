/** What partners say against what another recorded, over `/v1/disputes` and in traces. */
import Type from 'typebox';
import { IdSchema, TimeSchema } from '../account/session.ts';
import type { Frozen } from '../frozen.ts';
import { DifferencesSchema } from './differences.ts';
import { DISPUTE_SUBJECTS, type DisputeSubject } from './dispute-subjects.ts';

const SubjectSchema = Type.Unsafe<DisputeSubject>(
  Type.Enum([...DISPUTE_SUBJECTS], {
    description:
      'received: we have not received it; shipped: we have not shipped it; quantity, time, goods: these differ; party: it is not ours',
  }),
);

export const NewDisputeSchema = Type.Object(
  {
    eventID: Type.String({ minLength: 1, maxLength: 2000, description: 'As a trace tells it' }),
    code: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2000,
        description: 'A unit of it: needed where the trace has a name of its own for the record (`urn:suyuan:record:`)',
      }),
    ),
    subject: SubjectSchema,
    words: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'For whoever recorded it, and all who see the trade',
    }),
    differences: Type.Optional(DifferencesSchema),
  },
  { additionalProperties: false },
);
export type NewDispute = Frozen<Type.Static<typeof NewDisputeSchema>>;

const orNull = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

/** Who disputes. */
const DisputingSchema = Type.Object({
  id: IdSchema,
  name: orNull(Type.String()),
  code: orNull(Type.String()),
});

export const DisputeSchema = Type.Object({
  id: IdSchema,
  eventID: Type.String(),
  subject: SubjectSchema,
  words: Type.String(),
  by: DisputingSchema,
  createdAt: TimeSchema,
  withdrawnAt: orNull(TimeSchema),
  differences: Type.Optional(DifferencesSchema),
  acceptedAt: orNull(TimeSchema),
  corrected: Type.Optional(
    Type.String({ description: 'eventID of what whoever recorded it recorded instead; none where nothing was sent' }),
  ),
});
export type DisputeBody = Frozen<Type.Static<typeof DisputeSchema>>;

export const DisputesSchema = Type.Object({
  disputes: Type.Array(DisputeSchema, { description: 'The newest first' }),
  next: Type.Optional(Type.String({ description: 'Cursor of the page after this one' })),
});
export type DisputesBody = Frozen<Type.Static<typeof DisputesSchema>>;

/** An open dispute as a trace tells it: by whom, in which words and when to those alone who see the trade. */
export const TraceDisputeSchema = Type.Object({
  subject: SubjectSchema,
  by: Type.Optional(DisputingSchema),
  words: Type.Optional(Type.String()),
  at: Type.Optional(TimeSchema),
});
export type TraceDispute = Frozen<Type.Static<typeof TraceDisputeSchema>>;
