/** No list answers with more than 1,000 entries at once, whatever is asked for; the rest is a page away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PER_PAGE_MAX } from '../src/modules/events/query/parameters.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const EPC = 'https://id.gs1.org/01/10614141073464/21/PAGED';
const MORE = 7;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const events = Array.from({ length: PER_PAGE_MAX + MORE }, () => objectEvent({ epcList: [EPC] }));
  await server.client.capture(documentOf(events));
  await server.database.db.query(
    `insert into events.capture_job (id, org_no, created_at, finished_at, success, error_behaviour, event_count, captured_count,
                                     duplicate_count, error_count, errors)
     select gen_random_uuid(), 1, date_trunc('milliseconds', now()), now(), true, 'rollback', 1, 1, 0, 0, '[]' from generate_series(1, $1)`,
    [PER_PAGE_MAX + MORE - 1], // and the one of the capture above
  );
});
afterAll(() => server.close());

async function page(path: string): Promise<{ count: number; next: string | undefined }> {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${server.key}` } });
  expect(response.status).toBe(200);
  const answer = await response.json();
  const list: unknown[] = Array.isArray(answer) ? answer : answer.epcisBody.queryResults.resultsBody.eventList;
  return { count: list.length, next: /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] };
}

const ROUTES = ['/epcis/events', `/epcis/epcs/${encodeURIComponent(EPC)}/events`, '/epcis/capture'];

test('the limit is the one that the documentation names', () => {
  expect(PER_PAGE_MAX).toBe(1_000);
});

test.each(ROUTES.flatMap((route) => [PER_PAGE_MAX + 1, 1_000_000_000].map((perPage) => ({ route, perPage }))))(
  '$route?perPage=$perPage',
  async ({ route, perPage }) => {
    const first = await page(`${route}?perPage=${perPage}`);
    expect(first).toEqual({ count: PER_PAGE_MAX, next: expect.any(String) });
    expect(await page(first.next ?? '')).toEqual({ count: MORE, next: undefined });
  },
);

test.each(ROUTES)('%s takes 30 where nothing is asked for', async (route) => {
  expect((await page(route)).count).toBe(30);
});
