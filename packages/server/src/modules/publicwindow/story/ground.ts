/** What the records of a chain are about, seen from the code that was asked. Pure. */
import type { TraceAnswer, TraceEventRow } from '@suyuan/api';
import { readCode } from '@suyuan/codes';
import type { LookUp } from '../look-up.ts';
import { isMaking } from '../making.ts';

export interface Ground {
  /** Records that count, in order of time. */
  readonly rows: readonly TraceEventRow[];
  /** The code itself, what is in it, and the lot or the items that are it. */
  readonly own: ReadonlySet<string>;
  /** What it went into. */
  readonly later: ReadonlySet<string>;
  /** Packs and carriers that held its own. */
  readonly holders: ReadonlySet<string>;
  /** Packs and carriers that held what it went into. */
  readonly laterHolders: ReadonlySet<string>;
  /** What ever had something in it. */
  readonly packs: ReadonlySet<string>;
  /** What it was made from, with how many makings lie between. */
  readonly sources: ReadonlyMap<string, number>;
  /** Where its own were made. */
  readonly madeAt: ReadonlySet<string>;
}

export function groundOf({ trace, sources, start }: LookUp): Ground {
  const rows = [...(sources?.events ?? []), ...(trace?.events ?? [])].filter(
    ({ eventTime }) => eventTime !== undefined,
  );
  // The code's own chain lists more of the units of a record that both have.
  const distinct = [...new Map(rows.map((row) => [row.eventID, row])).values()].sort((a, b) =>
    (a.eventTime ?? '') < (b.eventTime ?? '') ? -1 : 1,
  );
  const holds = containmentOf(distinct);
  const own = ownOf(trace, new Set(start), holds);
  const units = trace?.units ?? [];
  const later = new Set(units.flatMap(({ code, role }) => (role === 'affected' && !own.has(code) ? [code] : [])));
  const holders = holdersOf(own, holds);
  const made = distinct.filter((row) => row.declaredInError !== true && isMaking(row) && touches(row, own, MADE));
  return {
    rows: distinct,
    own,
    later,
    holders,
    laterHolders: holdersOf(later, holds),
    packs: new Set(holds.map(({ outer }) => outer)),
    sources: sourcesOf(own, [trace, sources]),
    madeAt: new Set(made.flatMap((row) => placeOf(row) ?? [])),
  };
}

export const MADE: ReadonlySet<string> = new Set(['object', 'output']);

/** Whether the record is about one of these, in one of these roles where they are given. */
export function touches({ units }: TraceEventRow, codes: ReadonlySet<string>, roles?: ReadonlySet<string>): boolean {
  return units.some(({ code, role }) => codes.has(code) && (roles?.has(role) ?? true));
}

export function placeOf({ bizLocation, readPoint }: TraceEventRow): string | undefined {
  return bizLocation ?? readPoint;
}

type Containment = readonly { readonly outer: string; readonly inner: readonly string[] }[];

function containmentOf(rows: readonly TraceEventRow[]): Containment {
  return rows.flatMap(({ units }) => {
    const outer = units.find(({ role }) => role === 'parent')?.code;
    const inner = units.flatMap(({ code, role }) => (role === 'child' ? [code] : []));
    return outer === undefined ? [] : [{ outer, inner }];
  });
}

/** What was ever in a pack is told with the pack; a carrier that is used again and again is asked about seldom. */
function ownOf(trace: TraceAnswer | undefined, start: ReadonlySet<string>, holds: Containment): Set<string> {
  const own = new Set(start);
  for (const { from, to, kind } of trace?.links ?? []) {
    if (kind !== 'belongs') continue;
    if (start.has(from)) own.add(to);
    if (start.has(to)) own.add(from);
  }
  // A set takes in what is added while it is walked, so that packs in packs are found too.
  for (const code of own) {
    for (const { outer, inner } of holds) if (outer === code) for (const each of inner) own.add(each);
  }
  return own;
}

function holdersOf(held: ReadonlySet<string>, holds: Containment): Set<string> {
  const holders = new Set<string>();
  for (let before = -1; before < holders.size; ) {
    before = holders.size;
    for (const { outer, inner } of holds) {
      if (!held.has(outer) && inner.some((each) => held.has(each) || holders.has(each))) holders.add(outer);
    }
  }
  return holders;
}

/** By making alone: a tanker between a farm and a dairy is no step of making. */
function sourcesOf(own: ReadonlySet<string>, traces: readonly (TraceAnswer | undefined)[]): Map<string, number> {
  const intoOf = Map.groupBy(
    traces.flatMap((trace) => trace?.links ?? []).filter(({ kind }) => kind === 'transformation'),
    ({ to }) => to,
  );
  // What a lot was made from stands at the start of a chain of its own.
  const seeds = (traces[1]?.start ?? []).filter((code) => !own.has(code));
  const sources = new Map<string, number>(seeds.map((code) => [code, 1]));
  let reached = new Set(seeds.length === 0 ? own : seeds);
  for (let depth = seeds.length === 0 ? 1 : 2; reached.size > 0; depth += 1) {
    const next = new Set<string>();
    for (const code of reached) {
      for (const { from } of intoOf.get(code) ?? []) {
        if (own.has(from) || sources.has(from)) continue;
        sources.set(from, depth);
        next.add(from);
      }
    }
    reached = next;
  }
  return sources;
}

/** The product of a unit by its code. */
export function productCode(code: string): string | undefined {
  return readCode(code).productOf;
}
