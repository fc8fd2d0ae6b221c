/**
 * The documents around events that `/epcis` takes and gives (EPCIS 2.0 §8.2.10, §9, JSON binding). Events are described by
 * what every one has; they are sent and stored as text, which no schema writes anew.
 */
import { EVENT_TYPES } from '@suyuan/epcis';
import Type, { type TProperties } from 'typebox';
import type { Frozen } from '../frozen.ts';

/** The standard's documents may have members of anybody. */
const open = <Members extends TProperties>(members: Members, description?: string) =>
  Type.Object(members, { additionalProperties: true, ...(description === undefined ? {} : { description }) });

const Context = Type.Unknown({ description: 'JSON-LD: the EPCIS context, and prefixes of extensions' });
const EventType = Type.Enum([...EVENT_TYPES]);
const Time = Type.String({ format: 'date-time' });

export const CaptureDocumentSchema = open(
  {
    '@context': Context,
    type: Type.Enum(['EPCISDocument', 'EPCISQueryDocument']),
    schemaVersion: Type.Optional(Type.String({ description: '2.0 and its corrections' })),
    creationDate: Type.Optional(Time),
    epcisHeader: Type.Optional(open({}, 'Master data: vocabularies of products, parties and places')),
    epcisBody: open({}, '`eventList` of a document, `queryResults` of a query document'),
  },
  'An EPCIS 2.0 document',
);

export const CaptureEventSchema = open(
  { '@context': Context, type: EventType, eventID: Type.Optional(Type.String()), eventTime: Time },
  'One EPCIS 2.0 event with its context',
);

const EventSchema = open(
  {
    type: EventType,
    eventID: Type.String({ description: 'Its own, else the CBV 2.0 hash ID' }),
    recordTime: Type.String({ format: 'date-time', description: 'When it was received here' }),
  },
  'Own: as received, byte for byte, save eventID where it had none, and recordTime. Of others: what is open of it',
);

const RecorderSchema = Type.Object({
  id: Type.Optional(Type.String({ description: '`urn:uuid:…`, the same wherever the record goes' })),
  code: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
});

export const QueryDocumentBodySchema = open({
  '@context': Context,
  type: Type.Literal('EPCISQueryDocument'),
  schemaVersion: Type.Literal('2.0'),
  creationDate: Time,
  'urn:suyuan:recorders': Type.Optional(
    Type.Array(RecorderSchema, {
      description:
        'Who recorded each, in the order of the events; nothing of one where it may not be told. Of what is stored under one eventID, and of pages with records of others',
    }),
  ),
  'urn:suyuan:hidden': Type.Optional(
    Type.Array(Type.Array(Type.String()), {
      description: 'Where something is hidden: of each event, in their order, the data elements that are not told',
    }),
  ),
  'urn:suyuan:incomplete': Type.Optional(
    Type.Literal(true, { description: 'The units have more events than were looked at; the oldest were' }),
  ),
  epcisBody: open({
    queryResults: open({
      queryName: Type.String(),
      resultsBody: open({ eventList: Type.Array(EventSchema, { description: 'In the order of the log' }) }),
    }),
  }),
});
/** An EPCISQueryDocument as it is answered. */
export type QueryDocumentBody = Frozen<Type.Static<typeof QueryDocumentBodySchema>>;
