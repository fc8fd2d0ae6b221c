/** A clock over its life: it is paused and goes on, is extended, runs out, and is told to one after the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firms, firmsOf } from '../account/firms.ts';
import type { EventJson } from '../documents.ts';
import { cosmetics } from './cosmetics.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const words = (zh: string, en: string) => ({ zh, en });
const law = { source: 'force', clause: '§25', confidence: 'B' };
const stage = (id: string, zh: string, step: string) => ({
  ...{ id, name: words(zh, id), event: { types: ['ObjectEvent'], bizSteps: [step] } },
  ...law,
});
const LEADER = words('本机关负责人', 'The head of the authority');
const ABOVE = words('上一级机关', 'The authority above');
const SEIZURE = {
  ...{ id: 'seizure', name: words('查封、扣押期限', 'Seizure'), of: 'unit', within: { amount: 30, unit: 'day' } },
  ...{ starts: ['seized'], ends: ['decided'], pauses: [{ from: 'sent-to-test', until: 'tested' }] },
  extension: { by: { amount: 30, unit: 'day' }, on: 'extended' },
  ...law,
};

/** 行政强制法 §25: thirty days and another thirty, and the days of an inspection do not count. Whom it is told to is made up. */
const SEIZURES = cosmetics('2026.1', {
  sources: {
    law: { title: words('化妆品监督管理条例', 'Regulation on cosmetics'), number: '国务院令第 727 号' },
    force: { title: words('行政强制法', 'Administrative Compulsion Law'), number: '主席令第 49 号' },
    house: { title: words('旧规', 'The rules before'), number: '第 1 号' },
  },
  ...{ requirements: [], rules: [], ledgers: [] },
  stages: [
    stage('seized', '查封', 'holding'),
    stage('sent-to-test', '送检', 'sampling'),
    stage('tested', '检验完毕', 'inspecting'),
    stage('extended', '批准延长', 'accepting'),
    stage('decided', '处理决定', 'destroying'),
  ],
  clocks: [
    { ...SEIZURE, source: 'house', clause: '§1', until: '2025-12-31' },
    {
      ...SEIZURE,
      from: '2026-01-01',
      escalations: [
        { after: { amount: 24, unit: 'hour' }, to: LEADER },
        { after: { amount: 3, unit: 'workday' }, to: ABOVE },
      ],
    },
  ],
});

let own: JudgedServer;
let firms: Firms;
let now = new Date('2026-09-02T09:00:00+08:00');
beforeAll(async () => {
  own = await judgedServer({ categories: ['cosmetics'], clock: { now: () => now } });
  firms = await firmsOf(own.server);
  expect((await firms.operator.ask('POST', '/v1/operator/packs', SEIZURES)).status).toBe(200);
});
afterAll(() => own.close());

const lotCode = (lot: string): string => `https://id.gs1.org/01/06901234567892/10/${lot}`;

async function record(bizStep: string, at: string, lot = 'A1'): Promise<void> {
  const event: EventJson = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep, eventTime: at, eventTimeZoneOffset: '+08:00' },
    quantityList: [{ epcClass: lotCode(lot), quantity: 3 }],
  };
  expect((await own.capture([event])).status).toBe(202);
}

/** What is said of the seizure of a lot on a day, or at a moment, of China. */
async function onThe(time: string, lot = 'A1') {
  now = new Date(`${time.includes('T') ? time : `${time}T12:00:00`}+08:00`);
  await own.settle();
  const { duties } = await own.ask(`/v1/compliance/clocks?clock=seizure&unit=${encodeURIComponent(lotCode(lot))}`);
  return duties;
}

test('it is open, rests while goods are tested, goes on with the days that it rested, and is extended', async () => {
  await record('holding', '2026-09-01T09:00:00+08:00');
  await expect.poll(() => onThe('2026-09-02')).toMatchObject([{ state: 'open', lastDay: '2026-10-01', told: [] }]);

  await record('sampling', '2026-09-10T10:00:00+08:00');
  // Past the day that it had: what rests is not overdue.
  const [paused] = await onThe('2026-10-05');
  expect(paused).toMatchObject({ state: 'paused', told: [] });
  expect([paused.dueAt, paused.lastDay]).toEqual([undefined, undefined]);

  // 10 September to 8 October do not count, of which the first and the last rested in part: 29 days.
  await record('inspecting', '2026-10-08T15:00:00+08:00');
  expect(await onThe('2026-10-09')).toMatchObject([{ state: 'open', lastDay: '2026-10-30' }]);

  await record('accepting', '2026-10-20T10:00:00+08:00');
  expect(await onThe('2026-10-21')).toMatchObject([{ state: 'open', lastDay: '2026-11-29' }]);
});

test('from the end of its last day it is overdue, and told after the hours and the days that its escalations say', async () => {
  const told = async (time: string) => (await onThe(time)).map((each: Duty) => [each.state, each.told]);
  expect(await told('2026-11-29T23:59:59')).toEqual([['open', []]]);
  expect(await told('2026-11-30T00:00:00')).toEqual([['overdue', []]]);
  expect(await told('2026-11-30T23:59:59')).toEqual([['overdue', []]]);
  expect(await told('2026-12-01T00:00:00')).toEqual([['overdue', [LEADER]]]);
  // Three working days after Sunday the 29th: Monday to Wednesday.
  expect(await told('2026-12-02T23:59:59')).toEqual([['overdue', [LEADER]]]);
  expect(await told('2026-12-03T00:00:00')).toEqual([['overdue', [LEADER, ABOVE]]]);
  const counted = (await own.ask('/v1/compliance')).packs.flatMap(({ clocks }: { clocks: unknown[] }) => clocks);
  expect(counted).toMatchObject([{ clock: 'seizure', state: 'overdue', count: 1 }]);

  await record('destroying', '2026-12-03T09:00:00+08:00');
  expect(await told('2026-12-03T10:00:00')).toEqual([['late', []]]);
});

test('what began under the law before is told by that one', async () => {
  await record('holding', '2025-12-31T23:59:59+08:00', 'B1');
  await record('holding', '2026-01-01T00:00:00+08:00', 'B2');
  const by = async (lot: string) =>
    (await onThe('2026-12-04', lot)).map((each: Duty) => [each.lastDay, each.basis.zh, each.told]);
  expect(await by('B1')).toEqual([['2026-01-30', expect.stringContaining('旧规'), []]]);
  expect(await by('B2')).toEqual([['2026-01-31', expect.stringContaining('行政强制法'), [LEADER, ABOVE]]]);
});

interface Duty {
  readonly state: string;
  readonly lastDay: string;
  readonly basis: { readonly zh: string };
  readonly told: unknown;
}
