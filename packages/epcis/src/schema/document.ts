/** The documents around events (EPCIS 2.0 §9.1 and §9.5), as TypeBox schemas. Events have schemas of their own. */

import Type from 'typebox';
import { extensible, LdContext } from './parts.ts';
import { Time, Uri, Version } from './terms.ts';

const Attribute = extensible({
  id: Uri,
  attribute: Type.Optional(Type.Union([Type.Number(), Type.String(), Type.Object({})])),
});

const VocabularyElement = extensible({
  id: Uri,
  attributes: Type.Optional(Type.Array(Attribute)),
  children: Type.Optional(Type.Array(Uri)),
});

/** CBV 2.0 §9: master data of one kind, for example of all locations. */
export const VocabularyList = Type.Array(
  extensible({ type: Uri, vocabularyElementList: Type.Optional(Type.Array(VocabularyElement)) }),
);

export const EpcisHeader = extensible({
  epcisMasterData: Type.Optional(extensible({ vocabularyList: Type.Optional(VocabularyList) })),
});

/** Stands for the events, which are read and checked one by one, however many there are. */
const EventList = Type.Array(Type.Unknown());

export const EpcisDocument = extensible({
  '@context': LdContext,
  id: Type.Optional(Uri),
  type: Type.Literal('EPCISDocument'),
  schemaVersion: Version,
  creationDate: Time,
  // Names from the Standard Business Document Header: kept, and read by nobody here.
  instanceIdentifier: Type.Optional(Type.String()),
  sender: Type.Optional(Type.String()),
  receiver: Type.Optional(Type.String()),
  epcisHeader: Type.Optional(EpcisHeader),
  epcisBody: extensible({ eventList: EventList }),
});

export const EpcisQueryDocument = extensible({
  '@context': LdContext,
  id: Type.Optional(Uri),
  type: Type.Literal('EPCISQueryDocument'),
  schemaVersion: Type.Optional(Version),
  creationDate: Type.Optional(Time),
  epcisBody: extensible({
    queryResults: extensible({
      queryName: Type.String(),
      subscriptionID: Type.Optional(Type.String()),
      resultsBody: extensible({ eventList: EventList, vocabularyList: Type.Optional(VocabularyList) }),
    }),
  }),
});
