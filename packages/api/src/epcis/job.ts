/** What became of a capture: `GET /epcis/capture/{captureID}` and the list of jobs, EPCIS 2.0 REST binding, with our counts. */
import Type from 'typebox';
import { FindingSchema } from '../finding.ts';
import type { Frozen } from '../frozen.ts';

const Count = (description: string) => Type.Integer({ minimum: 0, description });
const Time = Type.String({ format: 'date-time', description: 'RFC 3339, UTC, milliseconds' });

const JobErrorSchema = Type.Object(
  {
    type: Type.String({ description: 'The exception of EPCIS 2.0 §12, `epcisException:ValidationException`' }),
    title: Type.String({ description: 'Place, rule and sentence, in the language of the caller' }),
    status: Type.Integer(),
    ...FindingSchema.properties,
  },
  { description: 'A finding as a problem, with everything that the finding says' },
);

const MovedSchema = Type.Object({
  eventIndex: Type.Integer({ minimum: 0 }),
  pointer: Type.String({ description: 'RFC 6901, of the text; of the event for a comment of XML' }),
  count: Type.Integer({ minimum: 1 }),
});

export const CaptureJobBodySchema = Type.Object({
  captureID: Type.String(),
  createdAt: Time,
  finishedAt: Time,
  running: Type.Boolean({ description: 'Never true: a capture is answered when it is committed and in the log' }),
  success: Type.Boolean(),
  captureErrorBehaviour: Type.Enum(['rollback', 'proceed']),
  eventCount: Count('Events of the document'),
  capturedCount: Count('Of those, stored now'),
  duplicateCount: Count('Of those, stored before with the same content'),
  errorCount: Count('All findings, also those that `errors` leaves out'),
  movedCount: Count('Telephone and identity numbers that references stand for now (Suyuan-Personal-Data: move)'),
  moved: Type.Array(MovedSchema, {
    description: 'Where the first hundred texts stood that had some; never the numbers',
  }),
  errors: Type.Array(JobErrorSchema),
});
/** A finished capture job. */
export type CaptureJobBody = Frozen<Type.Static<typeof CaptureJobBodySchema>>;

export const CaptureJobListSchema = Type.Array(CaptureJobBodySchema, { description: 'The newest first' });
