import type { EventFacts } from '@suyuan/epcis';
import type { Held } from '../events/index.ts';

/** One stored event row, as the trace needs it. */
export interface TraceEvent {
  /** Row id; one id is one row. */
  readonly id: string;
  /** Log position; -1 while it has none. */
  readonly position: number;
  /** In which its first record stands. */
  readonly block?: number | undefined;
  readonly facts: EventFacts;
  /** As it is answered: the event's own, or the hash ID that stands for it. */
  readonly eventID: string;
  /** Every recorder of it has declared it erroneous. */
  readonly declaredInError: boolean;
  /** It has been declared erroneous, and not by every recorder of it: told, and without effect on what it ties. */
  readonly isDisputed: boolean;
  /** The row itself carries an error declaration. */
  readonly isDeclaration: boolean;
  /** Numbers of the organisations that recorded it. */
  readonly recordedBy: readonly number[];
}

/** Events that were found within a bound. */
export interface TraceEvents {
  /** Those that the trace did not hold. */
  readonly events: readonly TraceEvent[];
  /** The bound left some out. */
  readonly more: boolean;
}

/** How much is read in one call. */
export interface Within {
  readonly max: number;
  /** What the trace has already: events that are found again are not read again. */
  readonly held: Held;
}

/** How the trace reads events. All calls of one trace must see one state of the store. */
export interface EventReader {
  /** Every event that mentions any of these codes as a unit in any role, or whose ILMD lot makes instances of one. */
  eventsOfUnits(codes: readonly string[], within: Within): Promise<TraceEvents>;
  /** Every event of these transformation ids. */
  eventsOfTransformations(ids: readonly string[], within: Within): Promise<TraceEvents>;
  /** Every event that mentions one of these lots or an instance whose own code carries one, or whose ILMD lot makes instances of one. */
  eventsOfLots(lots: readonly string[], within: Within): Promise<TraceEvents>;
  /** Every event that begins or ends a notice of one of these units. */
  noticesOf(codes: readonly string[], max: number): Promise<Noticed>;
  /** Every event that begins or ends a notice of something whose code says that it is of one of these lots or products. */
  noticesWithin(codes: readonly string[], max: number): Promise<Noticed>;
}

export type Noticed = Pick<TraceEvents, 'events' | 'more'>;
