/** The numbers under which `events.touch` and `events.event` keep roles, types and actions. Never renumber. */
import type { Action, Binding, EventType, UnitRole } from '@suyuan/epcis';

/** What something touched is to the event. The first five are units in the sense of the trace semantics. */
export type TouchRole =
  | UnitRole
  | 'readPoint'
  | 'bizLocation'
  | 'source'
  | 'destination'
  | 'bizTransaction'
  | 'transformation'
  | 'ilmdLot'
  | 'notice'
  | 'noticeWithin'
  | 'declares';

export const TOUCH_ROLES: Readonly<Record<TouchRole, number>> = {
  object: 1,
  parent: 2,
  child: 3,
  input: 4,
  output: 5,
  readPoint: 10,
  bizLocation: 11,
  source: 12,
  destination: 13,
  bizTransaction: 14,
  transformation: 15,
  /** The lot that the event's ILMD names: the event made instances of it. */
  ilmdLot: 16,
  /** A unit of which the event begins or ends a notice. */
  notice: 17,
  /** The lot and the product class of such a unit, after its code. */
  noticeWithin: 18,
  // 20 was the row's own identity, which `events.record` has.
  /** The identity of the event that this row declares to be in error; the key is `textKey` of it. */
  declares: 21,
};

/** Roles of units themselves. */
export const UNIT_ROLES: readonly number[] = [1, 2, 3, 4, 5];

export const TYPE_NUMBERS: Readonly<Record<EventType, number>> = {
  ObjectEvent: 1,
  AggregationEvent: 2,
  TransactionEvent: 3,
  TransformationEvent: 4,
  AssociationEvent: 5,
};

export const ACTION_NUMBERS: Readonly<Record<Action | 'none', number>> = { none: 0, ADD: 1, OBSERVE: 2, DELETE: 3 };

/** As what a text is kept: an event in one of the standard's formats, or one element of a vocabulary, as JSON. */
export type Kept = Binding | 'vocabulary';

export const BINDING_NUMBERS: Readonly<Record<Kept, number>> = { json: 1, xml: 2, vocabulary: 3 };
