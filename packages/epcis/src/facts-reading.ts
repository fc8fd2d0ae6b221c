/** The facts of an event out of what `facts-writing.ts` wrote, in the same order. */
import { unpackDate } from './facts-date.ts';
import type { FactsIn } from './facts-in.ts';
import {
  ACTIONS,
  BrokenFacts,
  HAS,
  HAS_END,
  HAS_EXTENSIONS,
  HAS_METADATA,
  METADATA_END,
  METADATA_EXTENSIONS,
  METADATA_IDS,
  METADATA_TIMES,
  REPORT_END,
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
import { unpackOffset } from './facts-offset.ts';
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

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** @throws BrokenFacts */
export function takeFacts(from: FactsIn): EventFacts {
  const kind = from.byte();
  const type = TYPES[kind % TYPES.length];
  const actionAt = Math.floor(kind / TYPES.length);
  if (type === undefined || actionAt >= ACTIONS.length) throw new BrokenFacts('an event of an unknown type');
  const flags = from.flags(HAS_END);
  const facts: Draft<EventFacts> = {
    type,
    eventTimeMs: from.time(TIME_ORIGIN_MS),
    eventTimeZoneOffset: takeOffset(from),
    units: [],
    sources: [],
    destinations: [],
    bizTransactions: [],
  };
  const action = ACTIONS[actionAt];
  if (action !== undefined) facts.action = action;
  takeWhyAndWhere(from, flags, facts);
  if (flags & HAS.units) facts.units = takeUnits(from);
  takeHowAndWhat(from, flags, facts);
  return facts;
}

function takeWhyAndWhere(from: FactsIn, flags: number, facts: Draft<EventFacts>): void {
  if (flags & HAS.eventID) facts.eventID = from.id();
  if (flags & HAS.bizStep) facts.bizStep = from.term();
  if (flags & HAS.disposition) facts.disposition = from.term();
  if (flags & HAS.persistentDisposition)
    facts.persistentDisposition = { set: takeList(from, takeTerm), unset: takeList(from, takeTerm) };
  if (flags & HAS.readPoint) facts.readPoint = from.text(from.codes);
  if (flags & HAS.bizLocation) facts.bizLocation = from.text(from.codes);
  if (flags & HAS.sources) facts.sources = takeList(from, takeParty);
  if (flags & HAS.destinations) facts.destinations = takeList(from, takeParty);
  if (flags & HAS.bizTransactions) facts.bizTransactions = takeList(from, takeTransaction);
  if (flags & HAS.certificationInfo) facts.certificationInfo = takeList(from, takeCode);
  if (flags & HAS.transformationID) facts.transformationID = from.text(from.codes);
}

function takeHowAndWhat(from: FactsIn, flags: number, facts: Draft<EventFacts>): void {
  const { eventTimeMs } = facts;
  if (flags & HAS.errorDeclaration) facts.errorDeclaration = takeDeclaration(from, eventTimeMs);
  if (flags & HAS.sensors) facts.sensors = takeList(from, () => takeElement(from, eventTimeMs));
  if (flags & HAS.ilmd) facts.ilmd = takePairs(from);
  if (flags & HAS.lotNumber) facts.lotNumber = takeLotNumber(from, facts.ilmd);
  if (flags & HAS.readPointExtensions) facts.readPointExtensions = takePairs(from);
  if (flags & HAS.bizLocationExtensions) facts.bizLocationExtensions = takePairs(from);
  if (flags & HAS.extensions) facts.extensions = takePairs(from);
}

function takeOffset(from: FactsIn): string {
  const packed = from.varint();
  const offset = packed === 0 ? from.text(from.words) : unpackOffset(packed);
  if (offset === undefined) throw new BrokenFacts('no offset of a time zone');
  return offset;
}

function takeList<T>(from: FactsIn, take: (from: FactsIn) => T): T[] {
  const list: T[] = [];
  for (let left = from.count(); left > 0; left -= 1) list.push(take(from));
  return list;
}

const takeTerm = (from: FactsIn): string => from.term();
const takeCode = (from: FactsIn): string => from.text(from.codes);
const takeId = (from: FactsIn): string => from.id();

function takeParty(from: FactsIn): TransferParty {
  const number = from.varint();
  const kind = number === 0 ? from.text(from.words) : TRANSFER_KINDS[number];
  if (kind === undefined) throw new BrokenFacts('a party of an unknown kind');
  return { kind, party: from.text(from.codes) };
}

function takeTransaction(from: FactsIn): BizTransaction {
  const type = takeOptionalTerm(from);
  const id = from.text(from.codes);
  return type === undefined ? { id } : { type, id };
}

function takeOptionalTerm(from: FactsIn): string | undefined {
  const number = from.varint();
  return number === 0 ? undefined : from.term(1, number);
}

function takeUnits(from: FactsIn): UnitMention[] {
  const units: UnitMention[] = [];
  for (let isLast = false; !isLast; ) {
    const run = from.varint();
    isLast = run % 2 === RUN_IS_LAST;
    const packed = Math.floor(run / 2);
    const shape = packed % UNIT_SHAPES;
    for (let left = from.count(Math.floor(packed / UNIT_SHAPES) + 1); left > 0; left -= 1) {
      units.push(takeUnit(from, shape));
    }
  }
  return units;
}

function takeUnit(from: FactsIn, shape: number): UnitMention {
  const role = ROLES[Math.floor((shape % UNIT_QUANTITY) / 2)] ?? 'object';
  const unit: Draft<UnitMention> = { code: from.text(from.codes), role, isClass: shape % 2 === UNIT_CLASS };
  if (shape % UNIT_UOM >= UNIT_QUANTITY) unit.quantity = from.number();
  if (shape >= UNIT_UOM) unit.uom = from.text(from.words);
  return unit;
}

function takeDeclaration(from: FactsIn, eventTimeMs: number): ErrorDeclaration {
  const flags = from.flags(HAS_EXTENSIONS << 1);
  const declarationTimeMs = from.time(eventTimeMs);
  const reason = takeOptionalTerm(from);
  const declaration: Draft<ErrorDeclaration> = { declarationTimeMs, correctiveEventIDs: takeList(from, takeId) };
  if (reason !== undefined) declaration.reason = reason;
  if (flags & HAS_EXTENSIONS) declaration.extensions = takePairs(from);
  return declaration;
}

// ---- Sensors ----

function takeElement(from: FactsIn, eventTimeMs: number): SensorElement {
  const flags = from.flags(HAS_METADATA << 1);
  const metadata = flags & HAS_METADATA ? takeMetadata(from, eventTimeMs) : undefined;
  const element: Draft<SensorElement> = { reports: takeList(from, () => takeReport(from, eventTimeMs)) };
  if (metadata !== undefined) element.metadata = metadata;
  if (flags & HAS_EXTENSIONS) element.extensions = takePairs(from);
  return element;
}

function takeMetadata(from: FactsIn, eventTimeMs: number): SensorMetadata {
  const flags = from.flags(METADATA_END);
  const metadata: Draft<SensorMetadata> = {};
  for (const [name, flag] of METADATA_TIMES) if (flags & flag) metadata[name] = from.time(eventTimeMs);
  for (const [name, flag] of METADATA_IDS) if (flags & flag) metadata[name] = from.text(from.codes);
  if (flags & METADATA_EXTENSIONS) metadata.extensions = takePairs(from);
  return metadata;
}

function takeReport(from: FactsIn, eventTimeMs: number): SensorReport {
  const flags = from.flags(REPORT_END);
  const report: Draft<SensorReport> = {};
  for (const [name, flag] of REPORT_TERMS) if (flags & flag) report[name] = from.term();
  if (flags & REPORT_TIME) report.timeMs = from.time(eventTimeMs);
  for (const [name, flag] of REPORT_NUMBERS) if (flags & flag) report[name] = from.number();
  for (const [name, flag] of REPORT_TEXTS) if (flags & flag) report[name] = from.text(from.words);
  for (const [name, flag] of REPORT_IDS) if (flags & flag) report[name] = from.text(from.codes);
  if (flags & (REPORT_TRUE | REPORT_FALSE)) report.booleanValue = (flags & REPORT_TRUE) !== 0;
  if (flags & REPORT_EXTENSIONS) report.extensions = takePairs(from);
  return report;
}

// ---- Extensions ----

function takePairs(from: FactsIn): NamedValue[] {
  return takeList(from, () => [from.text(from.words), takeValue(from, 0)]);
}

function takeValue(from: FactsIn, depth: number): ExtensionValue {
  const packed = from.varint();
  if (packed === VALUE.null) return null;
  if (packed === VALUE.text) return from.text(from.codes);
  if (packed === VALUE.date) return takeDate(from);
  const kind = packed % 4;
  if (kind !== VALUE.list && kind !== VALUE.object) throw new BrokenFacts('a value of an unknown kind');
  const deeper = from.deeper(depth);
  const count = from.count(Math.floor(packed / 4));
  if (kind === VALUE.list) return Array.from({ length: count }, () => takeValue(from, deeper));
  const members: [name: string, value: ExtensionValue][] = [];
  for (let n = 0; n < count; n += 1) members.push([from.text(from.words), takeValue(from, deeper)]);
  // `fromEntries`, since a name may be `__proto__`.
  return Object.fromEntries(members);
}

function takeDate(from: FactsIn): string {
  const date = unpackDate(from.varint());
  if (date === undefined) throw new BrokenFacts('no date');
  return date;
}

function takeLotNumber(from: FactsIn, ilmd: readonly NamedValue[] = []): string {
  const number = from.varint();
  if (number === 0) return from.text(from.codes);
  const value = ilmd[number - 1]?.[1];
  if (typeof value !== 'string') throw new BrokenFacts('a lot number that is not there');
  return value.trim();
}
