import type { EventFacts } from '@suyuan/epcis';
import { hashIdOf } from './identity.ts';
import type { EventRow } from './store.ts';

/** An event as the trace and the pages see it. */
export interface ReadEvent {
  readonly id: string;
  /** Of its first record in the log; -1 while it has none. */
  readonly position: number;
  /** In which that stands. */
  readonly block?: number | undefined;
  readonly facts: EventFacts;
  readonly eventID: string;
  /** Every recorder of it has declared it to be in error. */
  readonly declaredInError: boolean;
  /** Some have, and not all. */
  readonly isDisputed: boolean;
  readonly isDeclaration: boolean;
  /** Numbers of the organisations that recorded it. */
  readonly recordedBy: readonly number[];
}

/** A trace holds hundreds of thousands: a hash ID of 89 characters is written when somebody asks for it. */
export class StoredEvent implements ReadEvent {
  readonly id: string;
  readonly position: number;
  readonly block: number | undefined;
  readonly facts: EventFacts;
  readonly declaredInError: boolean;
  readonly isDisputed: boolean;
  readonly isDeclaration: boolean;
  readonly recordedBy: readonly number[];
  /** The 32 bytes of it, a character each: a buffer of its own would take three times as much. */
  readonly #hash: string;

  constructor(
    { id, declares, hash }: Pick<EventRow, 'id' | 'declares' | 'hash'>,
    known: Omit<ReadEvent, 'id' | 'eventID' | 'isDeclaration'>,
  ) {
    this.id = id;
    this.position = known.position;
    this.block = known.block;
    this.facts = known.facts;
    this.declaredInError = known.declaredInError;
    this.isDisputed = known.isDisputed;
    this.isDeclaration = declares;
    this.recordedBy = known.recordedBy;
    this.#hash = known.facts.eventID === undefined ? hash.toString('latin1') : '';
  }

  get eventID(): string {
    return this.facts.eventID ?? hashIdOf(Buffer.from(this.#hash, 'latin1'));
  }
}
