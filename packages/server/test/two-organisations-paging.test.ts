/**
 * What two organisations have recorded stands in the log twice; each is given its own, in the order of the log, and where a unit is
 * asked for what the other alone has recorded, as far as it is open.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf, type EventJson } from './documents.ts';
import { type Party, type TwoParties, twoParties } from './two-parties.ts';

let two: TwoParties;
beforeAll(async () => {
  two = await twoParties();
  for (const [party, ...numbers] of LOG) {
    const body = documentOf(numbers.map((number) => eventOf(party, number)));
    expect((await two.ask(party, '/epcis/capture', { body })).status).toBe(202);
  }
});
afterAll(() => two.server.close());

/** Documents in the order in which they came: who sent which events. A page walks a few of them at a time. */
const LOG: readonly (readonly [Party, ...number[]])[] = [
  ['A', 1, 2],
  ['B', 2, 3],
  ['A', 4],
  ['B', 1],
  ['A', 3, 5],
  ['B', 4],
  ['B', 5, 6, 1],
  ['A', 6],
  ['B', 7],
  ['A', 7, 2, 8],
];

/** What a party has recorded, in the order in which it did so first. */
function inOrder(party: Party): number[] {
  return [...new Set(LOG.flatMap(([by, ...numbers]) => (by === party ? numbers : [])))];
}

const CASE = 'https://id.gs1.org/00/106141412345678908';

/** Each party spells the container in its own way: as a URN, or as a Digital Link. Later in the log is earlier in time. */
function eventOf(party: Party, number: number): EventJson {
  return {
    type: 'AggregationEvent',
    eventID: `urn:uuid:00000000-0000-4000-8000-00000000000${number}`,
    eventTime: `2026-06-01T00:00:0${9 - number}Z`,
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    parentID: party === 'A' ? 'urn:epc:id:sscc:0614141.1234567890' : CASE,
    childEPCs: [`https://id.gs1.org/01/10614141073464/21/P${number}`],
    bizStep: 'packing',
  };
}

interface Page {
  readonly shown: readonly { readonly number: number; readonly by: Party }[];
  readonly next: string | undefined;
}

async function pageAt(party: Party, path: string): Promise<Page> {
  const response = await two.ask(party, path);
  const { epcisBody } = await response.json();
  const list: readonly { eventID: string; parentID: string }[] = epcisBody.queryResults.resultsBody.eventList;
  return {
    shown: list.map(({ eventID, parentID }) => ({
      number: Number(eventID.slice(-1)),
      by: parentID.startsWith('urn:') ? 'A' : 'B',
    })),
    next: /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1],
  };
}

const MATCHING = `MATCH_anyEPC=${encodeURIComponent(CASE)}`;

/** The last in the log; A alone has recorded it, and B takes part in the same chain. */
const OF_A_ALONE = 8;

describe.each([
  ['walking the log', '/epcis/events?', false],
  ['walking the log with a condition', '/epcis/events?eventType=AggregationEvent&', false],
  ['by touches', `/epcis/events?${MATCHING}&`, true],
  ['by touches with a condition', `/epcis/events?${MATCHING}&GE_eventTime=2026-01-01T00:00:00Z&`, true],
  ['by touches of a code', `/epcis/epcs/${encodeURIComponent(CASE)}/events?`, true],
] as const)('%s', (_name, path, isOfUnit) => {
  test.each((['A', 'B'] as const).flatMap((party) => [1, 2, 3, 7, 8, 9].map((perPage) => [party, perPage] as const)))(
    '%s is given each event once, its own in its own bytes, %i a page',
    async (party, perPage) => {
      const expected = [...inOrder(party), ...(isOfUnit && party === 'B' ? [OF_A_ALONE] : [])];
      const pages: Page['shown'][] = [];
      for (let next: string | undefined = `${path}perPage=${perPage}`; next !== undefined; ) {
        const page = await pageAt(party, next);
        pages.push(page.shown);
        next = page.next;
      }
      expect(pages.flat().map(({ number }) => number)).toEqual(expected);
      expect(pages.map(({ length }) => length)).toEqual(
        Array.from({ length: Math.ceil(expected.length / perPage) }, (_, i) =>
          Math.min(perPage, expected.length - i * perPage),
        ),
      );
      expect(pages.flat().map(({ by }) => by)).toEqual(expected.map(() => party));
    },
  );
});

test('the log has a leaf for each record, and none for what was captured again', async () => {
  const recorded = new Set(LOG.flatMap(([party, ...numbers]) => numbers.map((number) => `${party}${number}`)));
  const { rows } = await two.server.database.db.query(
    'select (sum(octet_length(leaves)) / 32)::int as leaves from integrity.log',
  );
  expect(rows).toEqual([{ leaves: recorded.size }]);
});
