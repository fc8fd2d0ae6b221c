/** Anomalies: what the records of a unit contradict or leave open, over its whole history. One rule a function. */
import type { AnomalyKind } from '@suyuan/api';
import { HANDING_OVER, measureOf, TAKING } from '@suyuan/epcis';
import { type Chain, codeSays, inOrder, isWhole, makingRole, type Row, rowsOf, touchesOf } from './chain.ts';
import { type ReadonlyCoverage, rangeIn } from './climb.ts';
import { QUANTITY_TOLERANCE_PERCENT } from './limits.ts';
import {
  containmentOf,
  type Interval,
  makingOf,
  parentsOf,
  staysOf,
  type Ties,
  type Transformation,
  transformationOf,
} from './ties.ts';
import { rfc3339 } from './times.ts';

export interface Anomaly {
  readonly kind: AnomalyKind;
  readonly code: string;
  /** In order, each once. */
  readonly rows: readonly Row[];
  /** The time that the sentence names; that of the first event where absent. */
  readonly timeMs?: number;
  /** What else the sentence names: containers, another time, amounts. */
  readonly other?: string;
}

/** Steps of containers are shared by all that they held, and kept. */
export interface StepsKept {
  readonly in: Map<string, readonly Row[]>;
  readonly out: Map<string, readonly Row[]>;
}

/** What anomalies of one unit are read from. */
export interface AnomaliesOf {
  readonly ties: Ties;
  readonly code: string;
  /** The unit's own events, in order. */
  readonly rows: readonly Row[];
  /** As `holdersOf` gives them. */
  readonly holders: ReadonlyCoverage;
  readonly kept: StepsKept;
}

const STEP = 'https://ref.gs1.org/cbv/BizStep-';
const SHIPPING = `${STEP}shipping`;
const RECEIVING = `${STEP}receiving`;

/** Takes an anomaly that was found. */
type Tell = (anomaly: Anomaly) => void;

/** All anomalies of one unit, at most `max` of them. */
export function anomaliesOf(unit: AnomaliesOf, max: number): Anomaly[] {
  const found: Anomaly[] = [];
  const tell: Tell = (anomaly) => {
    if (found.length < max) found.push(anomaly);
  };
  shippedNeverReceived(unit, tell);
  receivedNeverShipped(unit, tell);
  usedBeforeMade(unit, tell);
  madeFromNothing(unit, tell);
  for (const anomaly of containedTwice(unit, max)) tell(anomaly);
  oddities(unit, tell);
  quantityExceeded(unit, tell);
  declaredInError(unit, tell);
  return found;
}

function shippedNeverReceived(unit: AnomaliesOf, tell: Tell): void {
  const shipped = unit.rows.filter((row) => row.effective && row.event.facts.bizStep === SHIPPING);
  if (shipped.length === 0) return;
  const received = steps(unit, 'in').reduce<Row | undefined>(laterOf, undefined);
  for (const row of shipped) {
    if (received === undefined || inOrder(received, row) <= 0) {
      tell({ kind: 'shipped-never-received', code: unit.code, rows: [row] });
    }
  }
}

function receivedNeverShipped(unit: AnomaliesOf, tell: Tell): void {
  const received = unit.rows.filter((row) => row.effective && row.event.facts.bizStep === RECEIVING);
  if (received.length === 0) return;
  const shipped = steps(unit, 'out').reduce<Row | undefined>(earlierOf, undefined);
  for (const row of received) {
    if (shipped === undefined || inOrder(shipped, row) >= 0) {
      tell({ kind: 'received-never-shipped', code: unit.code, rows: [row] });
    }
  }
}

/** The first and last transfers in or out of the unit itself, and of each stretch in a container. */
function steps(unit: AnomaliesOf, direction: 'in' | 'out'): Row[] {
  const found = ends(stepsIn(unit.rows, direction));
  for (const [container, spans] of unit.holders) {
    const rows = stepsOf(unit, container, direction);
    if (rows.length === 0) continue;
    for (const span of spans) {
      const { first, end } = rangeIn(rows, span);
      found.push(
        ...ends(rows.slice(first, Math.min(first + 1, end))),
        ...ends(rows.slice(Math.max(first, end - 1), end)),
      );
    }
  }
  return found;
}

function ends(rows: readonly Row[]): Row[] {
  const first = rows[0];
  const last = rows.at(-1);
  return first === undefined || last === undefined ? [] : [first, last];
}

function stepsOf({ ties, kept }: AnomaliesOf, code: string, direction: 'in' | 'out'): readonly Row[] {
  let rows = kept[direction].get(code);
  if (rows === undefined) {
    rows = stepsIn(rowsOf(ties.chain, code), direction);
    kept[direction].set(code, rows);
  }
  return rows;
}

function stepsIn(rows: readonly Row[], direction: 'in' | 'out'): Row[] {
  const wanted = direction === 'in' ? TAKING : HANDING_OVER;
  return rows.filter((row) => row.effective && wanted.has(row.event.facts.bizStep));
}

function laterOf(known: Row | undefined, row: Row): Row {
  return known === undefined || inOrder(row, known) > 0 ? row : known;
}

function earlierOf(known: Row | undefined, row: Row): Row {
  return known === undefined || inOrder(row, known) < 0 ? row : known;
}

function usedBeforeMade({ ties, code, rows }: AnomaliesOf, tell: Tell): void {
  const making = makingOf(ties, code);
  if (making === undefined) return;
  for (const row of rows) {
    if (row.atMs >= making.atMs) return;
    if (row.effective) tell({ kind: 'used-before-made', code, rows: [row, making], other: rfc3339(making.atMs) });
  }
}

function madeFromNothing({ ties, code }: AnomaliesOf, tell: Tell): void {
  let madeBy: Map<Transformation, Set<Row>> | undefined;
  for (const { row, mention } of touchesOf(ties.chain, code)) {
    if (mention.role !== 'output' || makingRole(row) !== 'output') continue;
    const transformation = transformationOf(ties, row);
    madeBy ??= new Map();
    const rows = madeBy.get(transformation);
    if (rows === undefined) madeBy.set(transformation, new Set([row]));
    else rows.add(row);
  }
  for (const [{ inputs }, made] of madeBy ?? []) {
    const rows = [...made];
    const firstInput = inputs[0]?.row.atMs ?? Number.POSITIVE_INFINITY;
    if (firstInput > (rows.at(-1)?.atMs ?? 0)) tell({ kind: 'made-from-nothing', code, rows });
  }
}

/** Stays in two parents that overlap by more than a point. */
/** Of an instance: a lot or a class may well lie in several containers at once (trace semantics). */
function containedTwice({ ties, code }: AnomaliesOf, max: number): Anomaly[] {
  if (isClassCode(ties.chain, code)) return [];
  const found: Anomaly[] = [];
  const seen = new Map<Row, Set<Row>>();
  let current: Interval[] = [];
  for (const stay of staysOf(ties, code).intervals) {
    if (stay.mention.isClass || stay.instant || stay.fromMs === stay.toMs) continue;
    current = current.filter(({ toMs }) => toMs > stay.fromMs);
    for (const other of current) {
      const known = seen.get(stay.openedBy) ?? new Set();
      if (other.parent === stay.parent || known.has(other.openedBy)) continue;
      seen.set(stay.openedBy, known.add(other.openedBy));
      const rows = [other.openedBy, stay.openedBy].sort(inOrder);
      found.push({
        kind: 'contained-twice',
        code,
        rows,
        other: `${other.parent}, ${stay.parent}`,
        timeMs: stay.fromMs,
      });
      if (found.length >= max) return found;
    }
    current.push(stay);
  }
  return found;
}

function isClassCode(chain: Chain, code: string): boolean {
  const { gtin, isInstance } = codeSays(chain, code);
  return gtin !== undefined && !isInstance;
}

function oddities({ ties, code }: AnomaliesOf, tell: Tell): void {
  for (const parent of parentsOf(ties.chain, code)) {
    if (!isWhole(ties.chain, parent)) continue;
    for (const { kind, row } of containmentOf(ties, parent).oddities.get(code) ?? []) {
      tell({ kind, code, rows: [row], other: parent });
    }
  }
}

function quantityExceeded({ ties, code }: AnomaliesOf, tell: Tell): void {
  const amounts = { made: 0, used: 0 };
  const counted = new Set<Row>();
  let unitOfMeasure:
    | { readonly dimension: string; readonly uom: string | undefined; readonly factor: number }
    | undefined;
  for (const { row, mention } of touchesOf(ties.chain, code)) {
    if (!row.effective || mention.quantity === undefined) continue;
    const { dimension, factor } = measureOf(mention.uom);
    unitOfMeasure ??= { dimension, factor, uom: mention.uom };
    if (unitOfMeasure.dimension !== dimension) return;
    const side = sideOf(row, mention.role);
    if (side === undefined) continue;
    amounts[side] += mention.quantity * factor;
    counted.add(row);
  }
  if (
    unitOfMeasure === undefined ||
    amounts.made <= 0 ||
    100 * amounts.used <= QUANTITY_TOLERANCE_PERCENT * amounts.made
  )
    return;
  const { factor, uom = '' } = unitOfMeasure;
  const other = `${rounded(amounts.used / factor)} > ${rounded(amounts.made / factor)} ${uom}`.trim();
  tell({ kind: 'quantity-exceeded', code, rows: [...counted], other });
}

/** Whether a mention counts as made or as used; undefined for neither. */
function sideOf(row: Row, role: string): 'made' | 'used' | undefined {
  if (role === makingRole(row)) return 'made';
  const { type, action } = row.event.facts;
  if (type === 'TransformationEvent' && role === 'input') return 'used';
  return type === 'ObjectEvent' && action === 'DELETE' ? 'used' : undefined;
}

function rounded(amount: number): number {
  return Number(amount.toPrecision(12));
}

function declaredInError({ code, rows }: AnomaliesOf, tell: Tell): void {
  const told = new Set<string>();
  for (const row of rows) {
    if (row.effective || told.has(row.event.eventID)) continue;
    told.add(row.event.eventID);
    tell({ kind: 'declared-in-error', code, rows: [row] });
  }
}
