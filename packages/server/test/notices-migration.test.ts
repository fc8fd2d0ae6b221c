/** Notices that were stored before they had touches of their own: the migration finds what capture would have written. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const SQL = readFileSync(new URL('../migrations/0007-notices.sql', import.meta.url), 'utf8');
const PATH = '/01/10614141073464/21/OLD';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.client.capture(
    documentOf([
      objectEvent({ action: 'ADD', epcList: [`https://id.gs1.org${PATH}`], disposition: 'active' }),
      objectEvent({ epcList: [`https://id.gs1.org${PATH}`], disposition: 'recalled' }),
      objectEvent({
        epcList: ['https://id.gs1.org/01/10614141073464/21/SET'],
        persistentDisposition: { set: ['expired'] },
      }),
      objectEvent({
        type: 'AggregationEvent',
        epcList: undefined,
        parentID: 'https://id.gs1.org/00/106141412345678908',
        childEPCs: ['https://id.gs1.org/01/10614141073464/21/PACKED'],
        disposition: 'non_conformant',
      }),
    ]),
  );
});
afterAll(() => server.close());

async function touches(role: number): Promise<string[]> {
  const { rows } = await server.database.db.query<{ touch: string }>(
    `select unit || ' ' || event_id as touch from events.touch where role = $1 order by 1`,
    [role],
  );
  return rows.map(({ touch }) => touch);
}

test('the units that are named, and the products of items', async () => {
  const captured = { named: await touches(17), within: await touches(18) };
  expect(captured.named).toHaveLength(4);
  await server.database.db.query('delete from events.touch where role in (17, 18)');
  const verdict = async (): Promise<unknown> =>
    (await (await fetch(server.url + PATH, { headers: { accept: 'application/json' } })).json()).verdict;
  expect(await verdict()).toBe('normal');
  await server.database.db.query('drop index events.touch_notice');
  await server.database.db.query(SQL);
  expect(await touches(17)).toEqual(captured.named);
  expect(await touches(18)).toEqual(expect.arrayContaining(captured.within));
  expect(await verdict()).toBe('recalled');
});
