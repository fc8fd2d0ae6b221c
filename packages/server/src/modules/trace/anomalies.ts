/** Anomalies: what the records of a unit contradict or leave open, over its whole history. One rule a function. */
import type { AnomalyKind } from '@suyuan/api';
import { HANDING_OVER, measureOf, TAKING, type UnitRole } from '@suyuan/epcis';
import { type Chain, isWhole, makingRole, rowsOf, unitSays } from './chain.ts';
import { type ReadonlyCoverage, stretchesOf } from './climb.ts';
import type { Row, Unit } from './columns.ts';
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
  readonly unit: Unit;
  /** In order, each once. */
  readonly rows: readonly Row[];
  /** The time that the sentence names; that of the first event where absent. */
  readonly timeMs?: number;
  /** What else the sentence names: containers, another time, amounts. */
  readonly other?: string;
}

/** Steps of containers are shared by all that they held, and kept. */
export type StepsKept = Readonly<Record<Direction, Map<Unit, Steps>>>;

type Direction = 'in' | 'out';

interface Steps {
  readonly rows: readonly Row[];
}

export function keepSteps(): StepsKept {
  return { in: new Map(), out: new Map() };
}

/** What anomalies of one unit are read from. */
export interface AnomaliesOf {
  readonly ties: Ties;
  readonly unit: Unit;
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
export function anomaliesOf(of: AnomaliesOf, max: number): Anomaly[] {
  const found: Anomaly[] = [];
  const tell: Tell = (anomaly) => {
    if (found.length < max) found.push(anomaly);
  };
  shippedNeverReceived(of, tell);
  receivedNeverShipped(of, tell);
  usedBeforeMade(of, tell);
  madeFromNothing(of, tell);
  for (const anomaly of containedTwice(of, max)) tell(anomaly);
  oddities(of, tell);
  quantityExceeded(of, tell);
  declaredInError(of, tell);
  return found;
}

function shippedNeverReceived(of: AnomaliesOf, tell: Tell): void {
  const { columns } = of.ties.chain;
  const shipped = of.rows.filter((row) => columns.step(row) === SHIPPING && columns.isEffective(row));
  if (shipped.length === 0) return;
  const received = endOf(of, 'in', (row, last) => columns.compare(row, last) > 0);
  for (const row of shipped) {
    if (received === undefined || columns.compare(received, row) <= 0)
      tell({ kind: 'shipped-never-received', unit: of.unit, rows: [row] });
  }
}

function receivedNeverShipped(of: AnomaliesOf, tell: Tell): void {
  const { columns } = of.ties.chain;
  const received = of.rows.filter((row) => columns.step(row) === RECEIVING && columns.isEffective(row));
  if (received.length === 0) return;
  const shipped = endOf(of, 'out', (row, first) => columns.compare(row, first) < 0);
  for (const row of received) {
    if (shipped === undefined || columns.compare(shipped, row) >= 0)
      tell({ kind: 'received-never-shipped', unit: of.unit, rows: [row] });
  }
}

/** Of the transfers in or out of the unit itself, and of its containers while they held it, the one that goes before all others. */
function endOf(of: AnomaliesOf, direction: Direction, isBefore: (row: Row, known: Row) => boolean): Row | undefined {
  const { ties, kept } = of;
  let end: Row | undefined;
  const offer = (row: Row | undefined): void => {
    if (row !== undefined && (end === undefined || isBefore(row, end))) end = row;
  };
  const own = stepsIn(ties.chain, of.rows, direction);
  offer(own[0]);
  offer(own.at(-1));
  const listOf = (container: Unit): Steps => {
    let steps = kept[direction].get(container);
    if (steps === undefined) {
      steps = { rows: stepsIn(ties.chain, rowsOf(ties.chain, container), direction) };
      kept[direction].set(container, steps);
    }
    return steps;
  };
  for (const { list, first, end: behind } of stretchesOf(ties.chain.columns, of.holders, listOf)) {
    offer(list.rows[first]);
    offer(list.rows[behind - 1]);
  }
  return end;
}

function stepsIn({ columns }: Chain, rows: readonly Row[], direction: Direction): Row[] {
  const wanted = direction === 'in' ? TAKING : HANDING_OVER;
  return rows.filter((row) => wanted.has(columns.step(row)) && columns.isEffective(row));
}

function usedBeforeMade({ ties, unit, rows }: AnomaliesOf, tell: Tell): void {
  const making = makingOf(ties, unit);
  if (making === undefined) return;
  const { columns } = ties.chain;
  const madeMs = columns.atMs(making);
  for (const row of rows) {
    if (columns.atMs(row) >= madeMs) return;
    if (columns.isEffective(row)) tell({ kind: 'used-before-made', unit, rows: [row, making], other: rfc3339(madeMs) });
  }
}

function madeFromNothing({ ties, unit }: AnomaliesOf, tell: Tell): void {
  const { columns } = ties.chain;
  let madeBy: Map<Transformation, Set<Row>> | undefined;
  for (const touch of columns.touches(unit)) {
    if (columns.role(touch) !== 'output') continue;
    const row = columns.row(touch);
    if (makingRole(ties.chain, row) !== 'output') continue;
    const transformation = transformationOf(ties, row);
    madeBy ??= new Map();
    const rows = madeBy.get(transformation);
    if (rows === undefined) madeBy.set(transformation, new Set([row]));
    else rows.add(row);
  }
  for (const [{ inputs }, made] of madeBy ?? []) {
    const rows = [...made];
    const [input] = inputs;
    const firstInput = input === undefined ? Number.POSITIVE_INFINITY : columns.atMs(columns.row(input));
    const last = rows.at(-1);
    if (last !== undefined && firstInput > columns.atMs(last)) tell({ kind: 'made-from-nothing', unit, rows });
  }
}

/** Stays in two parents that overlap by more than a point. Of an instance: a lot or a class may well lie in several (trace semantics). */
function containedTwice({ ties, unit }: AnomaliesOf, max: number): Anomaly[] {
  const { columns } = ties.chain;
  if (unitSays(ties.chain, unit).isClass) return [];
  const found: Anomaly[] = [];
  const seen = new Map<Row, Set<Row>>();
  let current: Interval[] = [];
  for (const stay of staysOf(ties, unit).intervals) {
    if (columns.isClass(stay.listed) || stay.instant || stay.fromMs === stay.toMs) continue;
    current = current.filter(({ toMs }) => toMs > stay.fromMs);
    for (const other of current) {
      const known = seen.get(stay.openedBy) ?? new Set();
      if (other.parent === stay.parent || known.has(other.openedBy)) continue;
      seen.set(stay.openedBy, known.add(other.openedBy));
      found.push({
        kind: 'contained-twice',
        unit,
        rows: [other.openedBy, stay.openedBy].sort((a, b) => columns.compare(a, b)),
        other: `${columns.code(other.parent)}, ${columns.code(stay.parent)}`,
        timeMs: stay.fromMs,
      });
      if (found.length >= max) return found;
    }
    current.push(stay);
  }
  return found;
}

function oddities({ ties, unit }: AnomaliesOf, tell: Tell): void {
  for (const parent of parentsOf(ties.chain, unit)) {
    if (!isWhole(ties.chain, parent)) continue;
    for (const { kind, row } of containmentOf(ties, parent).oddities.get(unit) ?? []) {
      tell({ kind, unit, rows: [row], other: ties.chain.columns.code(parent) });
    }
  }
}

function quantityExceeded({ ties, unit }: AnomaliesOf, tell: Tell): void {
  const { columns } = ties.chain;
  const amounts = { made: 0, used: 0 };
  const counted = new Set<Row>();
  let unitOfMeasure:
    | { readonly dimension: string; readonly uom: string | undefined; readonly factor: number }
    | undefined;
  for (const touch of columns.touches(unit)) {
    const row = columns.row(touch);
    const quantity = columns.quantity(touch);
    if (quantity === undefined || !columns.isEffective(row)) continue;
    const uom = columns.uom(touch);
    const { dimension, factor } = measureOf(uom);
    unitOfMeasure ??= { dimension, factor, uom };
    if (unitOfMeasure.dimension !== dimension) return;
    const side = sideOf(ties.chain, row, columns.role(touch));
    if (side === undefined) continue;
    amounts[side] += quantity * factor;
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
  tell({ kind: 'quantity-exceeded', unit, rows: [...counted], other });
}

/** Whether a mention counts as made or as used; undefined for neither. */
function sideOf(chain: Chain, row: Row, role: UnitRole | undefined): 'made' | 'used' | undefined {
  if (role === makingRole(chain, row)) return 'made';
  const type = chain.columns.type(row);
  if (type === 'TransformationEvent' && role === 'input') return 'used';
  return type === 'ObjectEvent' && chain.columns.action(row) === 'DELETE' ? 'used' : undefined;
}

function rounded(amount: number): number {
  return Number(amount.toPrecision(12));
}

function declaredInError({ ties: { chain }, unit, rows }: AnomaliesOf, tell: Tell): void {
  const { columns } = chain;
  const told = new Set<string>();
  for (const row of rows) {
    if (columns.isEffective(row)) continue;
    const { eventID } = columns.event(row);
    if (told.has(eventID)) continue;
    told.add(eventID);
    tell({ kind: 'declared-in-error', unit, rows: [row] });
  }
}
