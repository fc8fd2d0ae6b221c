/** What `/metrics` tells of requests, held against the requests made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function metrics(of: TestServer = server): Promise<string[]> {
  return (await (await fetch(`${of.url}/metrics`)).text()).split('\n');
}

/** An answer is counted when it has left, which a client may see a moment before. */
async function untilCounted(line: string): Promise<void> {
  await expect.poll(() => metrics(), { interval: 20 }).toContain(line);
}

test.each([
  ['/epcis/events', '/epcis/events', 401],
  ['/epcis/events/ni:%2F%2F%2Fone', '/epcis/events/:eventID', 401],
  ['/v1/codes/schemes', '/v1/codes/schemes', 200],
  ['/v1/trace?code=secret-code', '/v1/trace', 401],
  ['/', '/', 200],
  ['/01/06901234567892', '/01/*', 404],
  ['/q/one-code', '/q/*', 404],
  ['/healthz', '/healthz', 200],
])('%s is counted and timed under %s, status %i', async (path, route, status) => {
  expect((await fetch(server.url + path)).status).toBe(status);
  const labels = `{method="GET",route="${route}",status="${status}"}`;
  await untilCounted(`suyuan_http_requests_total${labels} 1`);
  expect(await metrics()).toContain(`suyuan_http_request_duration_seconds_count${labels} 1`);
});

test('whatever is no route is one, in every scope: addresses that a stranger makes up make no series', async () => {
  for (const path of ['/epcis/nothing', '/v1/nothing', '/a/b/c', '/v1/other?x=1']) {
    expect((await fetch(server.url + path)).status).toBe(404);
  }
  await untilCounted('suyuan_http_requests_total{method="GET",route="none",status="404"} 4');
  expect((await metrics()).join('\n')).not.toMatch(/nothing|one-code|secret-code|06901234567892/);
});

test('the process and the log are told of', async () => {
  const names = (await metrics()).map((line) => line.split(/[ {]/)[0]);
  expect(names).toEqual(
    expect.arrayContaining([
      ...['suyuan_database_up', 'suyuan_log_leaves', 'suyuan_sequencer_pending_batches'],
      ...['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds'],
    ]),
  );
});

test('the log is counted as it is: its leaves, and the batches that wait', async () => {
  await server.client.capture(documentOf([objectEvent(), objectEvent(), objectEvent()]));
  expect(await metrics()).toEqual(
    expect.arrayContaining(['suyuan_database_up 1', 'suyuan_log_leaves 3', 'suyuan_sequencer_pending_batches 0']),
  );
});

test('two servers of one process count for themselves', async () => {
  const other = await testServer();
  const counted = (await metrics(other)).filter((line) => line.startsWith('suyuan_http_requests_total'));
  expect(counted).toEqual([]);
  await other.close();
});

test('without its database it says so, and does not call the log empty', async () => {
  const lost = await testServer();
  await lost.database.access.close();
  const lines = await metrics(lost);
  expect(lines).toContain('suyuan_database_up 0');
  expect(lines.filter((line) => /^suyuan_(log_leaves|sequencer)/.test(line))).toEqual([]);
  await lost.app.close();
});
