/** What one event says of who has its units after it. Pure. */
import { type EventFacts, HANDING_OVER } from '@suyuan/epcis';

export interface Claim {
  readonly party: string;
  readonly bySource: boolean;
}

export const CLAIM_KINDS = ['possession', 'ownership', 'place'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The party that an event says has the units after it; undefined where it says nothing. */
export function possessorAfter(facts: EventFacts): string | undefined {
  return claimOf(facts, 'possession')?.party;
}

export function claimOf(facts: EventFacts, kind: ClaimKind): Claim | undefined {
  const { bizStep, bizLocation, readPoint, sources, destinations } = facts;
  if (kind === 'place') {
    const place = bizLocation ?? readPoint;
    return place === undefined ? undefined : { party: place, bySource: false };
  }
  if (sources.length === 0 && destinations.length === 0) return undefined;
  const source = sources.find((transfer) => transfer.kind === kind)?.party;
  const destination = destinations.find((transfer) => transfer.kind === kind)?.party;
  if (!HANDING_OVER.has(bizStep) && destination !== undefined) return { party: destination, bySource: false };
  return source === undefined ? undefined : { party: source, bySource: true };
}
