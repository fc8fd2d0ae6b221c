/** As what the texts of a member are read: what the standard defines, text for people, or a code, time or term. */
import { EVENT_SCHEMAS } from '../schema/events.ts';
import {
  BizTransaction,
  ErrorDeclaration,
  Place,
  QuantityElement,
  SensorElement,
  SensorMetadata,
  SensorReport,
} from '../schema/parts.ts';

/**
 * `standard`: an object of the standard's own, of which the other members are text for people. `around`: a document down to its
 * events.
 */
export type Reading = 'around' | 'standard' | 'free' | 'code';

const OBJECTS = [
  ...Object.values(EVENT_SCHEMAS),
  ...[BizTransaction, ErrorDeclaration, Place, QuantityElement, SensorElement, SensorMetadata, SensorReport],
];

/** Names that EPCIS 2.0 §7 defines anywhere in an event, and those of its XML alone. */
const STANDARD: ReadonlySet<string> = new Set([
  ...OBJECTS.flatMap(({ properties }) => Object.keys(properties)),
  ...['source', 'destination', 'set', 'unset'],
]);

/** Of the standard, and yet for people: master data of an instance or lot, and what a sensor says in words. */
const FREE: ReadonlySet<string> = new Set(['ilmd', 'stringValue']);

/** Codes that keep their name in the vocabularies of others; a lot may be eleven digits. */
const CODES = /(?:^|[:/#])(?:lotNumber|batchNumber|serialNumber|gtin|gln|sscc|epc)$/i;

/** EPCIS 2.0 §9.1 and §9.3: what stands around the list of events. */
const AROUND: ReadonlySet<string> = new Set(['epcisBody', 'queryResults', 'resultsBody']);

export function readingOf(around: Reading, name: string): Reading {
  if (around === 'code') return 'code';
  if (around === 'around') return AROUND.has(name) ? 'around' : name === 'eventList' ? 'standard' : 'code';
  if (around === 'standard') {
    if (FREE.has(name)) return 'free';
    if (STANDARD.has(name) && name !== '@context') return 'standard';
  }
  // Keywords of JSON-LD, of which `@value` alone holds what somebody wrote.
  return (name.startsWith('@') && name !== '@value') || CODES.test(name) ? 'code' : 'free';
}
