/** The parts of which EPCIS 2.0 events are made (§7.3), as TypeBox schemas: types and contract from one object. */

import Type, { type TProperties } from 'typebox';
import {
  BizTransactionType,
  Component,
  Decimal,
  Disposition,
  ErrorReason,
  EXTENSION_NAME,
  HexBinary,
  MeasurementType,
  Quantity,
  RULE_KEYWORD,
  SensorException,
  SourceDestType,
  Time,
  UnitOfMeasure,
  Uri,
} from './terms.ts';

/** An object with these members and no others. */
export function closed<P extends TProperties>(members: P) {
  return Type.Object(members, { additionalProperties: false });
}

/** An object with these members and any number of user extensions (EPCIS 2.0 §10.3). */
export function extensible<P extends TProperties>(members: P) {
  return Type.Object(members, { additionalProperties: false, patternProperties: { [EXTENSION_NAME]: {} } });
}

/** JSON-LD 1.1 §3.1: an address, a map of names, or an array of both. */
export const LdContext = Type.Union([Uri, Type.Object({}), Type.Array(Type.Union([Uri, Type.Object({})]))]);

export const UriList = Type.Array(Uri);

export const CertificationInfo = Type.Union([Uri, UriList]);

export const ErrorDeclaration = extensible({
  declarationTime: Time,
  reason: Type.Optional(ErrorReason),
  correctiveEventIDs: Type.Optional(UriList),
});

export const QuantityElement = closed({
  epcClass: Uri,
  quantity: Type.Optional(Quantity),
  uom: Type.Optional(UnitOfMeasure),
});

export const QuantityList = Type.Array(QuantityElement);

export const Place = extensible({ id: Uri });

export const BizTransaction = closed({ type: Type.Optional(BizTransactionType), bizTransaction: Uri });
export const BizTransactionList = Type.Array(BizTransaction);

export const SourceList = Type.Array(closed({ type: SourceDestType, source: Uri }));
export const DestinationList = Type.Array(closed({ type: SourceDestType, destination: Uri }));

export const PersistentDisposition = Type.Object(
  {
    set: Type.Optional(Type.Array(Disposition, { minItems: 1 })),
    unset: Type.Optional(Type.Array(Disposition, { minItems: 1 })),
  },
  { additionalProperties: false, minProperties: 1, [RULE_KEYWORD]: 'event.persistent-disposition' },
);

/** Members of the ILMD are extensions, those of CBV 2.0 §9.2 (`cbvmda:lotNumber`) among them. */
export const Ilmd = extensible({});

export const SensorMetadata = extensible({
  time: Type.Optional(Time),
  startTime: Type.Optional(Time),
  endTime: Type.Optional(Time),
  deviceID: Type.Optional(Uri),
  deviceMetadata: Type.Optional(Uri),
  rawData: Type.Optional(Uri),
  dataProcessingMethod: Type.Optional(Uri),
  bizRules: Type.Optional(Uri),
});

export const SensorReport = extensible({
  type: MeasurementType,
  exception: Type.Optional(SensorException),
  deviceID: Type.Optional(Uri),
  deviceMetadata: Type.Optional(Uri),
  rawData: Type.Optional(Uri),
  dataProcessingMethod: Type.Optional(Uri),
  bizRules: Type.Optional(Uri),
  time: Type.Optional(Time),
  microorganism: Type.Optional(Uri),
  chemicalSubstance: Type.Optional(Uri),
  coordinateReferenceSystem: Type.Optional(Uri),
  value: Type.Optional(Decimal),
  component: Type.Optional(Component),
  stringValue: Type.Optional(Type.String()),
  booleanValue: Type.Optional(Type.Boolean()),
  hexBinaryValue: Type.Optional(HexBinary),
  uriValue: Type.Optional(Uri),
  minValue: Type.Optional(Decimal),
  maxValue: Type.Optional(Decimal),
  meanValue: Type.Optional(Decimal),
  sDev: Type.Optional(Decimal),
  percRank: Type.Optional(Decimal),
  percValue: Type.Optional(Decimal),
  uom: Type.Optional(Type.String()),
});

export const SensorElement = extensible({
  sensorMetadata: Type.Optional(SensorMetadata),
  sensorReport: Type.Array(SensorReport, { minItems: 1 }),
});
