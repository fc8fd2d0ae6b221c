/**
 * From the event as received to the facts that index, query and trace work on: every code canonical,
 * every CBV term a full URI, every time a number. The raw event is taken to be structurally valid;
 * a member of a wrong type is passed over, never guessed at.
 */

import { canonical } from '@suyuan/codes';
import { EVENT_MEMBERS } from './content.ts';
import { type Context, extendContext } from './context.ts';
import { extensionsOf } from './extensions.ts';
import { type Fields, fieldsIn, idOf, isFields, numberOf, text } from './fields.ts';
import {
  type Action,
  type BizTransaction,
  type ErrorDeclaration,
  EVENT_TYPES,
  type EventFacts,
  type EventType,
  type ExtensionValue,
  type NamedValue,
  type PersistentDisposition,
  type TransferKind,
  type TransferParty,
  type UnitMention,
  type UnitRole,
} from './model.ts';
import { referenceOf, sensorsOf } from './sensor-facts.ts';
import { epochMs } from './time.ts';
import { bizStepUri, bizTransactionTypeUri, dispositionUri, errorReasonUri, sourceDestTypeUri } from './vocabulary.ts';

const TYPES: ReadonlyMap<unknown, EventType> = new Map(EVENT_TYPES.map((type) => [type, type]));

const ACTIONS: ReadonlyMap<unknown, Action> = new Map([
  ['ADD', 'ADD'],
  ['OBSERVE', 'OBSERVE'],
  ['DELETE', 'DELETE'],
]);

/** EPCIS 2.0 §7.4.2 to §7.4.6: the fields that name units; a field means the same in every event type that has it. */
const UNIT_FIELDS: ReadonlyMap<string, { readonly role: UnitRole; readonly isClass: boolean }> = new Map([
  ['epcList', { role: 'object', isClass: false }],
  ['quantityList', { role: 'object', isClass: true }],
  ['parentID', { role: 'parent', isClass: false }],
  ['childEPCs', { role: 'child', isClass: false }],
  ['childQuantityList', { role: 'child', isClass: true }],
  ['inputEPCList', { role: 'input', isClass: false }],
  ['inputQuantityList', { role: 'input', isClass: true }],
  ['outputEPCList', { role: 'output', isClass: false }],
  ['outputQuantityList', { role: 'output', isClass: true }],
]);

const TRANSFER_KINDS: ReadonlyMap<string, TransferKind> = new Map([
  ['https://ref.gs1.org/cbv/SDT-possessing_party', 'possession'],
  ['https://ref.gs1.org/cbv/SDT-owning_party', 'ownership'],
  ['https://ref.gs1.org/cbv/SDT-location', 'location'],
]);

/** CBV 2.0 §9.2 under its URN, its Web URI, and the GS1 Web Vocabulary's own names for the same thing. */
const LOT_NUMBER_URIS: ReadonlySet<string> = new Set([
  'urn:epcglobal:cbv:mda:lotNumber',
  'urn:epcglobal:cbv:mda#lotNumber',
  'https://ref.gs1.org/cbv/lotNumber',
  'https://ref.gs1.org/cbv/mda/lotNumber',
  'https://gs1.org/voc/lotNumber',
  'https://gs1.org/voc/hasBatchLotNumber',
]);

/** An event whose type is none of the five, or whose times cannot be read: validation must come before. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
}

/**
 * The facts of one event.
 * @param raw the event as received, valid after EPCIS 2.0 §7.4
 * @param context of the document around it; the event's own `@context` is added here
 * @throws UnreadableEvent when validation was skipped and type, a time or the offset is missing
 */
export function eventFacts(raw: unknown, context: Context): EventFacts {
  if (!isFields(raw)) throw new UnreadableEvent('an event is a JSON object');
  const type = TYPES.get(raw.type);
  if (type === undefined) throw new UnreadableEvent('unknown event type');
  const eventTimeMs = epochMs(text(raw.eventTime) ?? '');
  const { eventTimeZoneOffset } = raw;
  if (Number.isNaN(eventTimeMs) || typeof eventTimeZoneOffset !== 'string')
    throw new UnreadableEvent('no readable time');
  const own = extendContext(context, raw['@context']);
  const facts: Draft = {
    type,
    eventTimeMs,
    eventTimeZoneOffset,
    units: unitsOf(raw),
    sources: partiesOf(raw.sourceList, 'source', own),
    destinations: partiesOf(raw.destinationList, 'destination', own),
    bizTransactions: bizTransactionsOf(raw.bizTransactionList, own),
  };
  addOptionalFacts(facts, raw, own);
  return facts;
}

type Draft = { -readonly [Key in keyof EventFacts]: EventFacts[Key] };

/** Optional facts are absent, not undefined, when the event does not state them. */
function addOptionalFacts(facts: Draft, raw: Fields, context: Context): void {
  const action = ACTIONS.get(raw.action);
  if (action !== undefined) facts.action = action;
  if (typeof raw.eventID === 'string') facts.eventID = raw.eventID;
  const bizStep = text(raw.bizStep);
  if (bizStep !== undefined) facts.bizStep = bizStepUri(bizStep, context);
  const disposition = text(raw.disposition);
  if (disposition !== undefined) facts.disposition = dispositionUri(disposition, context);
  const persistent = persistentOf(raw.persistentDisposition, context);
  if (persistent !== undefined) facts.persistentDisposition = persistent;
  const readPoint = idOf(raw.readPoint);
  if (readPoint !== undefined) facts.readPoint = canonical(readPoint);
  const bizLocation = idOf(raw.bizLocation);
  if (bizLocation !== undefined) facts.bizLocation = canonical(bizLocation);
  const transformationID = idOf(raw.transformationID);
  if (transformationID !== undefined) facts.transformationID = canonical(transformationID);
  const errorDeclaration = errorDeclarationOf(raw.errorDeclaration, context);
  if (errorDeclaration !== undefined) facts.errorDeclaration = errorDeclaration;
  const certificates = certificatesOf(raw.certificationInfo, context);
  if (certificates !== undefined) facts.certificationInfo = certificates;
  const sensors = sensorsOf(raw.sensorElementList, context);
  if (sensors !== undefined) facts.sensors = sensors;
  addExtensions(facts, raw, context);
}

const IN_PLACE: ReadonlySet<string> = new Set(['id']);

function addExtensions(facts: Draft, raw: Fields, context: Context): void {
  const ilmd = isFields(raw.ilmd) ? extensionsOf(raw.ilmd, context) : undefined;
  if (ilmd !== undefined) {
    facts.ilmd = ilmd;
    const lotNumber = lotNumberOf(ilmd);
    if (lotNumber !== undefined) facts.lotNumber = lotNumber;
  }
  const ofReadPoint = isFields(raw.readPoint) ? extensionsOf(raw.readPoint, context, IN_PLACE) : undefined;
  if (ofReadPoint !== undefined) facts.readPointExtensions = ofReadPoint;
  const ofLocation = isFields(raw.bizLocation) ? extensionsOf(raw.bizLocation, context, IN_PLACE) : undefined;
  if (ofLocation !== undefined) facts.bizLocationExtensions = ofLocation;
  const extensions = extensionsOf(raw, context, EVENT_MEMBERS);
  if (extensions !== undefined) facts.extensions = extensions;
}

function unitsOf(raw: Fields): readonly UnitMention[] {
  const units: UnitMention[] = [];
  for (const key of Object.keys(raw)) {
    const field = UNIT_FIELDS.get(key);
    if (field === undefined) continue;
    const value = raw[key];
    for (const member of Array.isArray(value) ? value : [value]) {
      const unit = field.isClass ? classMention(member, field.role) : instanceMention(member, field.role);
      if (unit !== undefined) units.push(unit);
    }
  }
  return units;
}

function instanceMention(member: unknown, role: UnitRole): UnitMention | undefined {
  const code = idOf(member);
  return code === undefined ? undefined : { code: canonical(code), role, isClass: false };
}

function classMention(member: unknown, role: UnitRole): UnitMention | undefined {
  if (!isFields(member)) return undefined;
  const epcClass = idOf(member.epcClass);
  if (epcClass === undefined) return undefined;
  const unit: { -readonly [Key in keyof UnitMention]: UnitMention[Key] } = {
    code: canonical(epcClass),
    role,
    isClass: true,
  };
  const quantity = numberOf(member.quantity);
  if (quantity !== undefined) unit.quantity = quantity;
  const uom = text(member.uom);
  if (uom !== undefined) unit.uom = uom;
  return unit;
}

function partiesOf(list: unknown, member: 'source' | 'destination', context: Context): readonly TransferParty[] {
  const parties: TransferParty[] = [];
  for (const entry of fieldsIn(list)) {
    const party = idOf(entry[member]);
    const type = text(entry.type);
    if (party === undefined || type === undefined) continue;
    const uri = sourceDestTypeUri(type, context);
    parties.push({ kind: TRANSFER_KINDS.get(uri) ?? uri, party: canonical(party) });
  }
  return parties;
}

function bizTransactionsOf(list: unknown, context: Context): readonly BizTransaction[] {
  const transactions: BizTransaction[] = [];
  for (const entry of fieldsIn(list)) {
    const given = idOf(entry.bizTransaction);
    if (given === undefined) continue;
    const id = canonical(given);
    const type = text(entry.type);
    transactions.push(type === undefined ? { id } : { type: bizTransactionTypeUri(type, context), id });
  }
  return transactions;
}

function persistentOf(value: unknown, context: Context): PersistentDisposition | undefined {
  if (!isFields(value)) return undefined;
  const uris = (list: unknown): string[] =>
    (Array.isArray(list) ? list : [list])
      .map(text)
      .filter((term) => term !== undefined)
      .map((term) => dispositionUri(term, context));
  return { set: uris(value.set), unset: uris(value.unset) };
}

/** The first that the master data name, in the order of their names: the order of members says nothing. */
function lotNumberOf(ilmd: readonly NamedValue[]): string | undefined {
  for (const [name, value] of ilmd) {
    const lot = LOT_NUMBER_URIS.has(name) ? literalOf(value) : undefined;
    if (lot !== undefined) return lot;
  }
  return undefined;
}

function literalOf(value: ExtensionValue): string | undefined {
  return text(isFields(value) ? value['@value'] : value);
}

function certificatesOf(info: unknown, context: Context): readonly string[] | undefined {
  const ids = (Array.isArray(info) ? info : [info])
    .map((each) => referenceOf(each, context))
    .filter((id) => id !== undefined);
  return ids.length === 0 ? undefined : ids;
}

const IN_DECLARATION: ReadonlySet<string> = new Set(['declarationTime', 'reason', 'correctiveEventIDs']);

function errorDeclarationOf(declaration: unknown, context: Context): ErrorDeclaration | undefined {
  if (!isFields(declaration)) return undefined;
  const declarationTimeMs = epochMs(text(declaration.declarationTime) ?? '');
  if (Number.isNaN(declarationTimeMs)) throw new UnreadableEvent('no readable declaration time');
  const reason = text(declaration.reason);
  const corrective = declaration.correctiveEventIDs;
  const correctiveEventIDs = (Array.isArray(corrective) ? corrective : [corrective])
    .map(idOf)
    .filter((id) => id !== undefined);
  const extensions = extensionsOf(declaration, context, IN_DECLARATION);
  return {
    declarationTimeMs,
    correctiveEventIDs,
    ...(reason === undefined ? {} : { reason: errorReasonUri(reason, context) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}
