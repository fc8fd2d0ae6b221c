/** What is due of whom, and until when: of lifts over their lives, as records come late, are taken back, and are made anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeAnew } from '../../src/modules/compliance/index.ts';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
const now = new Date('2026-11-27T10:00:00+08:00');
beforeAll(async () => {
  own = await judgedServer({ categories: ['special-equipment'], clock: { now: () => now } });
});
afterAll(() => own.close());

const LIFT = 'cn-special-equipment:31103506020160001';

function ofLift(lift: number, activity: string, day: string, more: EventJson = {}): EventJson {
  return {
    ...{
      type: 'ObjectEvent',
      action: 'OBSERVE',
      eventTime: `2026-${day}T09:00:00+08:00`,
      eventTimeZoneOffset: '+08:00',
    },
    ...{ epcList: [`${LIFT}${lift}`], bizStep: STEPS[activity] ?? 'other', 'lift:activity': activity },
    ...more,
  };
}
const STEPS: Readonly<Record<string, string>> = { maintenance: 'inspecting', scrapping: 'decommissioning' };
const registered = (lift: number, day: string): EventJson =>
  ofLift(lift, 'use-registration', day, { 'lift:equipmentKind': '3110', 'lift:inspectionDue': '2026-12-31' });
const maintained = (lift: number, day: string, tier = 'half-month', more: EventJson = {}): EventJson =>
  ofLift(lift, 'maintenance', day, {
    'lift:tier': tier,
    'lift:equipmentKind': '3110',
    'lift:itemsChecked': 80,
    ...more,
  });

const duties = async (query: string): Promise<(string | undefined)[][]> => {
  await own.settle();
  const { duties: told } = await own.ask(`/v1/compliance/clocks?perPage=500${query}`);
  return told.map(({ clock, state, lastDay, unit }: Record<string, string>) => [
    clock,
    state,
    lastDay,
    unit?.slice(-1),
  ]);
};

test('a lift that is registered has its clocks; maintenance ends the ones that it satisfies, and begins them anew', async () => {
  expect((await own.capture([registered(1, '11-02'), maintained(1, '11-16')])).status).toBe(202);
  expect(await duties('&clock=maintenance')).toEqual([
    ['maintenance', 'done', '2026-11-17', '1'],
    ['maintenance', 'open', '2026-12-01', '1'],
  ]);
  expect(await duties('&clock=maintenance-quarter')).toEqual([['maintenance-quarter', 'open', '2027-02-02', '1']]);
  await own.capture([maintained(1, '11-20', 'year')]);
  expect(await duties('&clock=maintenance-quarter')).toEqual([
    ['maintenance-quarter', 'done', '2027-02-02', '1'],
    ['maintenance-quarter', 'open', '2027-02-20', '1'],
  ]);
  expect(await duties('&clock=periodic-inspection')).toEqual([['periodic-inspection', 'open', '2026-12-31', '1']]);
});

test('what was not done in time is overdue, and done late when it comes late', async () => {
  await own.capture([registered(2, '11-01')]);
  expect(await duties('&clock=maintenance&state=overdue')).toEqual([['maintenance', 'overdue', '2026-11-16', '2']]);
  await own.capture([maintained(2, '11-20')]);
  const lift = encodeURIComponent(`${LIFT}2`);
  expect(await duties(`&clock=maintenance&unit=${lift}`)).toEqual([
    ['maintenance', 'late', '2026-11-16', '2'],
    ['maintenance', 'open', '2026-12-05', '2'],
  ]);
  // An entry of before comes afterwards.
  await own.capture([maintained(2, '11-10')]);
  expect(await duties(`&clock=maintenance&unit=${lift}`)).toEqual([
    ['maintenance', 'done', '2026-11-16', '2'],
    ['maintenance', 'done', '2026-11-25', '2'],
    ['maintenance', 'open', '2026-12-05', '2'],
  ]);
});

test('a scrapped lift is due no more, and what was declared wrong ended nothing', async () => {
  const wrong = maintained(3, '11-12', 'half-month', { eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000c3' });
  await own.capture([registered(3, '11-01'), wrong]);
  const lift = encodeURIComponent(`${LIFT}3`);
  expect(await duties(`&clock=maintenance&unit=${lift}`)).toHaveLength(2);
  await own.capture([
    { ...wrong, errorDeclaration: { declarationTime: '2026-11-13T00:00:00Z', reason: 'did_not_occur' } },
  ]);
  expect(await duties(`&clock=maintenance&unit=${lift}`)).toEqual([['maintenance', 'overdue', '2026-11-16', '3']]);
  await own.capture([ofLift(3, 'scrapping', '11-14', { 'lift:disabledBy': '拆除' })]);
  expect(await duties(`&clock=maintenance&unit=${lift}`)).toEqual([['maintenance', 'stopped', '2026-11-16', '3']]);
});

test('a drill each half-year is of who records, whatever lift it was at', async () => {
  await own.capture([ofLift(1, 'rescue-drill', '03-01'), ofLift(2, 'rescue-drill', '08-30')]);
  expect(await duties('&clock=rescue-drill')).toEqual([
    ['rescue-drill', 'done', '2026-09-01', undefined],
    ['rescue-drill', 'open', '2027-02-28', undefined],
  ]);
});

test('a duty names the law and the record that began it; the overview counts what is due', async () => {
  const { duties: told } = await own.ask('/v1/compliance/clocks?clock=maintenance&state=open&perPage=1');
  expect(told).toMatchObject([
    {
      ...{ pack: 'special-equipment', name: { zh: '至少每 15 日维护保养一次' }, confidence: 'A' },
      ...{ basis: { zh: expect.stringContaining('§31') }, startedBy: expect.any(String), isProvisional: false },
      dueAt: expect.stringMatching(/T16:00:00\.000Z$/),
    },
  ]);
  const { packs, waiting } = await own.ask('/v1/compliance');
  expect(waiting).toBe(0);
  expect(packs[0].clocks).toContainEqual(expect.objectContaining({ clock: 'maintenance', state: 'stopped', count: 1 }));
  // Until 30 November; the others have until 5 December, which is more than seven days.
  await own.capture([registered(4, '11-15')]);
  await own.settle();
  const open = (await own.ask('/v1/compliance')).packs[0].clocks.filter(
    (each: { state: string }) => each.state === 'open',
  );
  expect(open).toContainEqual(expect.objectContaining({ clock: 'maintenance', count: 3, soon: 1 }));
  expect(open).toContainEqual(expect.objectContaining({ clock: 'maintenance-year', soon: 0 }));
});

test('page by page they are the same, in the order in which they are due', async () => {
  const all = await own.ask('/v1/compliance/clocks?perPage=500');
  const paged: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await own.ask(
      `/v1/compliance/clocks?perPage=3${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    paged.push(...page.duties);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(paged).toEqual(all.duties);
  expect(all.duties.length).toBeGreaterThan(20);
});

test('made anew from the log all of it is the same, also when the work is cut off again and again', async () => {
  const { ctx, db } = own.server.database;
  await own.settle();
  const before = await own.derived();
  await judgeAnew(ctx);
  await own.settle();
  expect(await own.derived()).toEqual(before);
  await judgeAnew(ctx);
  for (let cuts = 0; cuts < 50; cuts += 1) {
    // Whatever the judging has under way is gone, as when the program is killed.
    await db.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = 'suyuan_maintenance' and datname = current_database()`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (cuts % 10 === 9) await judgeAnew(ctx).catch(() => undefined);
  }
  await own.settle();
  expect(await own.derived()).toEqual(before);
});
