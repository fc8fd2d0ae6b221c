/** The five event types of EPCIS 2.0 (§7.4), as TypeBox schemas. */

import Type, { type TSchema } from 'typebox';
import type { EventType } from '../model.ts';
import {
  BizTransactionList,
  CertificationInfo,
  DestinationList,
  ErrorDeclaration,
  extensible,
  Ilmd,
  LdContext,
  PersistentDisposition,
  Place,
  QuantityList,
  SensorElement,
  SourceList,
  UriList,
} from './parts.ts';
import { Action, BizStep, Disposition, Time, TimeZoneOffset, Uri } from './terms.ts';

/** EPCIS 2.0 §7.4.1: what every event has. */
const WHEN_AND_WHICH = {
  '@context': Type.Optional(LdContext),
  eventTime: Time,
  recordTime: Type.Optional(Time),
  eventTimeZoneOffset: TimeZoneOffset,
  eventID: Type.Optional(Uri),
  certificationInfo: Type.Optional(CertificationInfo),
  errorDeclaration: Type.Optional(ErrorDeclaration),
};

/** Where and why, and how it was: the same for all five types. */
const WHERE_WHY_AND_HOW = {
  bizStep: Type.Optional(BizStep),
  disposition: Type.Optional(Disposition),
  readPoint: Type.Optional(Place),
  bizLocation: Type.Optional(Place),
  sourceList: Type.Optional(SourceList),
  destinationList: Type.Optional(DestinationList),
  sensorElementList: Type.Optional(Type.Array(SensorElement)),
};

export const ObjectEvent = extensible({
  type: Type.Literal('ObjectEvent'),
  ...WHEN_AND_WHICH,
  action: Action,
  epcList: Type.Optional(UriList),
  quantityList: Type.Optional(QuantityList),
  ...WHERE_WHY_AND_HOW,
  bizTransactionList: Type.Optional(BizTransactionList),
  persistentDisposition: Type.Optional(PersistentDisposition),
  ilmd: Type.Optional(Ilmd),
});

export const AggregationEvent = extensible({
  type: Type.Literal('AggregationEvent'),
  ...WHEN_AND_WHICH,
  action: Action,
  parentID: Type.Optional(Uri),
  childEPCs: Type.Optional(UriList),
  childQuantityList: Type.Optional(QuantityList),
  ...WHERE_WHY_AND_HOW,
  bizTransactionList: Type.Optional(BizTransactionList),
});

export const TransactionEvent = extensible({
  type: Type.Literal('TransactionEvent'),
  ...WHEN_AND_WHICH,
  action: Action,
  bizTransactionList: Type.Array(BizTransactionList.items, { minItems: 1 }),
  parentID: Type.Optional(Uri),
  epcList: Type.Optional(UriList),
  quantityList: Type.Optional(QuantityList),
  ...WHERE_WHY_AND_HOW,
});

export const TransformationEvent = extensible({
  type: Type.Literal('TransformationEvent'),
  ...WHEN_AND_WHICH,
  inputEPCList: Type.Optional(UriList),
  inputQuantityList: Type.Optional(QuantityList),
  outputEPCList: Type.Optional(UriList),
  outputQuantityList: Type.Optional(QuantityList),
  transformationID: Type.Optional(Uri),
  ...WHERE_WHY_AND_HOW,
  bizTransactionList: Type.Optional(BizTransactionList),
  persistentDisposition: Type.Optional(PersistentDisposition),
  ilmd: Type.Optional(Ilmd),
});

export const AssociationEvent = extensible({
  type: Type.Literal('AssociationEvent'),
  ...WHEN_AND_WHICH,
  action: Action,
  parentID: Uri,
  childEPCs: Type.Optional(UriList),
  childQuantityList: Type.Optional(QuantityList),
  ...WHERE_WHY_AND_HOW,
  bizTransactionList: Type.Optional(BizTransactionList),
});

export const EVENT_SCHEMAS = {
  ObjectEvent,
  AggregationEvent,
  TransactionEvent,
  TransformationEvent,
  AssociationEvent,
} as const satisfies Readonly<Record<EventType, TSchema>>;
