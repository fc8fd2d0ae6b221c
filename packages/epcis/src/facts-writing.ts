/** The facts of an event, member by member, as `facts-layout.ts` has them. */

import { packDate } from './facts-date.ts';
import {
  ACTIONS,
  BrokenFacts,
  DEPTH_MAX,
  HAS,
  HAS_EXTENSIONS,
  HAS_METADATA,
  METADATA_EXTENSIONS,
  METADATA_IDS,
  METADATA_TIMES,
  REPORT_EXTENSIONS,
  REPORT_FALSE,
  REPORT_IDS,
  REPORT_NUMBERS,
  REPORT_TERMS,
  REPORT_TEXTS,
  REPORT_TIME,
  REPORT_TRUE,
  ROLES,
  RUN_IS_LAST,
  TIME_ORIGIN_MS,
  TRANSFER_KINDS,
  TYPES,
  UNIT_CLASS,
  UNIT_QUANTITY,
  UNIT_SHAPES,
  UNIT_UOM,
  VALUE,
} from './facts-layout.ts';
import { packOffset } from './facts-offset.ts';
import type { FactsOut } from './facts-out.ts';
import type {
  BizTransaction,
  ErrorDeclaration,
  EventFacts,
  ExtensionValue,
  NamedValue,
  SensorElement,
  SensorMetadata,
  SensorReport,
  TransferParty,
  UnitMention,
} from './model.ts';

export function putFacts(out: FactsOut, facts: EventFacts): void {
  out.byte(TYPES.indexOf(facts.type) + TYPES.length * ACTIONS.indexOf(facts.action));
  out.varint(flagsOf(facts));
  out.time(facts.eventTimeMs, TIME_ORIGIN_MS);
  const offset = packOffset(facts.eventTimeZoneOffset);
  out.varint(offset);
  if (offset === 0) out.text(facts.eventTimeZoneOffset, out.words);
  if (facts.eventID !== undefined) out.id(facts.eventID);
  if (facts.bizStep !== undefined) out.term(facts.bizStep);
  if (facts.disposition !== undefined) out.term(facts.disposition);
  if (facts.persistentDisposition !== undefined) {
    putList(out, facts.persistentDisposition.set, (uri) => out.term(uri));
    putList(out, facts.persistentDisposition.unset, (uri) => out.term(uri));
  }
  if (facts.readPoint !== undefined) out.text(facts.readPoint, out.codes);
  if (facts.bizLocation !== undefined) out.text(facts.bizLocation, out.codes);
  putStated(out, facts.sources, putParty);
  putStated(out, facts.destinations, putParty);
  putStated(out, facts.bizTransactions, putTransaction);
  if (facts.certificationInfo !== undefined) putList(out, facts.certificationInfo, (id) => out.text(id, out.codes));
  if (facts.transformationID !== undefined) out.text(facts.transformationID, out.codes);
  putUnits(out, facts.units);
  if (facts.errorDeclaration !== undefined) putDeclaration(out, facts.errorDeclaration, facts.eventTimeMs);
  if (facts.sensors !== undefined) putList(out, facts.sensors, (each) => putElement(out, each, facts.eventTimeMs));
  if (facts.ilmd !== undefined) putPairs(out, facts.ilmd);
  if (facts.lotNumber !== undefined) putLotNumber(out, facts.lotNumber, facts.ilmd);
  if (facts.readPointExtensions !== undefined) putPairs(out, facts.readPointExtensions);
  if (facts.bizLocationExtensions !== undefined) putPairs(out, facts.bizLocationExtensions);
  if (facts.extensions !== undefined) putPairs(out, facts.extensions);
}

function flagsOf(facts: EventFacts): number {
  return (
    bit(facts.eventID, HAS.eventID) |
    bit(facts.bizStep, HAS.bizStep) |
    bit(facts.disposition, HAS.disposition) |
    bit(facts.readPoint, HAS.readPoint) |
    bit(facts.bizLocation, HAS.bizLocation) |
    bit(facts.units[0], HAS.units) |
    bit(facts.bizTransactions[0], HAS.bizTransactions) |
    bit(facts.ilmd, HAS.ilmd) |
    bit(facts.lotNumber, HAS.lotNumber) |
    bit(facts.sources[0], HAS.sources) |
    bit(facts.destinations[0], HAS.destinations) |
    bit(facts.persistentDisposition, HAS.persistentDisposition) |
    bit(facts.transformationID, HAS.transformationID) |
    bit(facts.errorDeclaration, HAS.errorDeclaration) |
    bit(facts.sensors, HAS.sensors) |
    bit(facts.extensions, HAS.extensions) |
    bit(facts.certificationInfo, HAS.certificationInfo) |
    bit(facts.readPointExtensions, HAS.readPointExtensions) |
    bit(facts.bizLocationExtensions, HAS.bizLocationExtensions)
  );
}

function bit(value: unknown, flag: number): number {
  return value === undefined ? 0 : flag;
}

function putList<T>(out: FactsOut, list: readonly T[], put: (each: T) => void): void {
  out.varint(list.length);
  for (const each of list) put(each);
}

/** A list that every event has, and whose flag says that it is not empty. */
function putStated<T>(out: FactsOut, list: readonly T[], put: (out: FactsOut, each: T) => void): void {
  if (list.length > 0) putList(out, list, (each) => put(out, each));
}

function putParty(out: FactsOut, { kind, party }: TransferParty): void {
  const number = Math.max(TRANSFER_KINDS.indexOf(kind), 0);
  out.varint(number);
  if (number === 0) out.text(kind, out.words);
  out.text(party, out.codes);
}

function putTransaction(out: FactsOut, { type, id }: BizTransaction): void {
  putOptionalTerm(out, type);
  out.text(id, out.codes);
}

function putOptionalTerm(out: FactsOut, term: string | undefined): void {
  if (term === undefined) out.varint(0);
  else out.term(term, 1);
}

/** In runs of one shape: mostly an event has children of one kind. */
function putUnits(out: FactsOut, units: readonly UnitMention[]): void {
  for (let at = 0; at < units.length; ) {
    const shape = shapeOf(units[at]);
    let end = at + 1;
    while (end < units.length && shapeOf(units[end]) === shape) end += 1;
    out.varint(((end - at - 1) * UNIT_SHAPES + shape) * 2 + (end === units.length ? RUN_IS_LAST : 0));
    for (; at < end; at += 1) putUnit(out, units[at]);
  }
}

function shapeOf(unit: UnitMention | undefined): number {
  if (unit === undefined) return 0;
  const shape = ROLES.indexOf(unit.role) * 2 + (unit.isClass ? UNIT_CLASS : 0);
  return shape + bit(unit.quantity, UNIT_QUANTITY) + bit(unit.uom, UNIT_UOM);
}

function putUnit(out: FactsOut, unit: UnitMention | undefined): void {
  if (unit === undefined) return;
  out.text(unit.code, out.codes);
  if (unit.quantity !== undefined) out.number(unit.quantity);
  if (unit.uom !== undefined) out.text(unit.uom, out.words);
}

function putDeclaration(out: FactsOut, declaration: ErrorDeclaration, eventTimeMs: number): void {
  const { declarationTimeMs, reason, correctiveEventIDs, extensions } = declaration;
  out.varint(bit(extensions, HAS_EXTENSIONS));
  out.time(declarationTimeMs, eventTimeMs);
  putOptionalTerm(out, reason);
  putList(out, correctiveEventIDs, (id) => out.id(id));
  if (extensions !== undefined) putPairs(out, extensions);
}

// ---- Sensors ----

function putElement(out: FactsOut, { metadata, reports, extensions }: SensorElement, eventTimeMs: number): void {
  out.varint(bit(extensions, HAS_EXTENSIONS) | bit(metadata, HAS_METADATA));
  if (metadata !== undefined) putMetadata(out, metadata, eventTimeMs);
  putList(out, reports, (report) => putReport(out, report, eventTimeMs));
  if (extensions !== undefined) putPairs(out, extensions);
}

function putMetadata(out: FactsOut, metadata: SensorMetadata, eventTimeMs: number): void {
  let flags = bit(metadata.extensions, METADATA_EXTENSIONS);
  for (const [name, flag] of METADATA_TIMES) flags |= bit(metadata[name], flag);
  for (const [name, flag] of METADATA_IDS) flags |= bit(metadata[name], flag);
  out.varint(flags);
  for (const [name] of METADATA_TIMES) if (metadata[name] !== undefined) out.time(metadata[name], eventTimeMs);
  for (const [name] of METADATA_IDS) if (metadata[name] !== undefined) out.text(metadata[name], out.codes);
  if (metadata.extensions !== undefined) putPairs(out, metadata.extensions);
}

function putReport(out: FactsOut, report: SensorReport, eventTimeMs: number): void {
  out.varint(reportFlags(report));
  for (const [name] of REPORT_TERMS) if (report[name] !== undefined) out.term(report[name]);
  if (report.timeMs !== undefined) out.time(report.timeMs, eventTimeMs);
  for (const [name] of REPORT_NUMBERS) if (report[name] !== undefined) out.number(report[name]);
  for (const [name] of REPORT_TEXTS) if (report[name] !== undefined) out.text(report[name], out.words);
  for (const [name] of REPORT_IDS) if (report[name] !== undefined) out.text(report[name], out.codes);
  if (report.extensions !== undefined) putPairs(out, report.extensions);
}

function reportFlags(report: SensorReport): number {
  let flags = bit(report.timeMs, REPORT_TIME) | bit(report.extensions, REPORT_EXTENSIONS);
  if (report.booleanValue !== undefined) flags |= report.booleanValue ? REPORT_TRUE : REPORT_FALSE;
  for (const [name, flag] of REPORT_TERMS) flags |= bit(report[name], flag);
  for (const [name, flag] of REPORT_NUMBERS) flags |= bit(report[name], flag);
  for (const [name, flag] of REPORT_TEXTS) flags |= bit(report[name], flag);
  for (const [name, flag] of REPORT_IDS) flags |= bit(report[name], flag);
  return flags;
}

// ---- Extensions ----

function putPairs(out: FactsOut, pairs: readonly NamedValue[]): void {
  putList(out, pairs, ([name, value]) => {
    out.text(name, out.words);
    putValue(out, value, 0);
  });
}

function putValue(out: FactsOut, value: ExtensionValue, depth: number): void {
  if (value === null) return out.varint(VALUE.null);
  if (typeof value === 'string') {
    const date = packDate(value);
    if (date !== undefined) {
      out.varint(VALUE.date);
      return out.varint(date);
    }
    out.varint(VALUE.text);
    return out.text(value, out.codes);
  }
  if (depth >= DEPTH_MAX) throw new BrokenFacts('nested deeper than an event is');
  if (isList(value)) {
    out.varint(value.length * 4 + VALUE.list);
    for (const each of value) putValue(out, each, depth + 1);
  } else {
    // In the order of the names: the order of members says nothing.
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    out.varint(members.length * 4 + VALUE.object);
    for (const [name, each] of members) {
      out.text(name, out.words);
      putValue(out, each, depth + 1);
    }
  }
}

function isList(value: ExtensionValue): value is readonly ExtensionValue[] {
  return Array.isArray(value);
}

/** Mostly one of the master data, which is then pointed to. */
function putLotNumber(out: FactsOut, lotNumber: string, ilmd: readonly NamedValue[] = []): void {
  const at = ilmd.findIndex(([, value]) => typeof value === 'string' && value.trim() === lotNumber);
  out.varint(at + 1);
  if (at < 0) out.text(lotNumber, out.codes);
}
