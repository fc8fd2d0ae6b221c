/**
 * How the bytes of facts are laid out: what `facts-writing.ts` and `facts-reading.ts` have to agree on. Bits and numbers
 * are fixed; a member added later takes the next free one.
 */
import type { Action, EventType, SensorMetadata, SensorReport, TransferKind, UnitRole } from './model.ts';

export const FORMAT_VERSION = 1;
/** CRC-32 over all before it, the lowest byte first. */
export const CHECKSUM_BYTES = 4;

/** Around which seconds are counted: times within two years of it take four bytes, 2026-01-01T00:00:00Z. */
export const TIME_ORIGIN_MS = 1_767_225_600_000;
/** Whole numbers below it stay exact through every step of packing; about the year 37,000. */
export const WHOLE_MAX = 2 ** 50;

/** As the scanner has it (`SCAN_LIMITS.depthMax`): nothing in an event lies deeper. */
export const DEPTH_MAX = 64;
/** All texts of one event. One of 16 MiB has at most some 22 MiB of codes; names with long namespaces may have more. */
export const TEXT_BYTES_MAX = 64 * 1024 * 1024;
/** Lists, members and units of one event: twice the values that one may have (`EVENT_VALUES_MAX`). */
export const VALUES_MAX = 2_000_000;

export const TYPES: readonly EventType[] = [
  'ObjectEvent',
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
];
/** The first byte of the body: type, plus five times the place of the action in here. */
export const ACTIONS: readonly (Action | undefined)[] = [undefined, 'ADD', 'OBSERVE', 'DELETE'];

/** In the lowest bit of a run of units. */
export const RUN_IS_LAST = 1;
/** In the bits above: how many follow the first, times all shapes, plus the shape: role times two, plus these. */
export const ROLES: readonly UnitRole[] = ['object', 'parent', 'child', 'input', 'output'];
export const UNIT_CLASS = 1;
export const UNIT_QUANTITY = 10;
export const UNIT_UOM = 20;
export const UNIT_SHAPES = 40;

/** By number; 0 is any other kind, as a text. */
export const TRANSFER_KINDS: readonly (TransferKind | undefined)[] = [undefined, 'possession', 'ownership', 'location'];

/** What an event states beside type, action and time. The first seven fit into one byte. */
export const HAS = {
  eventID: 1 << 0,
  bizStep: 1 << 1,
  disposition: 1 << 2,
  readPoint: 1 << 3,
  bizLocation: 1 << 4,
  units: 1 << 5,
  bizTransactions: 1 << 6,
  ilmd: 1 << 7,
  lotNumber: 1 << 8,
  sources: 1 << 9,
  destinations: 1 << 10,
  persistentDisposition: 1 << 11,
  transformationID: 1 << 12,
  errorDeclaration: 1 << 13,
  sensors: 1 << 14,
  extensions: 1 << 15,
  certificationInfo: 1 << 16,
  readPointExtensions: 1 << 17,
  bizLocationExtensions: 1 << 18,
} as const;
export const HAS_END = 1 << 19;

/** Of an error declaration and a sensor element. */
export const HAS_EXTENSIONS = 1;
export const HAS_METADATA = 2;

type NamesOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T];
type Bits<T, V> = readonly (readonly [name: NamesOf<T, V> & string, bit: number])[];

export const METADATA_TIMES: Bits<SensorMetadata, number> = [
  ['timeMs', 1 << 0],
  ['startTimeMs', 1 << 1],
  ['endTimeMs', 1 << 2],
];
export const METADATA_IDS: Bits<SensorMetadata, string> = [
  ['deviceID', 1 << 3],
  ['deviceMetadata', 1 << 4],
  ['rawData', 1 << 5],
  ['dataProcessingMethod', 1 << 6],
  ['bizRules', 1 << 7],
];
export const METADATA_EXTENSIONS = 1 << 8;
export const METADATA_END = 1 << 9;

export const REPORT_TERMS = [
  ['type', 1 << 0],
  ['component', 1 << 4],
  ['exception', 1 << 7],
] as const satisfies Bits<SensorReport, string>;
export const REPORT_TIME = 1 << 3;
export const REPORT_NUMBERS = [
  ['value', 1 << 1],
  ['minValue', 1 << 5],
  ['maxValue', 1 << 6],
  ['meanValue', 1 << 8],
  ['sDev', 1 << 9],
  ['percRank', 1 << 10],
  ['percValue', 1 << 11],
] as const satisfies Bits<SensorReport, number>;
/** Texts like the one before: units of measure. */
export const REPORT_TEXTS = [
  ['uom', 1 << 2],
  ['stringValue', 1 << 12],
  ['hexBinaryValue', 1 << 13],
] as const satisfies Bits<SensorReport, string>;
export const REPORT_IDS = [
  ['deviceID', 1 << 14],
  ['deviceMetadata', 1 << 15],
  ['rawData', 1 << 16],
  ['dataProcessingMethod', 1 << 17],
  ['bizRules', 1 << 18],
  ['microorganism', 1 << 19],
  ['chemicalSubstance', 1 << 20],
  ['coordinateReferenceSystem', 1 << 21],
  ['uriValue', 1 << 22],
] as const satisfies Bits<SensorReport, string>;
export const REPORT_TRUE = 1 << 23;
export const REPORT_FALSE = 1 << 24;
export const REPORT_EXTENSIONS = 1 << 25;
export const REPORT_END = 1 << 26;

/** How what follows the beginning of a text is written. */
export const REST = { bytes: 0, nothing: 1, digits: 2, digitsThenBytes: 3 } as const;
/** Leading digits from which on packing two into a byte saves one. */
export const DIGITS_MIN = 4;

/** How an identifier of an event is written. */
export const ID = { text: 0, uuidUrn: 1, hash: 2, uuid: 3 } as const;
export const UUID_URN = 'urn:uuid:';
/** CBV 2.0 §8.9. */
export const HASH_HEAD = 'ni:///sha-256;';
export const HASH_TAIL = '?ver=CBV2.0';

/** How a number is written: in the lowest two bits, the rest is the number, or its digits without the point. */
export const NUMBER = { whole: 0, decimal: 1, float: 2 } as const;

/** What an extension holds; counts are in the bits above the lowest. A date is a text like `2027-03-05`. */
export const VALUE = { null: 0, text: 1, list: 2, object: 3, date: 4 } as const;

/** Bytes that `readFacts` cannot read, or facts that no event has and `writeFacts` does not write. */
export class BrokenFacts extends Error {
  override name = 'BrokenFacts';
}
