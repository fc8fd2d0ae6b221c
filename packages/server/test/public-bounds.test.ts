/** What a stranger's page may cost: bounded in the database before anything is interpreted, and said on the page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const LOT = 'https://id.gs1.org/01/10614141073464/10/BIG';
/** More than one page looks at. */
const EVENTS = 6_000;
/** Enough to keep a page busy for a moment. */
const ASKED_AT_ONCE = 120;
const BUSY = 'https://id.gs1.org/01/10614141073464/10/BUSY';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  // Otherwise the public is told of most of these that they are recorded, and no more.
  await server.database.db.query(`insert into disclosure.opening (org_no, element, level, valid_from)
    values (1, '*', 'public', '2026-01-01T00:00:00Z')`);
  for (let from = 0; from < EVENTS; from += 2_000) {
    const events = Array.from({ length: 2_000 }, (_, i) =>
      objectEvent({
        epcList: undefined,
        quantityList: [{ epcClass: LOT, quantity: 1 }],
        'ex:number': from + i,
        ...(from + i === 0
          ? { action: 'ADD', bizStep: 'commissioning', ilmd: { 'cbvmda:bestBeforeDate': '2030-01-01' } }
          : {}),
      }),
    );
    await server.client.capture(documentOf(events));
  }
  const asked = Array.from({ length: ASKED_AT_ONCE }, (_, i) => `${BUSY}/21/${i}`);
  const busy = Array.from({ length: 100 }, () => objectEvent({ epcList: asked }));
  await server.client.capture(documentOf(busy));
});
afterAll(() => server.close());

async function page(path = '/01/10614141073464/10/BIG', headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { headers: { accept: 'application/json', ...headers } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test('of a lot with more events than a page looks at, a part is read, and the page says that it is a part', async () => {
  const { status, body } = await page();
  expect(status).toBe(200);
  expect(body.verdict).toBe('incomplete');
  expect(body.completeness).toMatchObject({ complete: false, limits: [{ limit: 'EVENTS_MAX', value: 5_000 }] });
});

test('its timeline keeps both ends of what was read, and says that more is recorded', async () => {
  const { body } = await page();
  const times: number[] = body.timeline.map(({ time }: { time: number }) => time).sort((a: number, b: number) => a - b);
  expect(body).toMatchObject({ isPart: true, total: 5_000, cut: 5_000 - times.length });
  const stepMs = Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? time)));
  // The gap is in the middle, and a second apart is what neighbours are.
  expect(stepMs).toBe((body.cut + 1) * 1_000);
});

test('its first event and its newest notice are among what is read', async () => {
  expect(JSON.stringify((await page()).body.facts)).toContain('2030-01-01');
  const recall = objectEvent({
    eventTime: '2026-06-01T00:00:00Z',
    epcList: undefined,
    quantityList: [{ epcClass: LOT, quantity: 1 }],
    disposition: 'recalled',
  });
  await server.client.capture(documentOf([recall]));
  expect((await page()).body.verdict).toBe('recalled');
});

test('when too many ask at once the others are told to come again, and nobody gets a 500', async () => {
  const answers = await Promise.all(
    Array.from({ length: ASKED_AT_ONCE }, (_, i) => page(`/01/10614141073464/10/BUSY/21/${i}`)),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 503]);
  for (const { status, headers, body } of answers) {
    if (status !== 503) continue;
    expect(headers.get('retry-after')).toBe('2');
    expect(body.type).toContain('busy');
  }
});
