/** Who possessed and who owned a unit, from the sources and destinations of its events and its containers'. */
import type { CustodyRow } from './answer.ts';
import { type Entry, type History, holdersAt, mentions } from './history.ts';

const TRANSFER_OUT = ['shipping', 'departing', 'consigning'];

interface Claim {
  readonly party: string;
  readonly event: Entry;
  readonly bySource: boolean;
}

export function custodyOf(history: History, code: string): CustodyRow[] {
  const events = history.entries.filter((event) => {
    if (!event.effective) return false;
    const holders = holdersAt(history, code, event.time);
    return mentions(event, code) || [...holders].some((holder) => mentions(event, holder));
  });
  const possession = events.flatMap((event) => claimsOf(event, 'possession'));
  const ownership = events.flatMap((event) => claimsOf(event, 'ownership'));
  const places = events.flatMap((event): Claim[] =>
    event.place === undefined ? [] : [{ party: event.place, event, bySource: false }],
  );
  const since = events[0]?.time ?? 0;
  return [
    ...rowsOf(possession.length > 0 ? possession : places, since).map(
      (row) => ({ code, kind: 'possession', ...row }) as const,
    ),
    ...rowsOf(ownership, since).map((row) => ({ code, kind: 'ownership', ...row }) as const),
  ];
}

function claimsOf(event: Entry, kind: 'possession' | 'ownership'): Claim[] {
  const sources = event.sources.filter((party) => party.kind === kind);
  const destinations = event.destinations.filter((party) => party.kind === kind);
  const bySource = TRANSFER_OUT.includes(event.bizStep) || destinations.length === 0;
  // An event that names several parties of one kind speaks for the first.
  return (bySource ? sources : destinations).slice(0, 1).map(({ party }) => ({ party, event, bySource }));
}

function rowsOf(claims: readonly Claim[], unitSince: number): Omit<CustodyRow, 'code' | 'kind'>[] {
  const turns = claims.filter((claim, i) => i === 0 || claim.party !== claims[i - 1]?.party);
  return turns.map((claim, i) => {
    const next = turns[i + 1];
    const from = i === 0 && claim.bySource ? unitSince : claim.event.time;
    return {
      party: claim.party,
      from: new Date(from).toISOString(),
      ...(next === undefined ? {} : { to: new Date(next.event.time).toISOString() }),
      eventID: claim.event.raw.eventID,
    };
  });
}
