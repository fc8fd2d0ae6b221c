import { type EventFacts, readFacts } from '@suyuan/epcis';
import { hashIdOf } from './identity.ts';
import type { PackedRows } from './packed-rows.ts';
import type { Reading } from './reading.ts';

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

/** Events that were read together. */
export interface Batch {
  readonly rows: PackedRows;
  /** Of their first records, in the order of the rows: the position, the block, and the organisations of all. */
  readonly positions: Float64Array;
  readonly blocks: Float64Array;
  readonly recordedBy: (readonly number[])[];
  /** Who has declared which in error; undefined where nobody has any. */
  readonly declared: readonly ReadonlySet<number>[] | undefined;
  readonly reading: Reading;
}

/** One of a batch: a trace holds hundreds of thousands, and most of what they say in bytes. */
export class StoredEvent implements ReadEvent {
  readonly id: string;
  readonly #batch: Batch;
  readonly #row: number;
  #facts: EventFacts | undefined;
  /** Its own; null where it has none, and undefined until its facts were read. */
  #ownID: string | null | undefined;

  constructor(batch: Batch, row: number) {
    this.id = batch.rows.id(row);
    this.#batch = batch;
    this.#row = row;
  }

  get position(): number {
    return this.#batch.positions[this.#row] ?? -1;
  }

  get block(): number | undefined {
    const block = this.#batch.blocks[this.#row] ?? -1;
    return block < 0 ? undefined : block;
  }

  get facts(): EventFacts {
    this.#facts ??= this.#read();
    return this.#facts;
  }

  get eventID(): string {
    if (this.#ownID === undefined) this.#ownID = this.facts.eventID ?? null;
    return this.#ownID ?? hashIdOf(this.#batch.rows.hash(this.#row));
  }

  get declaredInError(): boolean {
    const by = this.#batch.declared?.[this.#row];
    return by !== undefined && by.size > 0 && this.recordedBy.every((orgNo) => by.has(orgNo));
  }

  get isDisputed(): boolean {
    const by = this.#batch.declared?.[this.#row];
    return by !== undefined && by.size > 0 && !this.declaredInError;
  }

  get isDeclaration(): boolean {
    return this.#batch.rows.declares(this.#row);
  }

  get recordedBy(): readonly number[] {
    return this.#batch.recordedBy[this.#row] ?? [];
  }

  /** Reads the facts anew when they are asked for again. */
  forget(): void {
    this.#facts = undefined;
  }

  #read(): EventFacts {
    const { rows, reading } = this.#batch;
    reading.keep(this);
    const facts = readFacts(rows.facts(this.#row));
    this.#ownID = facts.eventID ?? null;
    return facts;
  }
}
