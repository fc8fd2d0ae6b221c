/** What events move of some units: how much of which lot, from or to whom. Pure. */
import type { DrillAmount } from '@suyuan/api/drills';
import { lotCode, readCode } from '@suyuan/codes';
import {
  commonAmount,
  type EventFacts,
  HANDING_OVER,
  TAKING,
  type TransferParty,
  type UnitMention,
} from '@suyuan/epcis';

/** An event as whoever asks is told it. */
export interface DrillEvent {
  readonly eventID: string;
  readonly facts: EventFacts;
  /** Recorded by the organisation that asks. */
  readonly isOwn: boolean;
}

export type MoveKind = 'made' | 'received' | 'shipped' | 'sold' | 'used' | 'gone' | 'counted';

export interface Move {
  readonly event: DrillEvent;
  readonly kind: MoveKind;
  /** The unit as it is named. */
  readonly code: string;
  /** What it is of: its lot, or itself. */
  readonly lot: string;
  /** UN/ECE Recommendation 20, of those that amounts are summed in. */
  readonly uom: string;
  /** Undefined where the event does not say how much; below zero where it takes back. */
  readonly amount: number | undefined;
  /** Canonical code of whom it came from or went to. */
  readonly party: string | undefined;
}

/** What a container held at a time. */
export type ContentsAt = (container: string, atMs: number) => readonly UnitMention[];

export interface MovesOf {
  readonly units: ReadonlySet<string>;
  readonly lotOf: (code: string) => string;
  readonly contentsAt: ContentsAt;
  /** Codes of the organisation and of its sites: what goes from one to another of them does not move. */
  readonly own: ReadonlySet<string>;
}

/** Containers within containers; deeper than trade packs. */
const LEVELS_MAX = 6;

export function movesOf(events: readonly DrillEvent[], of: MovesOf): Move[] {
  return events.flatMap((event) => countedOnce(movesOfEvent(event, of)));
}

function movesOfEvent(event: DrillEvent, { units, lotOf, contentsAt, own }: MovesOf): Move[] {
  const { facts } = event;
  return mentionsIn(facts, { units, contentsAt }).flatMap((mention) => {
    const kind = kindOf(facts, mention);
    if (kind === undefined) return [];
    const party = partyIn(kind, facts);
    const isHere = (kind === 'received' || kind === 'shipped') && event.isOwn && party !== undefined && own.has(party);
    if (isHere) return [];
    const { uom, amount } = amountOf(mention);
    const signed = amount !== undefined && facts.bizStep === VOID_SHIPPING ? -amount : amount;
    return [{ event, kind, code: mention.code, lot: lotOf(mention.code), uom, amount: signed, party }];
  });
}

/** The wanted units that an event names, and those in the containers that it names. */
function mentionsIn(facts: EventFacts, { units, contentsAt }: Pick<MovesOf, 'units' | 'contentsAt'>): UnitMention[] {
  const named = facts.units.filter(({ code }) => units.has(code));
  const codes = new Set(named.map(({ code }) => code));
  const { eventTimeMs: atMs } = facts;
  if (Number.isNaN(atMs)) return named;
  const within = facts.units.flatMap((mention): UnitMention[] => {
    if (mention.isClass || mention.role === 'input' || mention.role === 'output') return [];
    return inside({ code: mention.code, atMs, contentsAt }).filter(({ code }) => units.has(code) && !codes.has(code));
  });
  return [...named, ...within];
}

function inside(
  { code, atMs, contentsAt }: { readonly code: string; readonly atMs: number; readonly contentsAt: ContentsAt },
  level = 0,
): readonly UnitMention[] {
  if (level === LEVELS_MAX) return [];
  return contentsAt(code, atMs).flatMap((child) => [
    child,
    ...(child.isClass ? [] : inside({ code: child.code, atMs, contentsAt }, level + 1)),
  ]);
}

const STEP = 'https://ref.gs1.org/cbv/BizStep-';
const stepsOf = (...names: readonly string[]): ReadonlySet<string | undefined> =>
  new Set(names.map((name) => STEP + name));
const VOID_SHIPPING = `${STEP}void_shipping`;
const SELLING = stepsOf('retail_selling', 'dispensing');
const ENDING = stepsOf('destroying', 'decommissioning');
const COUNTING = stepsOf('stock_taking', 'cycle_counting');
const GONE: ReadonlySet<string | undefined> = new Set(
  ['destroyed', 'disposed', 'stolen'].map((name) => `https://ref.gs1.org/cbv/Disp-${name}`),
);

function kindOf({ type, action, bizStep, disposition }: EventFacts, { role }: UnitMention): MoveKind | undefined {
  if (type === 'TransformationEvent') return role === 'input' ? 'used' : 'made';
  if (HANDING_OVER.has(bizStep) || bizStep === VOID_SHIPPING) return 'shipped';
  if (TAKING.has(bizStep)) return 'received';
  if (SELLING.has(bizStep)) return 'sold';
  if (COUNTING.has(bizStep)) return 'counted';
  if (ENDING.has(bizStep) || GONE.has(disposition)) return 'gone';
  if (type !== 'ObjectEvent') return undefined;
  return action === 'ADD' ? 'made' : action === 'DELETE' ? 'gone' : undefined;
}

function partyIn(kind: MoveKind, { sources, destinations }: EventFacts): string | undefined {
  if (kind === 'received') return firstOf(sources);
  return kind === 'shipped' || kind === 'sold' ? firstOf(destinations) : undefined;
}

/** Who owns it then, else who has it, else where it is. */
function firstOf(parties: readonly TransferParty[]): string | undefined {
  const of = (wanted: string): TransferParty | undefined => parties.find(({ kind }) => kind === wanted);
  return (of('ownership') ?? of('possession') ?? parties[0])?.party;
}

/** One piece of what is named by itself; of a lot as much as is said. */
function amountOf({ code, isClass, quantity, uom }: UnitMention): Pick<Move, 'uom' | 'amount'> {
  if (quantity !== undefined) return commonAmount(quantity, uom);
  if (isClass || readCode(code).names === 'lot') return { uom: commonAmount(0, uom).uom, amount: undefined };
  return commonAmount(1, undefined);
}

/** Single items that an event names beside a count of their lot are of that count. */
function countedOnce(moves: readonly Move[]): readonly Move[] {
  const counts = new Set(moves.flatMap(({ code, lot, kind }) => (code === lot ? [`${kind} ${lot}`] : [])));
  return moves.filter(({ code, lot, kind }) => code === lot || !counts.has(`${kind} ${lot}`));
}

/** In which order steps say the same hand-over: where the first of them is recorded of a lot, the others move nothing more. */
const SAYING = [
  ['shipping', 'consigning', 'departing'],
  ['receiving', 'accepting', 'arriving'],
].map((names) => names.map((name) => STEP + name));

/** Each hand-over once, where somebody records loading, departure and shipping, each as an event. */
export function saidOnce(moves: readonly Move[]): Move[] {
  const steps = new Map<string, Set<string | undefined>>();
  for (const { lot, event } of moves) {
    const key = `${event.isOwn} ${lot}`;
    steps.set(key, (steps.get(key) ?? new Set()).add(event.facts.bizStep));
  }
  return moves.filter(({ lot, event }) => {
    const said = SAYING.find((names) => names.includes(event.facts.bizStep ?? ''));
    if (said === undefined) return true;
    const here = steps.get(`${event.isOwn} ${lot}`);
    return said.find((step) => here?.has(step) === true) === event.facts.bizStep;
  });
}

/** The lot that a code says by itself, or the code. */
export function lotOfCode(code: string): string {
  const { gtin, lot } = readCode(code).parts;
  return gtin !== undefined && lot !== undefined ? lotCode(gtin, lot) : code;
}

/** By unit of measure, so that digits behind the fifteenth, which come of adding, are not told. */
export function summed(moves: readonly Move[]): { readonly amounts: DrillAmount[]; readonly unknown: number } {
  const known = moves.flatMap(({ uom, amount }) => (amount === undefined ? [] : [{ uom, amount }]));
  return { amounts: summedAmounts(known), unknown: moves.length - known.length };
}

export function summedAmounts(amounts: readonly DrillAmount[]): DrillAmount[] {
  const sums = new Map<string, number>();
  for (const { uom, amount } of amounts) sums.set(uom, (sums.get(uom) ?? 0) + amount);
  const all = [...sums].map(([uom, amount]) => ({ uom, amount: exact(amount) }));
  return all.sort((a, b) => (a.uom < b.uom ? -1 : 1));
}

export function exact(amount: number): number {
  return Number(amount.toPrecision(12));
}
