/** Which of several master data entries names a thing. */
import { type Client, createClient } from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
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
  await server.database.db.query('update registry.version set attributes = attributes where type = $1', [earlier]);
  expect(await nameOf(gtin)).toBe('后');
});

test('what is said again is no new version; what is said anew is one, and each is in the log', async () => {
  const versions = async (): Promise<number> =>
    (
      await server.database.db.query<{ n: number }>(
        "select count(*) as n from registry.version where code like '%073518'",
      )
    ).rows[0]?.n ?? 0;
  await capture('107351', [CLASS, { name: '先' }]);
  await capture('107351', [CLASS, { name: '先' }]);
  expect(await versions()).toBe(1);
  await capture('107351', [CLASS, { name: '后' }]);
  expect(await versions()).toBe(2);
  const { rows } = await server.database.db.query<{ n: number }>(
    `select count(*) as n from registry.version v join integrity.log l using (block) where v.code like '%073518'`,
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test('full names of attributes, whatever prefix they came with, and canonical parts', async () => {
  await server.client.capture(
    documentOf([], {
      epcisHeader: {
        epcisMasterData: {
          vocabularyList: [
            {
              type: 'urn:epcglobal:epcis:vtype:Location',
              vocabularyElementList: [
                {
                  id: 'urn:epc:id:sgln:0614141.00777.0',
                  attributes: [
                    { id: 'cbvmda:name', attribute: '仓库' },
                    { id: 'ex:gate', attribute: 'A' },
                    { id: 'ex:gate', attribute: 'B' },
                  ],
                  children: ['urn:epc:id:sgln:0614141.00777.1'],
                },
              ],
            },
          ],
        },
      },
    }),
  );
  const { rows } = await server.database.db.query(
    "select attributes, children from registry.version where type = 'urn:epcglobal:epcis:vtype:Location'",
  );
  expect(rows).toEqual([
    {
      attributes: { 'urn:epcglobal:cbv:mda:name': '仓库', 'https://example.org/ns/gate': ['A', 'B'] },
      children: ['https://id.gs1.org/414/0614141007776/254/1'],
    },
  ]);
});

test('what the answer to a query says of a product is kept as well', async () => {
  const vocabularyList = [
    {
      type: CLASS,
      vocabularyElementList: [
        {
          id: 'urn:epc:idpat:sgtin:0614141.107352.*',
          attributes: [{ id: 'cbvmda:descriptionShort', attribute: '查询所得' }],
        },
      ],
    },
  ];
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: '2026-01-01T00:00:00Z',
    epcisBody: {
      queryResults: {
        queryName: 'SimpleMasterDataQuery',
        resultsBody: { eventList: [objectEvent({ epcList: ['urn:epc:id:sgtin:0614141.107352.1'] })], vocabularyList },
      },
    },
  };
  await server.client.capture(JSON.stringify(document));
  const code = canonical('urn:epc:idpat:sgtin:0614141.107352.*');
  expect(await nameOf(code.slice(code.lastIndexOf('/') + 1))).toBe('查询所得');
});

describe('of several organisations', () => {
  const GTIN = '06901234500011';
  const clients = new Map<string, Client>();
  beforeAll(async () => {
    for (const [name, org] of [
      ['holder', 'urn:epc:id:pgln:6901234.00000'],
      ['maker', 'urn:example:maker'],
      ['shop', 'urn:example:shop'],
      ['other', 'urn:example:other'],
    ] as const) {
      const key = await createKey(server.database.db, { role: 'capture', org });
      clients.set(name, createClient({ url: server.url, key, language: 'en' }));
    }
  });
  const says = (who: string, name: string): Promise<unknown> | undefined =>
    clients.get(who)?.capture(
      documentOf([], {
        epcisHeader: {
          epcisMasterData: {
            vocabularyList: [
              {
                type: CLASS,
                vocabularyElementList: [
                  {
                    id: 'urn:epc:idpat:sgtin:6901234.050001.*',
                    attributes: [{ id: 'cbvmda:descriptionShort', attribute: name }],
                  },
                ],
              },
            ],
          },
        },
      }),
    );
  const records = (who: string, more: Record<string, unknown>): Promise<unknown> | undefined =>
    clients.get(who)?.capture(documentOf([objectEvent({ epcList: [`https://id.gs1.org/01/${GTIN}/21/1`], ...more })]));

  test('the holder of the prefix is believed before the maker, the maker before who recorded, and that before others', async () => {
    await records('maker', { action: 'ADD', bizStep: 'commissioning' });
    await records('shop', { bizStep: 'receiving' });
    await says('shop', '商店说');
    expect(await nameOf(GTIN)).toBe('商店说');
    await says('other', '旁人说');
    expect(await nameOf(GTIN)).toBe('商店说');
    await says('maker', '厂家说');
    await says('shop', '商店又说');
    expect(await nameOf(GTIN)).toBe('厂家说');
    await says('holder', '持码人说');
    await says('maker', '厂家又说');
    expect(await nameOf(GTIN)).toBe('持码人说');
  });
});
