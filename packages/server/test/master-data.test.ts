/** Which of several master data entries names a thing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const CLASS = 'urn:epcglobal:epcis:vtype:EPCClass';
type Entry = readonly [type: string, attributes: Readonly<Record<string, string>>];

/** A document in which the product of `gtin` has these entries, in order. */
async function capture(item: string, ...entries: readonly Entry[]): Promise<void> {
  const vocabularyList = entries.map(([type, attributes]) => ({
    type,
    vocabularyElementList: [
      {
        id: `urn:epc:idpat:sgtin:0614141.${item}.*`,
        attributes: Object.entries(attributes).map(([id, attribute]) => ({
          id: `urn:epcglobal:cbv:mda#${id}`,
          attribute,
        })),
      },
    ],
  }));
  await server.client.capture(
    documentOf([objectEvent({ epcList: [`urn:epc:id:sgtin:0614141.${item}.1`] })], {
      epcisHeader: { epcisMasterData: { vocabularyList } },
    }),
  );
}

async function nameOf(gtin: string): Promise<unknown> {
  const response = await fetch(`${server.url}/01/${gtin}/21/1`, { headers: { accept: 'application/json' } });
  return (await response.json()).product?.name?.zh;
}

test('of one document the last entry of a thing counts', async () => {
  await capture('107346', [CLASS, { descriptionShort: '先' }], [CLASS, { descriptionShort: '后' }]);
  expect(await nameOf('10614141073464')).toBe('后');
});

test('of two documents the later counts, whole: what it leaves out is no more', async () => {
  await capture('107347', [CLASS, { descriptionShort: '先' }]);
  await capture('107347', [CLASS, { name: '后' }]);
  expect(await nameOf('10614141073471')).toBe('后');
});

// Both ways round, so that neither the order of the types nor that of the rows decides.
test.each([
  ['107348', '10614141073488', 'urn:example:a', 'urn:example:z'],
  ['107349', '10614141073495', 'urn:example:z', 'urn:example:a'],
])('of two types of one thing (%s) the one that was captured later counts', async (item, gtin, earlier, later) => {
  await capture(item, [later, { name: '先' }]);
  await capture(item, [earlier, { name: '中' }]);
  await capture(item, [later, { name: '后' }]);
  expect(await nameOf(gtin)).toBe('后');
  // Rows that are written anew move to the end of their table; what was captured when does not change by that.
  await server.database.db.query('update registry.master_data set attributes = attributes where type = $1', [earlier]);
  expect(await nameOf(gtin)).toBe('后');
});
