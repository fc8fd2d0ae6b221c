/**
 * What is loaded of the store, in columns: an event is a row, a mention of a unit in it a touch, and each is told by its number.
 * A chain of 300,000 events is some dozen arrays of numbers and of texts that stand once, and no object for each of them but the
 * event's own, which holds bytes.
 */
import type { Action, EventFacts, EventType, UnitMention, UnitRole } from '@suyuan/epcis';
import { CLAIM_KINDS, type Claim, type ClaimKind, claimOf } from './claims.ts';
import type { TraceEvent } from './reader.ts';

/** Each is a number from 0 on without gaps. */
export type Unit = number;
export type Row = number;
export type Touch = number;
/** No unit, no row. */
export const NONE = -1;

const NO_TOUCHES: readonly Touch[] = [];

export class Columns {
  readonly #units = new Map<string, Unit>();
  readonly #codes: string[] = [];
  readonly #touches: Touch[][] = [];

  readonly #rows = new Map<string, Row>();
  readonly #events: TraceEvent[] = [];
  readonly #atMs: number[] = [];
  readonly #types: EventType[] = [];
  readonly #actions: (Action | undefined)[] = [];
  readonly #steps: (string | undefined)[] = [];
  readonly #effective: boolean[] = [];
  readonly #parents: Unit[] = [];
  readonly #transformationIDs: (string | undefined)[] = [];
  readonly #firstTouches: Touch[] = [];
  readonly #claims: Record<ClaimKind, (Claim | undefined)[]> = { possession: [], ownership: [], place: [] };
  /** Each that was made once, by its party. */
  readonly #claimsBySource = new Map<string, Claim>();
  readonly #otherClaims = new Map<string, Claim>();

  readonly #touchRows: Row[] = [];
  readonly #touchUnits: Unit[] = [];
  readonly #roles: UnitRole[] = [];
  readonly #isClass: boolean[] = [];
  /** NaN where none is said, so that the column is one of plain numbers. */
  readonly #quantities: number[] = [];
  readonly #uoms: (string | undefined)[] = [];
  readonly #uomsOnce = new Map<string, string>();

  get unitsCount(): number {
    return this.#codes.length;
  }

  get rowsCount(): number {
    return this.#events.length;
  }

  /** Whether an event is here, by its id. */
  has(id: string): boolean {
    return this.#rows.has(id);
  }

  rowOf(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** The number of a unit, which it has from now on. */
  unit(code: string): Unit {
    const known = this.#units.get(code);
    if (known !== undefined) return known;
    const unit = this.#codes.push(code) - 1;
    this.#units.set(code, unit);
    return unit;
  }

  code(unit: Unit): string {
    return this.#codes[unit] ?? '';
  }

  /** The place of each of these units in the order of their codes, by code unit: the same on every machine. */
  places(units: Iterable<Unit>): ReadonlyMap<Unit, number> {
    return new Map(this.inOrderOfCodes(units).map((unit, place) => [unit, place]));
  }

  inOrderOfCodes(units: Iterable<Unit>): Unit[] {
    const codes = this.#codes;
    return [...new Set(units)].sort((a, b) => {
      const [one = '', other = ''] = [codes[a], codes[b]];
      return one < other ? -1 : one > other ? 1 : 0;
    });
  }

  /** Every mention of a unit that is here; in order once they are sorted. */
  touches(unit: Unit): readonly Touch[] {
    return this.#touches[unit] ?? NO_TOUCHES;
  }

  sortTouches(unit: Unit): void {
    const touches = this.#touches[unit];
    if (touches === undefined || touches.length < 2) return;
    touches.sort((a, b) => this.compare(this.row(a), this.row(b)) || a - b);
  }

  row(touch: Touch): Row {
    return this.#touchRows[touch] ?? NONE;
  }

  touched(touch: Touch): Unit {
    return this.#touchUnits[touch] ?? NONE;
  }

  role(touch: Touch): UnitRole | undefined {
    return this.#roles[touch];
  }

  isClass(touch: Touch): boolean {
    return this.#isClass[touch] ?? false;
  }

  quantity(touch: Touch): number | undefined {
    const quantity = this.#quantities[touch] ?? Number.NaN;
    return Number.isNaN(quantity) ? undefined : quantity;
  }

  uom(touch: Touch): string | undefined {
    return this.#uoms[touch];
  }

  /** The touches of a row: they lie together, in the order in which the event names them. */
  touchesOfRow(row: Row): { readonly first: Touch; readonly end: Touch } {
    return {
      first: this.#firstTouches[row] ?? 0,
      end: this.#firstTouches[row + 1] ?? this.#touchRows.length,
    };
  }

  event(row: Row): TraceEvent {
    const event = this.#events[row];
    if (event === undefined) throw new Error(`no row ${row} is loaded`);
    return event;
  }

  atMs(row: Row): number {
    return this.#atMs[row] ?? Number.NaN;
  }

  type(row: Row): EventType | undefined {
    return this.#types[row];
  }

  action(row: Row): Action | undefined {
    return this.#actions[row];
  }

  step(row: Row): string | undefined {
    return this.#steps[row];
  }

  /** Neither declared erroneous nor itself a declaration: only effective events tie units. */
  isEffective(row: Row): boolean {
    return this.#effective[row] ?? false;
  }

  /** The containing unit, where the event names one. */
  parent(row: Row): Unit {
    return this.#parents[row] ?? NONE;
  }

  transformationID(row: Row): string | undefined {
    return this.#transformationIDs[row];
  }

  claim(row: Row, kind: ClaimKind): Claim | undefined {
    return this.#claims[kind][row];
  }

  /** Event time, then log position; rows that have no position yet fall back on their id, to stay in one order. */
  compare(a: Row, b: Row): number {
    if (a === b) return 0;
    const byTime = this.atMs(a) - this.atMs(b);
    if (byTime !== 0) return byTime;
    const [one, other] = [this.event(a), this.event(b)];
    return one.position - other.position || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  }

  add(event: TraceEvent): Row {
    const { facts } = event;
    const row = this.#events.push(event) - 1;
    this.#rows.set(event.id, row);
    this.#atMs.push(facts.eventTimeMs);
    this.#types.push(facts.type);
    this.#actions.push(facts.action);
    this.#steps.push(facts.bizStep);
    this.#effective.push(!event.declaredInError && !event.isDeclaration);
    this.#transformationIDs.push(facts.transformationID);
    for (const kind of CLAIM_KINDS) this.#claims[kind].push(this.#madeClaim(facts, kind));
    this.#firstTouches.push(this.#touchRows.length);
    let parent = NONE;
    for (const mention of facts.units) {
      const unit = this.#addTouch(row, mention);
      if (mention.role === 'parent' && parent === NONE) parent = unit;
    }
    this.#parents.push(parent);
    return row;
  }

  #addTouch(row: Row, { code, role, isClass, quantity, uom }: UnitMention): Unit {
    const unit = this.unit(code);
    const touch = this.#touchRows.push(row) - 1;
    this.#touchUnits.push(unit);
    this.#roles.push(role);
    this.#isClass.push(isClass);
    this.#quantities.push(quantity ?? Number.NaN);
    this.#uoms.push(this.#uomOnce(uom));
    const touches = this.#touches[unit];
    if (touches === undefined) this.#touches[unit] = [touch];
    else touches.push(touch);
    return unit;
  }

  #madeClaim(facts: EventFacts, kind: ClaimKind): Claim | undefined {
    const claim = claimOf(facts, kind);
    if (claim === undefined) return undefined;
    const made = claim.bySource ? this.#claimsBySource : this.#otherClaims;
    const known = made.get(claim.party);
    if (known !== undefined) return known;
    made.set(claim.party, claim);
    return claim;
  }

  #uomOnce(uom: string | undefined): string | undefined {
    if (uom === undefined) return undefined;
    const known = this.#uomsOnce.get(uom);
    if (known !== undefined) return known;
    this.#uomsOnce.set(uom, uom);
    return uom;
  }
}
