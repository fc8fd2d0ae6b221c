/** What events name that master data may be of: products, parties, sites. Pure. */
import type { UnknownKind } from '@suyuan/api';
import { classOf, productOf } from '@suyuan/codes';
import type { EventFacts } from '@suyuan/epcis';

export interface NamedCode {
  /** Canonical. */
  readonly code: string;
  readonly kind: UnknownKind;
  /** How many events name it. */
  readonly events: number;
  /** Of the newest of them. */
  readonly newestMs: number;
}

/** Each code as one kind, with the events that name it so. */
export function namedCodes(events: Iterable<EventFacts>): NamedCode[] {
  const named = new Map<string, NamedCode>();
  const products = new Map<string, string | undefined>();
  for (const facts of events) {
    const own = new Map([...placesIn(facts), ...partiesIn(facts), ...productsIn(facts, products)].map(keyed));
    for (const [key, { code, kind }] of own) {
      const { events: before = 0, newestMs = facts.eventTimeMs } = named.get(key) ?? {};
      named.set(key, { code, kind, events: before + 1, newestMs: Math.max(newestMs, facts.eventTimeMs) });
    }
  }
  return [...named.values()];
}

type Named = Pick<NamedCode, 'code' | 'kind'>;

function keyed(each: Named): [string, Named] {
  return [`${each.kind} ${each.code}`, each];
}

function placesIn({ readPoint, bizLocation }: EventFacts): Named[] {
  return [readPoint, bizLocation].flatMap((code) =>
    code === undefined || isPosition(code) ? [] : [{ code, kind: 'site' }],
  );
}

/** RFC 5870: a point of the earth says itself where it is. */
function isPosition(code: string): boolean {
  return code.toLowerCase().startsWith('geo:');
}

function partiesIn({ sources, destinations }: EventFacts): Named[] {
  return [...sources, ...destinations].map(({ kind, party }) => ({
    code: party,
    kind: kind === 'location' ? 'site' : 'party',
  }));
}

/** @param known the product of each class that was met; units of one class are thousands */
function productsIn({ units }: EventFacts, known: Map<string, string | undefined>): Named[] {
  const found = new Set<string>();
  for (const { code } of units) {
    const own = classOf(code);
    if (!known.has(own)) known.set(own, productOf(own));
    const product = known.get(own);
    if (product !== undefined) found.add(product);
  }
  return [...found].map((code) => ({ code, kind: 'product' }));
}
