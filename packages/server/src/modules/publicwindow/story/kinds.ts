/** Which stage of the story a record belongs to: rules over steps, dispositions and roles, the same for all goods. Pure. */
import type { TraceEventRow } from '@suyuan/api';
import type { StoryStage } from '@suyuan/api/public-page';
import { bareTerm } from '@suyuan/epcis';
import { isMaking } from '../making.ts';
import { type Ground, MADE, placeOf, touches } from './ground.ts';

export type StoryKind = StoryStage['kind'];

/** CBV 2.0 §7.1. */
const TESTING = new Set(['inspecting', 'sampling']);
const REPAIRING = new Set(['repairing', 'replacing']);
const SOLD = new Set(['retail_selling', 'dispensing']);
const SELLING = new Set([...SOLD, 'stocking']);
/** Who comes to a thing that stays where it is does not move it. */
const COMING = new Set(['arriving', 'departing', 'entering_exiting']);
const WITHDRAWN_STEPS = new Set(['holding', 'destroying', 'decommissioning', 'void_shipping']);
const MOVING = new Set([
  'accepting',
  'arriving',
  'consigning',
  'departing',
  'entering_exiting',
  'loading',
  'packing',
  'picking',
  'receiving',
  'repackaging',
  'shipping',
  'staging_outbound',
  'storing',
  'transporting',
  'unloading',
  'unpacking',
]);
/** CBV 2.0 §7.2. */
const WITHDRAWN = new Set(['recalled', 'destroyed', 'disposed', 'stolen', 'expired', 'non_sellable_other']);

/** What was handed over to whoever uses it. */
export function isSale({ bizStep, disposition }: TraceEventRow): boolean {
  return SOLD.has(bareTerm(bizStep ?? '')) || bareTerm(disposition ?? '') === 'retail_sold';
}

export interface Placed {
  readonly row: TraceEventRow;
  readonly kind: StoryKind;
  /** Stages of one kind are told apart by it. */
  readonly key: string;
  /** Tells what the stage is; others only happened on its way. */
  readonly isMain: boolean;
}

/** Of a record of the code's own, of what held it, or of what it went into. */
function ownKind(row: TraceEventRow, ground: Ground): StoryKind {
  const step = bareTerm(row.bizStep ?? '');
  const state = bareTerm(row.disposition ?? '');
  const isOwn = touches(row, ground.own);
  const isAtMaker = ground.madeAt.has(placeOf(row) ?? '');
  if (WITHDRAWN_STEPS.has(step) || WITHDRAWN.has(state)) return 'withdrawn';
  if (isMaking(row)) {
    if (touches(row, ground.own, MADE)) return 'making';
    if (touches(row, ground.holders, MADE)) return isAtMaker ? 'making' : 'moving';
    return 'using';
  }
  if (TESTING.has(step)) return isOwn ? 'testing' : 'using';
  if (SELLING.has(step) || isSale(row)) return 'selling';
  const isLater = !isOwn && !touches(row, ground.holders);
  if (MOVING.has(step)) return isLater ? 'selling' : step === 'packing' && isAtMaker ? 'making' : 'moving';
  if (step === 'installing') return 'installing';
  if (REPAIRING.has(step) && isOwn) return 'repairing';
  return isLater ? 'using' : 'other';
}

export function placeRows(ground: Ground): Placed[] {
  const { own, later, holders, laterHolders, sources, madeAt } = ground;
  const told = new Set([...own, ...later, ...holders, ...laterHolders]);
  const stageOfPlace = new Map<string, string>();
  const placed: Placed[] = [];
  const rest: TraceEventRow[] = [];
  for (const row of ground.rows) {
    if (touches(row, told)) {
      const kind = ownKind(row, ground);
      const isMain =
        (kind !== 'making' || (isMaking(row) && touches(row, own, MADE))) && (kind !== 'selling' || isSale(row));
      placed.push({ row, kind, key: kind, isMain });
    } else if (madeAt.has(placeOf(row) ?? '')) placed.push({ row, kind: 'making', key: 'making', isMain: false });
    else if (isMaking(row)) {
      const depth = Math.max(0, ...row.units.map(({ code, role }) => (MADE.has(role) ? (sources.get(code) ?? 0) : 0)));
      const isOrigin = row.type !== 'TransformationEvent';
      const key = isOrigin ? 'origin' : `processing ${depth}`;
      const isMain = depth > 0;
      placed.push({ row, kind: isOrigin ? 'origin' : 'processing', key, isMain });
      const place = placeOf(row);
      if (place !== undefined && isMain) stageOfPlace.set(place, key);
    } else rest.push(row);
  }
  // What happened on the way to a place is told with what was done there.
  for (const row of rest) {
    const key = stageOfPlace.get(placeOf(row) ?? '') ?? 'origin';
    placed.push({ row, kind: key === 'origin' ? 'origin' : 'processing', key, isMain: false });
  }
  return movesAt(placed) ? placed : placed.map((each) => (each.kind === 'moving' ? { ...each, ...OTHER } : each));
}

const OTHER = { kind: 'other', key: 'other' } as const;

function movesAt(placed: readonly Placed[]): boolean {
  return placed.some(({ kind, row }) => kind === 'moving' && !COMING.has(bareTerm(row.bizStep ?? '')));
}
