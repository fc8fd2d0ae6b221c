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
  readonly #kinds: RowKind[] = [];
  readonly #kindsByStep = new Map<string | undefined, RowKind[]>();
  readonly #parents: Unit[] = [];
  readonly #transformationIDs: (string | undefined)[] = [];
  readonly #firstTouches: Touch[] = [];
  readonly #claims: Record<ClaimKind, (Claim | undefined)[]> = { possession: [], ownership: [], place: [] };
  /** Each that was made once, by its party. */
  readonly #claimsBySource = new Map<string, Claim>();
  readonly #otherClaims = new Map<string, Claim>();

  readonly #touchRows: Row[] = [];
  readonly #touchUnits: Unit[] = [];
  readonly #mentions: MentionKind[] = [];
  readonly #mentionsByUom = new Map<string | undefined, MentionKind[]>();
  /** NaN where none is said, so that the column is one of plain numbers. */
  readonly #quantities: number[] = [];

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

  /** Those that are here, by their ids. */
  get held(): Pick<ReadonlyMap<string, Row>, 'has' | 'keys' | 'size'> {
    return this.#rows;
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
    // A list that has grown has room for more: hundreds of thousands are held.
    const touches = this.#touches[unit]?.slice();
    if (touches === undefined) return;
    this.#touches[unit] = touches;
    if (touches.length > 1) touches.sort((a, b) => this.compare(this.row(a), this.row(b)) || a - b);
  }

  row(touch: Touch): Row {
    return this.#touchRows[touch] ?? NONE;
  }

  touched(touch: Touch): Unit {
    return this.#touchUnits[touch] ?? NONE;
  }

  role(touch: Touch): UnitRole | undefined {
    return this.#mentions[touch]?.role;
  }

  isClass(touch: Touch): boolean {
    return this.#mentions[touch]?.isClass ?? false;
  }

  quantity(touch: Touch): number | undefined {
    const quantity = this.#quantities[touch] ?? Number.NaN;
    return Number.isNaN(quantity) ? undefined : quantity;
  }

  uom(touch: Touch): string | undefined {
    return this.#mentions[touch]?.uom;
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
    return this.#kinds[row]?.type;
  }

  action(row: Row): Action | undefined {
    return this.#kinds[row]?.action;
  }

  step(row: Row): string | undefined {
    return this.#kinds[row]?.step;
  }

  /** Neither declared erroneous nor itself a declaration: only effective events tie units. */
  isEffective(row: Row): boolean {
    return this.#kinds[row]?.isEffective ?? false;
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
    this.#kinds.push(this.#kindOf(event));
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
    this.#mentions.push(this.#mentionOf({ role, isClass, uom }));
    this.#quantities.push(quantity ?? Number.NaN);
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

  #kindOf({ facts, declaredInError, isDeclaration }: TraceEvent): RowKind {
    const { type, action, bizStep: step } = facts;
    const isEffective = !declaredInError && !isDeclaration;
    const known = listOf(this.#kindsByStep, step);
    let kind = known.find((each) => each.type === type && each.action === action && each.isEffective === isEffective);
    if (kind === undefined) {
      kind = { type, action, step, isEffective };
      known.push(kind);
    }
    return kind;
  }

  #mentionOf({ role, isClass, uom }: MentionKind): MentionKind {
    const known = listOf(this.#mentionsByUom, uom);
    let kind = known.find((each) => each.role === role && each.isClass === isClass);
    if (kind === undefined) {
      kind = { role, isClass, uom };
      known.push(kind);
    }
    return kind;
  }
}

/** What many events have in common, told once. */
interface RowKind {
  readonly type: EventType;
  readonly action: Action | undefined;
  readonly step: string | undefined;
  readonly isEffective: boolean;
}

/** What many mentions have in common. */
interface MentionKind {
  readonly role: UnitRole;
  readonly isClass: boolean;
  readonly uom: string | undefined;
}

function listOf<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
