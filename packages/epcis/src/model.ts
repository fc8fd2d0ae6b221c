/**
 * The event model: what an EPCIS 2.0 event says, once its spellings are out of the way.
 *
 * Two shapes of the same event live in Suyuan. The *raw* event is the JSON that was received; it is
 * stored and given back untouched. The *facts* of an event, below, are what index, query and trace
 * work on: every code canonical (`@suyuan/codes`), every CBV term a full URI, every time a number.
 */

/** EPCIS 2.0 §7.4: the five event types. */
export const EVENT_TYPES = [
  'ObjectEvent',
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** EPCIS 2.0 §7.3.2. A TransformationEvent has none. */
export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/**
 * What a unit does in an event. `object` is a member of epcList or quantityList of an ObjectEvent or
 * a TransactionEvent; the others are named after the list they stand in.
 */
export type UnitRole = 'object' | 'parent' | 'child' | 'input' | 'output';

/** One mention of a trace unit in an event, in document order. */
export interface UnitMention {
  /** Canonical code, as `canonical()` of `@suyuan/codes` gives it. */
  readonly code: string;
  readonly role: UnitRole;
  /** True for a member of a quantity list (class level), also when no quantity is given. */
  readonly isClass: boolean;
  /** As recorded, in `uom`; absent when the event gives none. */
  readonly quantity?: number;
  /** UN/ECE Recommendation 20 code; absent for a count of pieces. */
  readonly uom?: string;
}

/** CBV 2.0 §7.4: what a source or destination stands for. Other types keep their URI. */
export type TransferKind = 'possession' | 'ownership' | 'location' | (string & {});

export interface TransferParty {
  readonly kind: TransferKind;
  /** Canonical code of the party or place. */
  readonly party: string;
}

export interface BizTransaction {
  /** Full URI of the CBV business transaction type, or the URI given; absent when none is given. */
  readonly type?: string;
  readonly id: string;
}

/**
 * What a member that the standard does not define holds. Numbers and flags are the texts that stand for them, since XML
 * has neither, and an event in XML and in JSON has the same facts. The names in an object are expanded; a member that is
 * given several times is an array.
 */
export type ExtensionValue =
  | string
  | null
  | readonly ExtensionValue[]
  | { readonly [expandedName: string]: ExtensionValue };

/** A full URI where the document says what the name stands for, and one value; a name may come several times. */
export type NamedValue = readonly [name: string, value: ExtensionValue];

/** EPCIS 2.0 §7.4.1.2: this event says that an earlier one, otherwise identical, was wrong. */
export interface ErrorDeclaration {
  /** Milliseconds since 1970 UTC. */
  readonly declarationTimeMs: number;
  readonly reason?: string;
  /** As received. */
  readonly correctiveEventIDs: readonly string[];
  readonly extensions?: readonly NamedValue[];
}

export interface PersistentDisposition {
  readonly set: readonly string[];
  readonly unset: readonly string[];
}

/** EPCIS 2.0 §7.3.7: where data of sensors come from. Times in milliseconds since 1970 UTC, ids canonical. */
export interface SensorMetadata {
  readonly timeMs?: number;
  readonly startTimeMs?: number;
  readonly endTimeMs?: number;
  readonly deviceID?: string;
  readonly deviceMetadata?: string;
  readonly rawData?: string;
  readonly dataProcessingMethod?: string;
  readonly bizRules?: string;
  readonly extensions?: readonly NamedValue[];
}

/** One report of a sensor: members and units of measure as in the standard, terms full URIs, ids canonical. */
export interface SensorReport {
  /** For example `https://gs1.org/voc/Temperature`. */
  readonly type?: string;
  readonly exception?: string;
  readonly component?: string;
  /** Milliseconds since 1970 UTC. */
  readonly timeMs?: number;
  readonly deviceID?: string;
  readonly deviceMetadata?: string;
  readonly rawData?: string;
  readonly dataProcessingMethod?: string;
  readonly bizRules?: string;
  readonly microorganism?: string;
  readonly chemicalSubstance?: string;
  readonly coordinateReferenceSystem?: string;
  readonly uriValue?: string;
  /** In `uom`, as the next six. */
  readonly value?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly meanValue?: number;
  readonly sDev?: number;
  readonly percRank?: number;
  readonly percValue?: number;
  readonly stringValue?: string;
  readonly hexBinaryValue?: string;
  /** UN/ECE Recommendation 20 code. */
  readonly uom?: string;
  readonly booleanValue?: boolean;
  readonly extensions?: readonly NamedValue[];
}

export interface SensorElement {
  readonly metadata?: SensorMetadata;
  readonly reports: readonly SensorReport[];
  readonly extensions?: readonly NamedValue[];
}

/** The facts of one event. Arrays are in document order. */
export interface EventFacts {
  readonly type: EventType;
  readonly action?: Action;
  /** Milliseconds since 1970 UTC; finer digits are cut off. */
  readonly eventTimeMs: number;
  /** As received, for example `+08:00`. */
  readonly eventTimeZoneOffset: string;
  /** As received. */
  readonly eventID?: string;
  /** Full URIs, for example `https://ref.gs1.org/cbv/BizStep-shipping`. */
  readonly bizStep?: string;
  readonly disposition?: string;
  /** EPCIS 2.0 §7.3.6: dispositions that hold beside others until they are unset. Full URIs. */
  readonly persistentDisposition?: PersistentDisposition;
  /** Canonical codes. */
  readonly readPoint?: string;
  readonly bizLocation?: string;
  /** What the event says of its places beside their codes. */
  readonly readPointExtensions?: readonly NamedValue[];
  readonly bizLocationExtensions?: readonly NamedValue[];
  readonly transformationID?: string;
  readonly units: readonly UnitMention[];
  readonly sources: readonly TransferParty[];
  readonly destinations: readonly TransferParty[];
  readonly bizTransactions: readonly BizTransaction[];
  /** `cbvmda:lotNumber` of the instance/lot master data, when the event carries one (CBV 2.0 §9.2). */
  readonly lotNumber?: string;
  readonly errorDeclaration?: ErrorDeclaration;
  readonly sensors?: readonly SensorElement[];
  /** Instance/lot master data (EPCIS 2.0 §7.3.8), in the order of the names. */
  readonly ilmd?: readonly NamedValue[];
  /** Members that the standard does not define, in the order of the names; `rdfs:comment` is none. */
  readonly extensions?: readonly NamedValue[];
  /** Canonical ids of certificates. */
  readonly certificationInfo?: readonly string[];
}

/** A sentence for a person, in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** One fault of a document: where it is, which rule it breaks, what stands there. */
export interface Finding {
  /** Index in the document's event list; absent when the fault is in the document around it. */
  readonly eventIndex?: number;
  /** RFC 6901 JSON pointer from the root of the document. */
  readonly pointer: string;
  /** Stable id, kebab-case, for example `event.action-required`; `RULES` lists all. */
  readonly rule: string;
  /** Clause of the standard that the rule comes from, for example `EPCIS 2.0 §7.4.3`. */
  readonly clause?: string;
  /** The offending value as JSON, cut to 200 characters; absent when the fault is that it is missing. */
  readonly value?: string;
  readonly message: Text;
}
