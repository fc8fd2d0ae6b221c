/** What is read of the chain in one turn: bounds, and what whoever asks has already. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Held,
  readEventsById,
  readEventsOfClass,
  readEventsOfUnits,
  readNotices,
} from '../src/modules/events/index.ts';
import type { Tx } from '../src/platform/db/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const LOT = 'https://id.gs1.org/01/10614141073464/10/TURNS';
const ITEM = `${LOT}/21/1`;
const EVENTS = 6;

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const at = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
  const seen = Array.from({ length: EVENTS }, (_, n) => objectEvent({ epcList: [ITEM], eventTime: at(EVENTS - n) }));
  const recalled = { epcList: [], quantityList: [{ epcClass: LOT }], disposition: 'recalled', eventTime: at(20) };
  await server.client.capture(documentOf([...seen, objectEvent(recalled)]));
});
afterAll(() => server.close());

function reading<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
  return server.database.access.read({ as: 'chain', role: 'test' }, read);
}

const daysOf = ({ events }: Awaited<ReturnType<typeof readEventsOfUnits>>): number[] =>
  events.map(({ facts }) => new Date(facts.eventTimeMs).getUTCDate() - 1);

test('events of a unit come in the order of their times, with what they say and who recorded them', async () => {
  const read = await reading((tx) => readEventsOfUnits(tx, [ITEM], { max: 100 }));
  expect(daysOf(read)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(read).toMatchObject({ more: false, ids: read.events.map(({ id }) => id) });
  expect(new Set(read.events.flatMap(({ recordedBy }) => recordedBy)).size).toBe(1);
  const byId = await reading((tx) => readEventsById(tx, read.ids));
  expect(byId.map(({ eventID, position, block }) => ({ eventID, position, block }))).toEqual(
    read.events.map(({ eventID, position, block }) => ({ eventID, position, block })),
  );
});

test('a bound takes the first in time, and says that there are more', async () => {
  const read = await reading((tx) => readEventsOfUnits(tx, [ITEM], { max: 4 }));
  expect([daysOf(read), read.more]).toEqual([[1, 2, 3, 4], true]);
  const whole = await reading((tx) => readEventsOfUnits(tx, [ITEM], { max: EVENTS }));
  expect([whole.ids.length, whole.more]).toEqual([EVENTS, false]);
});

test.each([
  ['few', 0],
  ['many', 1_000],
])('what is held is found and not read again, where %s are held', async (_, others) => {
  const all = await reading((tx) => readEventsOfUnits(tx, [ITEM], { max: 100 }));
  const held: Held = new Set([
    ...all.ids.slice(0, 2),
    ...Array.from({ length: others }, (__, n) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`),
  ]);
  const read = await reading((tx) => readEventsOfUnits(tx, [ITEM], { max: 100, held }));
  expect([daysOf(read), read.ids]).toEqual([[3, 4, 5, 6], all.ids]);
  const none = await reading((tx) =>
    readEventsOfUnits(tx, [ITEM], { max: 100, held: new Set([...held.keys(), ...all.ids]) }),
  );
  expect([none.events, none.ids]).toEqual([[], all.ids]);
});

test('a lot comes with its items, and a notice is found by what it names', async () => {
  const ofLot = await reading((tx) => readEventsOfClass(tx, [LOT], { max: 100 }));
  expect(ofLot.ids).toHaveLength(EVENTS + 1);
  const alone = await reading((tx) => readEventsOfUnits(tx, [LOT], { max: 100 }));
  const noticed = await reading((tx) => readNotices(tx, [LOT, ITEM], { max: 100 }));
  expect([alone.ids.length, noticed.ids]).toEqual([1, alone.ids]);
});

test('of nothing nothing is asked', async () => {
  expect(await reading((tx) => readEventsOfUnits(tx, [], { max: 100 }))).toEqual({ ids: [], events: [], more: false });
});
