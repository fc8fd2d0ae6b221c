/**
 * From the facts of an event to an EPCIS 2.0 event in JSON: what is told of a record of which not everything may be told.
 *
 * Codes are canonical, terms of the standard vocabularies bare words, names of extensions full URIs, so that the text needs no
 * context but the standard's. `eventFacts` of it are the facts again. What facts do not have is not in it: remarks
 * (`rdfs:comment`), digits of a time beyond the millisecond, whether a value of an extension was a number.
 */
import type {
  ErrorDeclaration,
  EventFacts,
  ExtensionValue,
  NamedValue,
  SensorElement,
  TransferParty,
  UnitMention,
  UnitRole,
} from './model.ts';
import { bareTerm } from './vocabulary.ts';

type Fields = Record<string, unknown>;

/** @param facts with a time that is a number */
export function eventOfFacts(facts: EventFacts): object {
  const { errorDeclaration, sensors, ilmd, persistentDisposition, certificationInfo, transformationID } = facts;
  const event: Fields = {
    type: facts.type,
    eventTime: new Date(facts.eventTimeMs).toISOString(),
    eventTimeZoneOffset: facts.eventTimeZoneOffset,
  };
  if (facts.eventID !== undefined) event.eventID = facts.eventID;
  if (errorDeclaration !== undefined) event.errorDeclaration = declarationOf(errorDeclaration);
  if (facts.action !== undefined) event.action = facts.action;
  // EPCIS 2.0 §7.4.2: a list of objects stands there also where none is in it.
  if (facts.type === 'ObjectEvent' && facts.units.length === 0) event.epcList = [];
  Object.assign(event, unitFields(facts.units));
  if (facts.bizStep !== undefined) event.bizStep = bareTerm(facts.bizStep);
  if (facts.disposition !== undefined) event.disposition = bareTerm(facts.disposition);
  if (persistentDisposition !== undefined) {
    const { set, unset } = persistentDisposition;
    event.persistentDisposition = { ...list('set', set.map(bareTerm)), ...list('unset', unset.map(bareTerm)) };
  }
  Object.assign(event, placeFields('readPoint', facts.readPoint, facts.readPointExtensions));
  Object.assign(event, placeFields('bizLocation', facts.bizLocation, facts.bizLocationExtensions));
  if (transformationID !== undefined) event.transformationID = transformationID;
  Object.assign(
    event,
    list(
      'bizTransactionList',
      facts.bizTransactions.map(({ type, id }) => ({
        ...(type === undefined ? {} : { type: bareTerm(type) }),
        bizTransaction: id,
      })),
    ),
    list('sourceList', transfers('source', facts.sources)),
    list('destinationList', transfers('destination', facts.destinations)),
  );
  if (sensors !== undefined) event.sensorElementList = sensors.map(sensorElement);
  if (ilmd !== undefined) event.ilmd = named(ilmd);
  if (certificationInfo !== undefined) event.certificationInfo = [...certificationInfo];
  return { ...event, ...named(facts.extensions) };
}

/** EPCIS 2.0 §7.4.2 to §7.4.6: the member that a unit of a role stands in, of an instance and of a class. */
const UNIT_MEMBERS: Readonly<Record<Exclude<UnitRole, 'parent'>, readonly [instance: string, ofClass: string]>> = {
  object: ['epcList', 'quantityList'],
  child: ['childEPCs', 'childQuantityList'],
  input: ['inputEPCList', 'inputQuantityList'],
  output: ['outputEPCList', 'outputQuantityList'],
};

function unitFields(units: readonly UnitMention[]): Fields {
  const parent = units.find(({ role }) => role === 'parent');
  const lists = new Map<string, unknown[]>();
  for (const unit of units) {
    if (unit.role === 'parent') continue;
    const name = UNIT_MEMBERS[unit.role][unit.isClass ? 1 : 0];
    const before = lists.get(name);
    const member = unit.isClass ? classMember(unit) : unit.code;
    if (before === undefined) lists.set(name, [member]);
    else before.push(member);
  }
  return { ...(parent === undefined ? {} : { parentID: parent.code }), ...Object.fromEntries(lists) };
}

function classMember({ code, quantity, uom }: UnitMention): Fields {
  return {
    epcClass: code,
    ...(quantity === undefined ? {} : { quantity }),
    ...(uom === undefined ? {} : { uom }),
  };
}

function placeFields(name: string, id: string | undefined, extensions: readonly NamedValue[] | undefined): Fields {
  return id === undefined ? {} : { [name]: { id, ...named(extensions) } };
}

/** The CBV's words for what the facts have words of their own for. */
const TRANSFERS: ReadonlyMap<string, string> = new Map([
  ['possession', 'possessing_party'],
  ['ownership', 'owning_party'],
  ['location', 'location'],
]);

function transfers(member: 'source' | 'destination', parties: readonly TransferParty[]): object[] {
  return parties.map(({ kind, party }) => ({ type: TRANSFERS.get(kind) ?? bareTerm(kind), [member]: party }));
}

function declarationOf({ declarationTimeMs, reason, correctiveEventIDs, extensions }: ErrorDeclaration): Fields {
  return {
    declarationTime: new Date(declarationTimeMs).toISOString(),
    ...(reason === undefined ? {} : { reason: bareTerm(reason) }),
    ...list('correctiveEventIDs', correctiveEventIDs),
    ...named(extensions),
  };
}

function sensorElement({ metadata, reports, extensions }: SensorElement): Fields {
  return {
    ...(metadata === undefined ? {} : { sensorMetadata: sensorFields(metadata) }),
    sensorReport: reports.map(sensorFields),
    ...named(extensions),
  };
}

const TIMES: ReadonlyMap<string, string> = new Map([
  ['timeMs', 'time'],
  ['startTimeMs', 'startTime'],
  ['endTimeMs', 'endTime'],
]);
const SENSOR_TERMS: ReadonlySet<string> = new Set(['type', 'exception', 'component']);
const GS1_VOC = 'https://gs1.org/voc/';

function sensorFields({ extensions, ...members }: object & { readonly extensions?: readonly NamedValue[] }): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(members)) {
    const time = TIMES.get(name);
    if (time !== undefined) fields[time] = new Date(Number(value)).toISOString();
    else if (SENSOR_TERMS.has(name)) fields[name] = sensorTerm(String(value));
    else fields[name] = value;
  }
  return { ...fields, ...named(extensions) };
}

function sensorTerm(uri: string): string {
  return uri.startsWith(GS1_VOC) ? uri.slice(GS1_VOC.length) : bareTerm(uri);
}

/** A name that comes several times is one member with a list. */
function named(values: readonly NamedValue[] = []): Fields {
  const members = new Map<string, ExtensionValue[]>();
  for (const [name, value] of values) {
    const before = members.get(name);
    if (before === undefined) members.set(name, [value]);
    else before.push(value);
  }
  // `fromEntries`, since a name may be `__proto__`.
  return Object.fromEntries(
    [...members].map(([name, all]) => [name, all.length === 1 && !isFullList(all[0]) ? all[0] : all]),
  );
}

/** A list as the one value would be read as several values. */
function isFullList(value: ExtensionValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

function list(name: string, members: readonly unknown[]): Fields {
  return members.length === 0 ? {} : { [name]: members };
}
