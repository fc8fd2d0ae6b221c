/** The building's safety manager confirms a visit on the mechanic's device: what the law asks is there, in findings and ledger. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeAnew, keepJudging } from '../../src/modules/compliance/index.ts';
import { openShelf } from '../../src/modules/standards/index.ts';
import { browser } from '../account/browser.ts';
import { type Firm, type Firms, firmsOf } from '../account/firms.ts';
import type { EventJson } from '../documents.ts';
import { type TestServer, testServer } from '../test-server.ts';

let server: TestServer;
let firms: Firms;
let lifts: Firm;
let judging: ReturnType<typeof keepJudging>;
beforeAll(async () => {
  server = await testServer();
  const { ctx } = server.database;
  judging = keepJudging({ ctx, packs: openShelf(ctx).packs, resting: () => 0 });
  firms = await firmsOf(server);
  lifts = await firms.firm('安顺电梯维保', { categories: ['special-equipment'] });
});
afterAll(async () => {
  await judging.close();
  await server.close();
});

const eventID = 'urn:uuid:00000000-0000-4000-8000-0000000000d1';
const visit: EventJson = {
  ...{
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { lift: 'https://example.com/lift/' },
    ],
  },
  ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', eventID, eventTimeZoneOffset: '+08:00' },
  ...{ eventTime: '2026-11-20T09:00:00+08:00', epcList: ['cn-special-equipment:311035060201600012'] },
  ...{ 'lift:activity': 'maintenance', 'lift:tier': 'half-month', 'lift:equipmentKind': '3110' },
};

const unsigned = async (): Promise<number> => {
  const [{ rules = [] } = {}] = (await lifts.page.ask('GET', '/v1/compliance')).body.packs;
  return rules.find(({ rule }: { rule: string }) => rule === 'unsigned-maintenance')?.findings ?? 0;
};
/** The last column of the ledger of maintenance. */
const signature = async (): Promise<unknown> =>
  (await lifts.page.ask('GET', '/v1/compliance/ledgers/special-equipment/maintenance')).body.rows[0]?.cells.at(-1);

test('a visit that nobody confirmed is found fault with; a countersignature mends it, also when all is judged anew', async () => {
  expect((await lifts.page.ask('POST', '/epcis/events', visit)).status).toBe(201);
  judging.nudge();
  await expect.poll(unsigned, { timeout: 10_000 }).toBe(1);
  expect(await signature()).toBe('');

  const building = await firms.firm('海天大厦物业');
  const { body } = await building.page.ask('POST', '/v1/invitations', { name: '孙经理', role: 'viewer' });
  const person = { name: '孙经理', loginName: 'sun.manager', password: '九月的电梯安静地走' };
  await browser(server.url).ask('POST', '/v1/links/invitation', { token: body.url.split('#')[1], person });
  const { status } = await lifts.page.ask('POST', `/v1/events/${encodeURIComponent(eventID)}/countersignatures`, {
    ...{ name: person.loginName, password: person.password, capacity: '使用单位安全管理人员' },
  });
  expect(status).toBe(200);
  judging.nudge();
  await expect.poll(unsigned, { timeout: 10_000 }).toBe(0);
  expect(await signature()).toBe('孙经理');

  await judgeAnew(server.database.ctx);
  await expect
    .poll(async () => (await lifts.page.ask('GET', '/v1/compliance')).body.packs[0]?.records, { timeout: 10_000 })
    .toBe(1);
  expect(await unsigned()).toBe(0);
});

test('what is confirmed of one record, or of one firm’s, says nothing of another record, nor of another firm’s', async () => {
  const second = { ...visit, eventID: 'urn:uuid:00000000-0000-4000-8000-0000000000d2' };
  expect((await lifts.page.ask('POST', '/epcis/events', second)).status).toBe(201);
  judging.nudge();
  await expect.poll(unsigned, { timeout: 10_000 }).toBe(1);
  // The same visit, told by another firm, which nobody has confirmed for it.
  const other = await firms.firm('远方电梯维保', { categories: ['special-equipment'] });
  expect((await other.page.ask('POST', '/epcis/events', visit)).status).toBe(201);
  judging.nudge();
  const rules = async () => (await other.page.ask('GET', '/v1/compliance')).body.packs[0]?.rules;
  await expect
    .poll(rules, { timeout: 10_000 })
    .toContainEqual(expect.objectContaining({ rule: 'unsigned-maintenance', findings: 1 }));
});
