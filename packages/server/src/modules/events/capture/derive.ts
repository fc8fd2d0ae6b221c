/** From what was received to all that the store holds of it. */
import { hash } from 'node:crypto';
import { lotCode, readCode } from '@suyuan/codes';
import {
  type Context,
  type EventFacts,
  eventContent,
  eventFacts,
  eventHashId,
  noticeWords,
  unitsSaidOf,
} from '@suyuan/epcis';
import { contentKey, eventRowId, textKey, unitKey } from '../keys.ts';
import { TOUCH_ROLES, type TouchRole } from '../roles.ts';

/** The version of these rules; it stands on each event. What is derived otherwise from now on is a version more. */
export const DERIVATION = 2;

/** All that the store holds of an event beside what was received. */
export interface Derived {
  readonly rowId: string;
  /** eventID, or the CBV hash ID. */
  readonly identity: string;
  readonly identityKey: string;
  readonly hash: Buffer;
  /** SHA-256 of all that the event says: what tells one event from two. */
  readonly content: Buffer;
  readonly facts: EventFacts;
  readonly declares: boolean;
  readonly touches: readonly Touch[];
}

export interface Touch {
  readonly unit: string;
  readonly role: number;
}

const HASH_ID_HEX = 'ni:///sha-256;'.length;

/**
 * What is derived of an event: pure, the one way for capture, `verify` and `reindex`.
 * @param value as the scanner gave it, or `readReceived`
 * @param context of its document
 */
export function derive(value: object, context: Context): Derived {
  const facts = eventFacts(value, context);
  const hashId = eventHashId(value, context, sha256Hex);
  const identity = facts.eventID ?? hashId;
  const content = hash('sha256', eventContent(value, context), 'buffer');
  const declaration = facts.errorDeclaration === undefined ? '' : JSON.stringify(facts.errorDeclaration);
  return {
    rowId: eventRowId(facts.eventTimeMs, { identity, content, declaration }),
    identity,
    identityKey: textKey(identity),
    content,
    hash: Buffer.from(hashId.slice(HASH_ID_HEX, HASH_ID_HEX + 64), 'hex'),
    facts,
    declares: declaration !== '',
    touches: [
      ...touchesOf(facts),
      ...(declaration === '' ? [] : [{ unit: declaredKey(facts, content), role: TOUCH_ROLES.declares }]),
    ],
  };
}

function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * A declaration marks the identity that it carries as declared. One without eventID marks every event that says what it
 * repeats (EPCIS 2.0 §7.4.1.3), and no other that merely hashes like it.
 */
function declaredKey(facts: EventFacts, content: Buffer): string {
  return facts.eventID === undefined ? contentKey(content) : textKey(facts.eventID);
}

/** One touch a (thing, role). */
export function touchesOf(facts: EventFacts): Touch[] {
  const seen = new Set<string>();
  const touches: Touch[] = [];
  const add = (code: string | undefined, role: TouchRole): void => {
    if (code === undefined) return;
    const number = TOUCH_ROLES[role];
    const mark = `${number} ${code}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    touches.push({ unit: unitKey(code), role: number });
  };
  for (const { code, role } of facts.units) add(code, role);
  add(facts.readPoint, 'readPoint');
  add(facts.bizLocation, 'bizLocation');
  add(facts.transformationID, 'transformation');
  for (const { party } of facts.sources) add(party, 'source');
  for (const { party } of facts.destinations) add(party, 'destination');
  for (const { id } of facts.bizTransactions) add(id, 'bizTransaction');
  for (const lot of lotsMade(facts)) add(lot, 'ilmdLot');
  for (const code of noticed(facts)) {
    add(code, 'notice');
    for (const wider of widerOf(code)) add(wider, 'noticeWithin');
  }
  return touches;
}

/** The units of which the event begins or ends a notice. */
function noticed(facts: EventFacts): string[] {
  return noticeWords(facts) === undefined ? [] : unitsSaidOf(facts).map(({ code }) => code);
}

/** The lot of an instance and the product of either, as far as the code says them. */
function widerOf(code: string): string[] {
  const { parts, productOf: product } = readCode(code);
  const { gtin, lot, serial } = parts;
  if (product === undefined || (lot === undefined && serial === undefined)) return [];
  const isOfLot = gtin !== undefined && lot !== undefined && serial !== undefined;
  return isOfLot ? [lotCode(gtin, lot), product] : [product];
}

/** The lots whose instances this event makes, by its ILMD lot number (trace semantics, Units). */
export function lotsMade(facts: EventFacts): string[] {
  const { lotNumber } = facts;
  if (lotNumber === undefined) return [];
  const makes = facts.type === 'TransformationEvent' ? 'output' : facts.action === 'ADD' ? 'object' : undefined;
  const lots = new Set<string>();
  for (const unit of facts.units) {
    if (unit.role !== makes) continue;
    const { gtin } = readCode(unit.code).parts;
    if (gtin !== undefined) lots.add(lotCode(gtin, lotNumber));
  }
  return [...lots];
}
