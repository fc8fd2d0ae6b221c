/** What packs forbid is not recorded; what else they find is kept beside the record, also of what is entered late. */
import { dayOf } from '@suyuan/profiles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { harvest, sale, spraying } from './farm.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

let own: JudgedServer;
beforeAll(async () => {
  own = await judgedServer({ categories: ['edible-agri'] });
});
afterAll(() => own.close());

const rulesOf = async (query = ''): Promise<string[]> => {
  await own.settle();
  const { findings } = await own.ask(`/v1/compliance/findings?perPage=500${query}`);
  return findings.map(({ rule, effect, eventID }: Record<string, string>) => `${rule} ${effect} ${eventID}`);
};

test('a sale within the interval is refused, with the law and the way out, and is not recorded', async () => {
  expect((await own.capture([spraying('F1', '06-01T07:00'), harvest('F1', 'B1', '06-03T06:00')])).status).toBe(202);
  const refused = await own.capture([
    sale('B1', '06-04T08:00', { eventID: 'urn:uuid:00000000-0000-4000-8000-000000000001' }),
  ]);
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toMatchObject([
    { eventIndex: 0, pointer: '/epcisBody/eventList/0/quantityList/0', rule: 'edible-agri.sale-within-interval' },
  ]);
  const [{ message }] = refused.body.errors;
  expect(message.zh).toMatch(/吡虫啉的间隔期为 7 天，2026-06-08 起才满.*农产品质量安全法/);
  expect(message.zh).toMatch(/。停止销售，单独存放；检测合格前不要出场$/);
  expect(message.en).toMatch(/interval of 吡虫啉 is 7 days and is over from 2026-06-08 on/);
  expect(message.en).toMatch(/\. Stop the sale and keep the goods apart; let none leave before a test is passed$/);
  expect((await own.capture([sale('B2', '06-20T08:00')])).status).toBe(202);
});

test('a harvest within it is recorded, and flagged; the record names stage, law and what to do', async () => {
  await own.settle();
  const { findings } = await own.ask('/v1/compliance/findings?rule=harvest-within-interval');
  expect(findings).toMatchObject([
    {
      ...{ pack: 'edible-agri', stage: 'harvest', effect: 'flag', unit: expect.stringContaining('/10/F1') },
      stageName: { zh: expect.stringContaining('采收') },
      basis: { zh: expect.stringContaining('农产品质量安全法') },
      wayOut: { zh: expect.any(String), en: expect.any(String) },
    },
  ]);
});

test('of two of one batch the later knows the earlier', async () => {
  const refused = await own.capture([
    spraying('F7', '06-01T07:00'),
    harvest('F7', 'B7', '06-03T06:00'),
    sale('B7', '06-04T08:00'),
  ]);
  expect(refused.status).toBe(400);
  expect(refused.body.errors).toMatchObject([{ eventIndex: 2, rule: 'edible-agri.sale-within-interval' }]);
});

test('what is entered late is accepted and marked late, and what followed is judged again', async () => {
  const sold = sale('B3', '06-05T08:00', { eventID: 'urn:uuid:00000000-0000-4000-8000-000000000003' });
  expect((await own.capture([harvest('F3', 'B3', '06-03T06:00'), sold])).status).toBe(202);
  expect(await rulesOf('&rule=sale-within-interval')).toEqual([]);
  expect((await own.capture([spraying('F3', '06-01T07:00')])).status).toBe(202);
  expect(await rulesOf('&rule=sale-within-interval')).toEqual([`sale-within-interval refuse ${sold.eventID}`]);
  const { findings } = await own.ask('/v1/compliance/findings?rule=sale-within-interval');
  expect(findings[0].lateDays).toBeGreaterThan(100);
  // The ledger has it where it belongs by its day, and marks it late.
  const { rows } = await own.ask('/v1/compliance/ledgers/edible-agri/input-use?from=2026-06-01&until=2026-06-01');
  const entered = rows.filter(({ unit }: { unit: string }) => unit.endsWith('/F3'));
  expect(entered).toMatchObject([{ lateDays: expect.any(Number), cells: expect.arrayContaining(['吡虫啉']) }]);
  expect(entered[0].lateDays).toBeGreaterThan(100);
});

test('what is declared in error is judged no more, and what followed from it neither', async () => {
  const wrong = spraying('F4', '06-01T07:00', { eventID: 'urn:uuid:00000000-0000-4000-8000-000000000004' });
  const picked = { ...harvest('F4', 'B4', '06-03T06:00'), eventID: 'urn:uuid:00000000-0000-4000-8000-000000000005' };
  await own.capture([wrong, picked]);
  expect(await rulesOf('&rule=harvest-within-interval')).toContain(`harvest-within-interval flag ${picked.eventID}`);
  const declared = {
    ...wrong,
    errorDeclaration: { declarationTime: '2026-06-02T00:00:00Z', reason: 'incorrect_data' },
  };
  expect((await own.capture([declared])).status).toBe(202);
  expect(await rulesOf('&rule=harvest-within-interval')).not.toContain(
    `harvest-within-interval flag ${picked.eventID}`,
  );
  const { rows } = await own.ask('/v1/compliance/ledgers/edible-agri/production?perPage=500');
  const listed = rows.map(({ eventID }: { eventID: string }) => eventID);
  expect(listed).toContain(picked.eventID);
  expect(listed).not.toContain(wrong.eventID);
  // §27 ¶2: two years from the event.
  for (const { eventTime, keepUntil } of rows)
    expect(keepUntil).toBe(dayOf(new Date(eventTime).setFullYear(new Date(eventTime).getFullYear() + 2)));
});

test('a change of what an organisation deals in has all of it judged anew', async () => {
  const { db } = own.server.database;
  const of = async (): Promise<number> => (await own.ask('/v1/compliance/findings?pack=edible-agri')).findings.length;
  expect(await of()).toBeGreaterThan(0);
  await db.query(`update identity.organisation set categories = '{}' where no = 1`);
  await expect.poll(of).toBe(0);
  await db.query(`update identity.organisation set categories = '{edible-agri}' where no = 1`);
  await expect.poll(of).toBeGreaterThan(0);
  await own.settle();
});

test('findings come page by page, by pack, stage, rule, effect and unit', async () => {
  const all = await rulesOf();
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await own.ask(
      `/v1/compliance/findings?perPage=2${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    paged.push(
      ...page.findings.map(({ rule, effect, eventID }: Record<string, string>) => `${rule} ${effect} ${eventID}`),
    );
    cursor = page.next;
  } while (cursor !== undefined);
  expect(paged).toEqual(all);
  const unit = encodeURIComponent('https://id.gs1.org/01/06901234567892/10/B3');
  expect((await rulesOf(`&unit=${unit}`)).length).toBeGreaterThan(0);
  expect(await rulesOf('&pack=food')).toEqual([]);
});

test('master data that comes later fill in what was missing', async () => {
  const bare = sale('B9', '06-21T08:00', { eventID: 'urn:uuid:00000000-0000-4000-8000-000000000009' });
  delete bare['agri:productName'];
  await own.capture([bare]);
  expect(await rulesOf('&rule=element.missing')).toContain(`element.missing flag ${bare.eventID}`);
  const vocabulary = {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [
      {
        id: 'https://id.gs1.org/01/06901234567892',
        attributes: [{ id: 'urn:epcglobal:cbv:mda:descriptionShort', attribute: '小白菜' }],
      },
    ],
  };
  const { server } = own;
  await server.client.capture(
    JSON.stringify({
      '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-30T00:00:00Z' },
      epcisHeader: { epcisMasterData: { vocabularyList: [vocabulary] } },
      epcisBody: { eventList: [] },
    }),
  );
  await expect.poll(() => rulesOf('&rule=element.missing')).not.toContain(`element.missing flag ${bare.eventID}`);
});
