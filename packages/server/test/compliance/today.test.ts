/** What there is to do today: counted from what is recorded, to whoever may do it, and nothing when all is done. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventJson } from '../documents.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
const now = new Date('2026-11-27T10:00:00+08:00');
beforeAll(async () => {
  own = await judgedServer({ categories: ['special-equipment', 'edible-agri'], clock: { now: () => now } });
});
afterAll(() => own.close());

const LIFT = 'cn-special-equipment:31103506020160001';

function ofLift(lift: number, activity: string, day: string, more: EventJson): EventJson {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', eventTime: `2026-${day}T09:00:00+08:00` },
    ...{ eventTimeZoneOffset: '+08:00', epcList: [`${LIFT}${lift}`], 'lift:activity': activity, ...more },
  };
}
const registered = (lift: number, day: string): EventJson =>
  ofLift(lift, 'use-registration', day, { bizStep: 'other', 'lift:equipmentKind': '3110' });
const maintained = (lift: number, day: string, tier: string): EventJson =>
  ofLift(lift, 'maintenance', day, { bizStep: 'inspecting', 'lift:tier': tier, 'lift:equipmentKind': '3110' });

const certificate: EventJson = {
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'packing', eventTimeZoneOffset: '+08:00' },
  eventTime: '2026-11-20T08:00:00+08:00',
  quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/C1', quantity: 100, uom: 'KGM' }],
  ...{ 'agri:certificateForm': '1', 'agri:origin': '江苏省某市', 'agri:responsible': '绿野合作社' },
  ...{ 'agri:contact': '0512-00000000', 'agri:certificateDate': '2026-11-20' },
  ...{ 'agri:commitments': ['no-banned-substances'], 'agri:commitmentBasis': 'quality-control' },
};

async function send(path: string, body: object): Promise<void> {
  const response = await fetch(own.server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${own.server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
}

const today = async () => {
  await own.settle();
  return own.ask('/v1/today');
};
/** As one line each. */
const told = async (kind: string): Promise<string[]> =>
  (await today()).tasks
    .filter((task: { kind: string }) => task.kind === kind)
    .map(({ urgency, item = '-', count, day = '-' }: Record<string, string>) => `${urgency} ${item} ${count} ${day}`);

test('where nothing is recorded there is nothing to do', async () => {
  expect(await today()).toEqual({ day: '2026-11-27', tasks: [], waiting: 0 });
});

test('a clock that has run out is late by its first last day, and no more when it is done; what ends within a week is soon', async () => {
  await own.capture([registered(1, '11-03'), registered(2, '11-07')]);
  expect(await told('clock')).toEqual(['late maintenance 2 2026-11-18', 'soon monthly-check 1 2026-12-03']);
  await own.capture([maintained(1, '11-24', 'half-month'), maintained(2, '11-25', 'half-month')]);
  expect(await told('clock')).toEqual(['soon monthly-check 1 2026-12-03']);
});

test('what was not handed in waits, and then its receipt', async () => {
  await own.capture([certificate]);
  expect(await told('filing')).toEqual(['open certificate-upload 1 -']);
  await send('/v1/compliance/filings/edible-agri/certificate-upload', {});
  expect(await told('filing')).toEqual([]);
  expect(await told('receipt')).toEqual(['open certificate-upload 1 -']);
});

test('a licence is told two months before it ends, and after', async () => {
  const licence = (number: string, until: string) =>
    own.server.database.db.query(
      "insert into identity.licence (org_no, scheme, number, valid_until) values (1, 'cn-licence-sc', $1, $2)",
      [number, until],
    );
  await licence('SC10637021200022', '2027-01-27');
  expect(await told('licence')).toEqual([]);
  await licence('SC10637021200039', '2027-01-26');
  expect(await told('licence')).toEqual(['soon - 1 2027-01-26']);
  await licence('SC10637021200047', '2026-11-26');
  expect(await told('licence')).toEqual(['late - 1 2026-11-26']);
});

test('what is not as it should be is counted a pack, and what cannot be told is not', async () => {
  const { tasks } = await today();
  const { findings } = await own.ask('/v1/compliance/findings?pack=special-equipment&effect=flag&perPage=500');
  expect(findings.length).toBeGreaterThan(0);
  expect(tasks).toContainEqual({
    ...{ kind: 'finding', urgency: 'open', pack: 'special-equipment', count: findings.length },
    name: { zh: expect.any(String), en: expect.any(String) },
  });
});

test('the most urgent comes first', async () => {
  const { tasks } = await today();
  const urgencies = tasks.map(({ urgency }: { urgency: string }) => urgency);
  expect(urgencies).toEqual(urgencies.toSorted((a: string, b: string) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  expect(urgencies[0]).toBe('late');
});
const ORDER = ['late', 'soon', 'open'];
