/** A trace taken apart for its picture: each unit at each of its steps, and what ties one to another. Pure. */
import type { TraceAnswer, TraceEventRow, TraceLink, TraceUnit } from '@suyuan/api';

/** One unit at one step; without a step where none of the trace names the unit. */
export interface Mention {
  readonly unit: string;
  /** The place of its step in the order of the trace; -1 where there is none. */
  readonly at: number;
  readonly event: TraceEventRow | undefined;
}

export interface Tie {
  readonly from: Mention;
  readonly to: Mention;
  readonly kind: TieKind;
  /** Of what was made: how much of `from` went into it. */
  readonly link?: TraceLink;
}
/** The same unit went on, another was made of it, it was put into or taken out of a container, it is one of a lot. */
export type TieKind = 'moved' | 'made' | 'packed' | 'belongs';

export interface Mentions {
  readonly all: readonly Mention[];
  readonly ties: readonly Tie[];
}

export function mentionsOf(trace: Pick<TraceAnswer, 'units' | 'events' | 'links'>): Mentions {
  const all: Mention[] = [];
  const byUnit = new Map<string, Mention[]>();
  const add = (mention: Mention): void => {
    all.push(mention);
    const known = byUnit.get(mention.unit);
    if (known === undefined) byUnit.set(mention.unit, [mention]);
    else known.push(mention);
  };
  for (const [at, event] of trace.events.entries()) {
    for (const unit of new Set(event.units.map(({ code }) => code))) add({ unit, at, event });
  }
  for (const unit of unmentioned(trace.units, byUnit)) add({ unit, at: -1, event: undefined });
  return { all, ties: [...movesOf(byUnit), ...linksOf(trace, byUnit)] };
}

function unmentioned(units: readonly TraceUnit[], byUnit: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set(units.map(({ code }) => code).filter((code) => !byUnit.has(code)));
}

/** From each step of a unit to its next; what was declared in error ties nothing. */
function* movesOf(byUnit: ReadonlyMap<string, readonly Mention[]>): Generator<Tie> {
  for (const mentions of byUnit.values()) {
    let before: Mention | undefined;
    for (const mention of mentions) {
      if (mention.event?.declaredInError === true) continue;
      if (before !== undefined) yield { from: before, to: mention, kind: 'moved' };
      before = mention;
    }
  }
}

function* linksOf(
  { events, links }: Pick<TraceAnswer, 'events' | 'links'>,
  byUnit: ReadonlyMap<string, readonly Mention[]>,
): Generator<Tie> {
  const places = new Map(events.map(({ eventID }, at) => [eventID, at]));
  for (const link of links) {
    const at = link.eventID === undefined ? undefined : places.get(link.eventID);
    const from = mentionAt(byUnit.get(link.from), at);
    const to = mentionAt(byUnit.get(link.to), at);
    if (from === undefined || to === undefined) continue;
    if (link.kind === 'transformation') yield { from, to, kind: 'made', link };
    if (link.kind === 'belongs') yield { from, to, kind: 'belongs' };
    if (link.kind !== 'containment') continue;
    // A trace names the container first, for what happens to it happens to what is in it; goods go in, and out again.
    yield { from: to, to: from, kind: 'packed' };
    const out = byUnit.get(link.to)?.find(({ event }) => event !== undefined && event.eventTime === link.until);
    const carrier = byUnit.get(link.from)?.find((mention) => mention.at === out?.at);
    if (link.until !== undefined && out !== undefined && carrier !== undefined) {
      yield { from: carrier, to: out, kind: 'packed' };
    }
  }
}

/** A unit at a step, else at its last one before, else at its first. */
function mentionAt(mentions: readonly Mention[] | undefined, at: number | undefined): Mention | undefined {
  if (mentions === undefined || at === undefined) return mentions?.[0];
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return mentions[Math.max(0, low - 1)];
}
