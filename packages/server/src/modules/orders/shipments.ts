/** What an organisation has recorded as shipped for its orders. */
import { canonical } from '@suyuan/codes';
import type { UnitMention } from '@suyuan/epcis';
import type { Queryable } from '../../platform/db/index.ts';
import { goodsOf, type ReadEvent, readEventsOfTransactions } from '../events/index.ts';

export interface Shipment {
  readonly eventID: string;
  readonly atMs: number;
  readonly goods: readonly UnitMention[];
}

/** All that names the orders of one page: some ten shipments each. */
const EVENTS_MAX = 5_000;

/** CBV 2.0 §7.1. Where loading, departure and shipping are each recorded the hand-over counts once: the first of these. */
const STEP = 'https://ref.gs1.org/cbv/BizStep-';
const STEPS: readonly string[] = ['shipping', 'departing', 'consigning'].map((step) => STEP + step);

/** By the URI of the order, in the order of time. What is declared in error is not among it, nor what others have recorded. */
export async function readShipments(
  db: Queryable,
  { orgNo, uris }: { readonly orgNo: number; readonly uris: readonly string[] },
): Promise<(uri: string) => readonly Shipment[]> {
  if (uris.length === 0) return () => [];
  const { events } = await readEventsOfTransactions(db, uris.map(canonical), EVENTS_MAX);
  const own = events.filter((event) => isEffective(event) && event.recordedBy.includes(orgNo));
  return (uri) => {
    const of = canonical(uri);
    return handOvers(own.filter(({ facts }) => facts.bizTransactions.some(({ id }) => id === of)));
  };
}

function isEffective({ declaredInError, isDeclaration }: ReadEvent): boolean {
  return !declaredInError && !isDeclaration;
}

/** Of each unit the events of one step count. */
function handOvers(events: readonly ReadEvent[]): readonly Shipment[] {
  const stepOf = ({ facts: { bizStep = '' } }: ReadEvent): number => STEPS.indexOf(bizStep);
  const counted = new Map<string, number>();
  const going = events.filter((event) => stepOf(event) !== -1);
  for (const event of going)
    for (const { code } of goodsOf(event.facts))
      counted.set(code, Math.min(counted.get(code) ?? STEPS.length, stepOf(event)));
  return going
    .map((event) => ({
      eventID: event.eventID,
      atMs: event.facts.eventTimeMs,
      goods: goodsOf(event.facts).filter(({ code }) => counted.get(code) === stepOf(event)),
    }))
    .filter(({ goods }) => goods.length > 0)
    .toSorted((a, b) => a.atMs - b.atMs);
}
