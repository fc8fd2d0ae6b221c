/** Documents of the kit, and what packs find of them: an event's history is all events of its document. */
import { type EventFacts, eventFacts, readContext, validateEnvelope, validateEvent } from '@suyuan/epcis';
import { judge, type LoadedPack, type PackFinding } from '@suyuan/profiles';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { JsonObject } from './json.ts';

const DocumentSchema = Type.Object({
  '@context': Type.Unknown(),
  epcisBody: Type.Object({ eventList: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
});
const shape = Compile(DocumentSchema);
export type KitDocument = Type.Static<typeof DocumentSchema>;

const CREATED = '2027-01-01T00:00:00+08:00'; // the same in each document, so that a kit is the same bytes whenever it is written

export function documentOf(context: JsonObject, events: readonly JsonObject[]): KitDocument {
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', context],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: CREATED,
    epcisBody: { eventList: [...events] },
  };
  return document;
}

/** Undefined where it is no EPCIS 2.0 document. */
export function readDocument(given: unknown): KitDocument | undefined {
  if (!shape.Check(given)) return undefined;
  const { epcisBody, ...rest } = given;
  const events = epcisBody.eventList.flatMap((event, index) =>
    validateEvent(event, { pointer: `/epcisBody/eventList/${index}`, eventIndex: index }),
  );
  const envelope = validateEnvelope({ ...rest, epcisBody: { ...epcisBody, eventList: [] } });
  return events.length + envelope.length === 0 ? given : undefined;
}

/** Of one event of a document, by its place in the list. */
export interface Found extends PackFinding {
  readonly event: number;
}

export interface JudgedDocument {
  /** The stage of each event. */
  readonly stages: readonly (string | undefined)[];
  readonly findings: readonly Found[];
}

export function judgeDocument(pack: LoadedPack, document: KitDocument): JudgedDocument {
  const context = readContext(document['@context']);
  const facts = document.epcisBody.eventList.map((event) => eventFacts(event, context));
  const inOrder = facts.toSorted((a, b) => a.eventTimeMs - b.eventTimeMs);
  const history = (code: string): EventFacts[] =>
    inOrder.filter(({ units }) => units.some((unit) => unit.code === code));
  const judged = facts.map((each) => judge(pack, each, { history }));
  return {
    stages: judged.map((each) => each?.stage),
    findings: judged.flatMap((each, event) => (each?.findings ?? []).map((finding) => ({ event, ...finding }))),
  };
}
