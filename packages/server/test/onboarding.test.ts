/** The first steps: what is known of them, who is led, and that putting them away is of one person in one organisation. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type Firm, type Firms, firmsOf } from './account/firms.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let firms: Firms;
let farm: Firm;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  farm = await firms.firm('青山果园', { categories: ['edible-agri'] });
});
afterAll(() => server.close());

const told = async ({ page }: Firm) => (await page.ask('GET', '/v1/onboarding')).body;
const LOT = 'own-lot:0190f3e28a4c7d1e9b5a3c2d1e0f4a6b.红富士.20261128';

async function harvested({ page }: Firm): Promise<string> {
  const id = randomUUID();
  const content = { at: '2026-10-01T08:00:00+08:00', units: [{ code: LOT, quantity: '5' }], values: {} };
  const values = { activity: 'harvest', productName: '红富士' };
  const sheet = { pack: 'edible-agri', stage: 'harvest', name: '采收', version: 0, content: { ...content, values } };
  await page.ask('PUT', `/v1/sheets/${id}`, sheet);
  expect((await page.ask('POST', `/v1/sheets/${id}/submission`, { version: 1 })).status).toBe(200);
  return id;
}

test('who has said nothing yet begins with what it deals in', async () => {
  expect(await told(await firms.firm('新来的'))).toMatchObject({ isOffered: true, next: 'categories' });
});

test('what was recorded is known with its goods; a label and a trace are said, and then nothing is left', async () => {
  expect(await told(farm)).toMatchObject({ isOffered: true, next: 'record', first: { stage: 'harvest' } });
  const sheet = await harvested(farm);
  expect(await told(farm)).toMatchObject({ isOffered: true, next: 'label', recorded: { sheet, unit: LOT } });
  for (const mark of ['label', 'label', 'trace'])
    expect((await farm.page.ask('PUT', `/v1/onboarding/${mark}`)).status).toBe(204);
  expect(await told(farm)).toMatchObject({ isOffered: false });
  expect(await codeOf(farm.page, 'PUT', '/v1/onboarding/record')).toBe('query.parameter');
});

test('it is put away and brought back, and another organisation is led on', async () => {
  const [one, other] = [await firms.firm('一号果园'), await firms.firm('二号果园')];
  await one.page.ask('PUT', '/v1/onboarding/hidden');
  expect([(await told(one)).isHidden, (await told(other)).isHidden]).toEqual([true, false]);
  await one.page.ask('DELETE', '/v1/onboarding/hidden');
  expect((await told(one)).isHidden).toBe(false);
});

test('whoever has recorded more than a few knows the way', async () => {
  const busy = await firms.firm('老果园', { categories: ['edible-agri'] });
  for (let count = 0; count < 4; count += 1) await harvested(busy);
  expect((await told(busy)).isOffered).toBe(false);
});
