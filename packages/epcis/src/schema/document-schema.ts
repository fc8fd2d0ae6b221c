/** Documents with their events as one JSON Schema, for whoever checks documents without this program. */
import Type from 'typebox';
import { EpcisDocument } from './document.ts';
import { AggregationEvent, AssociationEvent, ObjectEvent, TransactionEvent, TransformationEvent } from './events.ts';
import { extensible } from './parts.ts';

const Event = Type.Union([ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent, AssociationEvent]);

/** What `validateEnvelope` and `validateEvent` ask, but for the rules that look at an event as a whole. */
export const DOCUMENT_SCHEMA = {
  $id: 'urn:suyuan:schema:epcis-document',
  title: 'EPCIS 2.0 document',
  ...extensible({ ...EpcisDocument.properties, epcisBody: extensible({ eventList: Type.Array(Event) }) }),
} as const;
