/** Quotas and balances of materials, by a pack that an operator adds: rare earths, which are mixed and have no lots. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type Firms, firmsOf } from '../account/firms.ts';
import type { EventJson } from '../documents.ts';
import { cosmetics } from './cosmetics.fixture.ts';
import { type JudgedServer, judgedServer } from './judged.fixture.ts';

const PATH = '/v1/compliance/quotas';
const ORE = 'https://id.gs1.org/01/06901234567892';
const OXIDE = 'https://id.gs1.org/01/06901234567908';

let own: JudgedServer;
let firms: Firms;
beforeAll(async () => {
  own = await judgedServer({ categories: ['rare-earth'] });
  firms = await firmsOf(own.server);
  const law = { source: 'law', confidence: 'B' };
  const words = (zh: string, en: string) => ({ zh, en });
  const pack = cosmetics('2026.1', {
    ...{ id: 'rare-earth', name: words('稀土', 'Rare earths'), goods: { categories: ['rare-earth'] } },
    stages: [
      {
        ...{ id: 'separation', name: words('冶炼分离', 'Separation') },
        ...{ event: { types: ['TransformationEvent'], bizSteps: ['commissioning'] }, ...law },
      },
    ],
    ...{ requirements: [], rules: [], ledgers: [], publicPage: { groups: [], marks: [] } },
    balances: [
      {
        ...{ id: 'materials', name: words('物料平衡', 'Balance of materials'), by: 'whole', tolerance: 2, ...law },
        entries: [
          { stage: 'separation', effect: 'in', of: 'input' },
          { stage: 'separation', effect: 'out', of: 'output' },
        ],
      },
      {
        ...{ id: 'allotted', name: words('总量指标', 'Allotted total'), by: 'product', quota: 'in', ...law },
        entries: [{ stage: 'separation', effect: 'in', of: 'output' }],
      },
      {
        ...{ id: 'ore', name: words('矿产品投料', 'Ore used'), by: 'product', quota: 'out', ...law },
        entries: [{ stage: 'separation', effect: 'out', of: 'input' }],
      },
    ],
  });
  const added = await firms.operator.ask('POST', '/v1/operator/packs', pack);
  expect([added.status, added.body.errors]).toEqual([200, undefined]);
});
afterAll(() => own.close());

/** 2026, noon in China; amounts in kilograms. */
async function separated(day: string, from: number, to: number | undefined, uom = 'KGM'): Promise<void> {
  const event: EventJson = {
    ...{ type: 'TransformationEvent', bizStep: 'commissioning', eventTimeZoneOffset: '+08:00' },
    eventTime: `2026-${day}T12:00:00+08:00`,
    inputQuantityList: [{ epcClass: `${ORE}/10/${day}`, quantity: from, uom: 'KGM' }],
    outputQuantityList: [{ epcClass: `${OXIDE}/10/${day}`, ...(to === undefined ? {} : { quantity: to, uom }) }],
  };
  expect((await own.capture([event])).status).toBe(202);
  await own.settle();
}

const quota = (more: object = {}) => ({
  ...{ pack: 'rare-earth', balance: 'allotted', from: '2026-01-01', until: '2026-12-31' },
  ...{ amount: 1, uom: 'TNE', basis: '工信部〔2026〕1 号', ...more },
});

test('what is mixed is balanced as a whole, and out beyond in and tolerance is told from its day', async () => {
  await separated('02-01', 1000, 600);
  const balance = async () => (await own.ask('/v1/compliance/balances/rare-earth/materials')).accounts;
  expect(await balance()).toMatchObject([{ account: '', uom: 'KGM', in: 1000, out: 600, closing: 400, state: 'held' }]);
  await separated('02-02', 0, 415);
  // 15 kg in 1,000 are within two in a hundred.
  expect(await balance()).toMatchObject([{ closing: -15, state: 'even' }]);
  await separated('02-03', 0, 10);
  expect(await balance()).toMatchObject([{ closing: -25, state: 'short', short: { day: '2026-02-03', amount: 25 } }]);
});

test('a quota says how much is used and left, that little is left, and since when it is exceeded', async () => {
  const { status, body } = await firms.operator.ask('POST', PATH, quota({ amount: 1.2 }));
  expect([status, body]).toMatchObject([200, { amount: 1200, uom: 'KGM', used: 1025, left: 175, state: 'within' }]);
  await separated('03-01', 100, 60);
  const now = async () => (await own.ask(PATH)).quotas;
  expect(await now()).toMatchObject([{ left: 115, state: 'near', finding: { message: { zh: '只剩 115 千克' } } }]);
  await separated('03-02', 200, 115);
  expect(await now()).toMatchObject([{ left: 0, state: 'near' }]);
  await separated('03-03', 10, 1205.5);
  expect(await now()).toMatchObject([
    {
      ...{ left: -1205.5, state: 'exceeded', exceededOn: '2026-03-03' },
      finding: {
        message: { en: 'Exceeded since 2026-03-03, by 1,205.5 kg' },
        wayOut: { zh: expect.stringContaining('报告') },
      },
    },
  ]);
});

test('one of a product and a time counts these alone; what cannot be counted is told', async () => {
  const days = { from: '2026-02-02', until: '2026-02-28' };
  // One digit is wrong.
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ product: '06901234567907', ...days }))).toBe(
    'quota.product',
  );
  // As it stands on the package.
  const of = { product: '6901234567908', ...days };
  const { body } = await firms.operator.ask('POST', PATH, quota(of));
  expect(body).toMatchObject({ product: OXIDE, used: 425, left: 575, state: 'within' });
  await separated('02-04', 10, undefined);
  const find = async () => (await own.ask(PATH)).quotas.find(({ id }: { readonly id: string }) => id === body.id);
  expect(await find()).toMatchObject({ state: 'unclear', unknown: 1 });
  await separated('02-05', 10, 3, 'EA');
  expect(await find()).toMatchObject({ state: 'unclear', unknown: 2, used: 425 });
});

test('two of one account, product and day are not entered, also at once; one that is withdrawn makes room', async () => {
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ from: '2026-12-31', until: '2027-01-01' }))).toBe(
    'quota.overlaps',
  );
  const next = quota({ from: '2027-01-01', until: '2027-12-31' });
  const both = await Promise.all([
    codeOf(firms.operator, 'POST', PATH, next),
    codeOf(firms.operator, 'POST', PATH, next),
  ]);
  expect(both.sort()).toEqual([200, 'quota.overlaps']);
  const { quotas } = await own.ask(PATH);
  const [newest] = quotas;
  expect(newest).toMatchObject({ from: '2027-01-01', used: 0 });
  expect(await codeOf(firms.operator, 'DELETE', `${PATH}/${newest.id}`)).toBe(204);
  expect(await codeOf(firms.operator, 'DELETE', `${PATH}/${newest.id}`)).toBe('resource.not-found');
  expect(await codeOf(firms.operator, 'POST', PATH, next)).toBe(200);
  const { body } = await firms.operator.ask('GET', '/v1/occurrences?perPage=100');
  const kinds = body.occurrences.map(({ kind }: { readonly kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['quota.entered', 'quota.withdrawn']));
});

test('an account that nothing ever comes into is not short of anything', async () => {
  const { accounts } = await own.ask('/v1/compliance/balances/rare-earth/ore');
  expect(accounts).toMatchObject([{ in: 0, state: 'even' }]);
  expect(accounts[0].out).toBeGreaterThan(1000);
});

test('what no quota can be of is refused with the reason', async () => {
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ balance: 'materials' }))).toBe('quota.none');
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ balance: 'nothing' }))).toBe('resource.not-found');
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ from: '2028-02-01', until: '2028-01-01' }))).toBe(
    'quota.days',
  );
  expect(await codeOf(firms.operator, 'POST', PATH, quota({ from: '2028-02-30' }))).toBe('query.parameter');
  expect((await own.ask(PATH)).books).toMatchObject([
    { pack: 'rare-earth', balance: 'allotted', name: { zh: '总量指标' } },
    { balance: 'ore' },
  ]);
});

test('nobody sees or withdraws the quotas of others', async () => {
  const firm = await firms.firm('甲冶炼厂');
  expect((await firm.page.ask('GET', PATH)).body.quotas).toEqual([]);
  const [one] = (await own.ask(PATH)).quotas;
  expect(await codeOf(firm.page, 'DELETE', `${PATH}/${one.id}`)).toBe('resource.not-found');
});

test('accounts to enter quotas for are those of packs of what the organisation deals in', async () => {
  const books = async (name: string, more: object) =>
    (await (await firms.firm(name, more)).page.ask('GET', PATH)).body.books;
  expect(await books('乙豆腐坊', { categories: ['food'] })).toEqual([]);
  expect(await books('丙冶炼厂', { categories: ['rare-earth'] })).toMatchObject([
    { balance: 'allotted' },
    { balance: 'ore' },
  ]);
});
