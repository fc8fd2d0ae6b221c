/** A reader of what a server captures, and what the server's health tells of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followLog } from '../src/modules/integrity/index.ts';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function readerLines(): Promise<string[]> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith('suyuan_reader_'));
}

async function ready(): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, body: await response.json() };
}

test('without readers none is told of', async () => {
  expect(await readerLines()).toEqual([]);
  expect(await ready()).toMatchObject({ status: 200, body: { readers: [] } });
});

test('what is captured is read; lag, holds and parked entries are told, and a lag does not make the node unready', async () => {
  const { db, ctx } = server.database;
  await server.client.capture(documentOf([objectEvent(), objectEvent(), objectEvent()]));
  const entries: number[] = [];
  const reader = followLog(ctx, 'statistics', async (_, { runs }) => {
    entries.push(...runs.map(({ count }) => count));
  });
  await expect.poll(readerLines).toContain('suyuan_reader_lag_entries{reader="statistics"} 0');
  await reader.close();
  expect(entries).toEqual([3]);

  await server.client.capture(documentOf([objectEvent(), objectEvent()]));
  const failing = followLog(ctx, 'failing', async () => {
    throw new Error('cannot');
  });
  await expect.poll(readerLines).toContain('suyuan_reader_held_organisations{reader="failing"} 1');
  await failing.close();
  await db.query(
    `insert into integrity.reader_parked (reader, position, org_no, count, block, attempts, error, parked_at)
     values ('failing', 0, 1, 3, 1, 10, 'cannot', now())`,
  );
  expect(await readerLines()).toEqual([
    ...['suyuan_reader_lag_entries{reader="failing"} 0', 'suyuan_reader_lag_entries{reader="statistics"} 2'],
    'suyuan_reader_held_organisations{reader="failing"} 1',
    'suyuan_reader_held_organisations{reader="statistics"} 0',
    ...['suyuan_reader_parked_entries{reader="failing"} 3', 'suyuan_reader_parked_entries{reader="statistics"} 0'],
  ]);
  expect(await ready()).toMatchObject({
    status: 200,
    body: {
      status: 'ok',
      readers: [
        { name: 'failing', lag: 0, held: 1, parked: 3 },
        { name: 'statistics', lag: 2, held: 0, parked: 0 },
      ],
    },
  });
});

test('a database that does not answer leaves the readers out, and does not call them up to date', async () => {
  const { ctx, access } = server.database;
  const reader = followLog(ctx, 'statistics', async () => undefined);
  await expect.poll(readerLines).toContain('suyuan_reader_lag_entries{reader="statistics"} 0');
  await reader.close();
  const { read } = access;
  Object.assign(access, {
    read: async () => {
      throw new Error('away');
    },
  });
  expect(await readerLines()).toEqual([]);
  Object.assign(access, { read });
});
