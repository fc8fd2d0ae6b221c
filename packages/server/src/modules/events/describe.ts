/**
 * What `/epcis/openapi.json` says of each route. Descriptions alone: bodies are streams, and events are sent as they were
 * received, so that no schema reads or writes them.
 */
import {
  CaptureDocumentSchema,
  CaptureEventSchema,
  CaptureJobBodySchema,
  CaptureJobListSchema,
  QueryDocumentBodySchema,
} from '@suyuan/api';
import { EVENT_TYPES } from '@suyuan/epcis';
import type { FastifySchema } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { PER_PAGE_DEFAULT, PER_PAGE_MAX } from './query/parameters.ts';

const Codes = (description: string) => Type.Optional(Type.Array(Type.String(), { description }));
const Time = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));

const PAGE = {
  perPage: Type.Optional(
    Type.Integer({ minimum: 1, default: PER_PAGE_DEFAULT, description: `${PER_PAGE_MAX} at the most` }),
  ),
  nextPageToken: Type.Optional(Type.String({ description: 'Of the `Link` header of the page before; stays good' })),
};

const EventQuery = Type.Object({
  eventType: Type.Optional(Type.Array(Type.Enum([...EVENT_TYPES]))),
  EQ_bizStep: Codes('Of the CBV, as a word or in full'),
  GE_eventTime: Time('From this time on'),
  LT_eventTime: Time('Before this time'),
  EQ_readPoint: Codes('Any of these'),
  EQ_bizLocation: Codes('Any of these'),
  MATCH_epc: Codes('In epcList or childEPCs, in any spelling'),
  MATCH_anyEPC: Codes('In any place of a unit, in any spelling'),
  ...PAGE,
});

const NEXT = { Link: { type: 'string', description: 'RFC 8288: the next page, `rel="next"`; absent on the last' } };
const LD_JSON = 'application/ld+json';

/** An answer with a body, and the headers that tell of the next page. */
function paged(description: string, type: string, schema: TSchema): object {
  return { description, headers: NEXT, content: { [type]: { schema } } };
}

/** An answer without a body, which names where to look. */
function located(description: string, location: string): object {
  return { type: 'null', description, headers: { Location: { type: 'string', description: location } } };
}

const PERSONAL_DATA = Type.Optional(
  Type.Enum(['keep', 'refuse', 'move'], {
    default: 'keep',
    description:
      'Telephone and identity numbers of persons in extensions, ILMD and sensor texts: `keep` looks for none, `refuse` has a finding `event.personal-data` for each text with some, `move` keeps each sealed as personal data and puts `urn:suyuan:person-datum:<uuid>` in its place, the rest of the event to the byte',
  }),
);

const findEvents: FastifySchema = {
  summary: 'Query events; several values of a parameter repeat it or are parted by |',
  querystring: EventQuery,
  response: { 200: paged('A page of events', LD_JSON, QueryDocumentBodySchema) },
};

/** By what the route does. */
export const DESCRIPTIONS = {
  captureDocument: {
    summary: 'Capture a document',
    headers: Type.Object({
      'GS1-Capture-Error-Behaviour': Type.Optional(Type.Enum(['rollback', 'proceed'], { default: 'rollback' })),
      'Suyuan-Personal-Data': PERSONAL_DATA,
    }),
    body: {
      content: {
        'application/json': { schema: CaptureDocumentSchema },
        [LD_JSON]: { schema: CaptureDocumentSchema },
        'application/xml': { schema: Type.String({ description: 'EPCIS 1.2 or 2.0' }) },
        'text/xml': { schema: Type.String({ description: 'EPCIS 1.2 or 2.0' }) },
      },
    },
    response: {
      202: located(
        'Committed and in the log; what became of each event is told by the job',
        'Of the job; also of one that was refused',
      ),
    },
  },
  captureOptions: {
    summary: 'Versions and limits of capture, as headers',
    response: { 204: { type: 'null', description: 'GS1-EPCIS-Version, GS1-EPCIS-Capture-Limit and others' } },
  },
  listJobs: {
    summary: 'Capture jobs',
    querystring: Type.Object(PAGE),
    response: { 200: paged('A page of jobs', 'application/json', CaptureJobListSchema) },
  },
  findJob: {
    summary: 'What became of a capture',
    params: Type.Object({ captureID: Type.String() }),
    response: { 200: { description: 'The job', content: { 'application/json': { schema: CaptureJobBodySchema } } } },
  },
  captureEvent: {
    summary: 'Capture one event',
    headers: Type.Object({ 'Suyuan-Personal-Data': PERSONAL_DATA }),
    body: {
      content: { 'application/json': { schema: CaptureEventSchema }, [LD_JSON]: { schema: CaptureEventSchema } },
    },
    response: {
      201: {
        type: 'null',
        description: 'Committed and in the log',
        headers: {
          Location: { type: 'string', description: 'Of the event' },
          'Suyuan-Personal-Data-Moved': { type: 'integer', description: 'With `move`: how many numbers were moved' },
        },
      },
    },
  },
  findEvents,
  eventsOfEpc: {
    ...findEvents,
    summary: 'Query the events that name a unit, in any role',
    params: Type.Object({ epc: Type.String({ description: 'In any spelling' }) }),
  },
  getEvent: {
    summary: 'What is stored under an eventID: the event, its error declarations, and those of other recorders',
    params: Type.Object({ eventID: Type.String({ description: 'Its own, or the CBV 2.0 hash ID' }) }),
    response: { 200: { description: 'Events', content: { [LD_JSON]: { schema: QueryDocumentBodySchema } } } },
  },
} as const satisfies Readonly<Record<string, FastifySchema>>;
