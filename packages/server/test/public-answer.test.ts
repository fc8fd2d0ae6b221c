/** What the public window answers a program is what its contract says, no more and no less. */
import { PublicAnswerSchema } from '@suyuan/api/public-page';
import Value from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.client.capture(documentOf(EVENTS, { epcisHeader: { epcisMasterData: { vocabularyList: NAMES } } }));
});
afterAll(() => server.close());

const GTIN = '06901234567892';
const PRODUCT = `https://id.gs1.org/01/${GTIN}`;
const LOT = `${PRODUCT}/10/L1`;
const CAN = `${PRODUCT}/21/C1`;
const CASE = 'https://id.gs1.org/00/069012345678900019';
const FACTORY = 'https://id.gs1.org/414/0614141000012';

const attribute = (name: string, text: string) => ({ id: `urn:epcglobal:cbv:mda#${name}`, attribute: text });
const NAMES = [
  {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [{ id: PRODUCT, attributes: [attribute('descriptionShort', '乳粉')] }],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
    vocabularyElementList: [
      { id: FACTORY, attributes: [attribute('name', '乳粉厂'), attribute('telephone', '010-5550 0100')] },
    ],
  },
];

/** A can is made, tested and put into a case; its lot is recalled, with words of why. */
const EVENTS = [
  objectEvent({
    action: 'ADD',
    bizStep: 'commissioning',
    epcList: [CAN],
    bizLocation: { id: FACTORY },
    ilmd: { 'cbvmda:lotNumber': 'L1', 'cbvmda:itemExpirationDate': '2027-01-01' },
    'ex:testReport': { 'ex:item': 'Cronobacter', 'ex:result': '未检出', 'ex:passed': true },
  }),
  objectEvent({
    type: 'AggregationEvent',
    action: 'ADD',
    epcList: undefined,
    parentID: CASE,
    childEPCs: [CAN],
    bizStep: 'packing',
  }),
  objectEvent({
    epcList: [],
    quantityList: [{ epcClass: LOT }],
    bizStep: 'holding',
    disposition: 'recalled',
    bizLocation: { id: FACTORY },
    'ex:recall': { 'ex:recallReason': '微生物超标', 'ex:recallClass': '一级' },
  }),
];

/** Of each address: the verdict, and members that must be there, so that the contract is tried on them. */
const ASKED: readonly (readonly [string, string, readonly string[]])[] = [
  [`/01/${GTIN}/21/C1`, 'recalled', ['notices', 'contacts', 'facts', 'maker', 'product', 'completeness']],
  ['/00/069012345678900019', 'part-affected', ['notices', 'timeline', 'chain']],
  [`/01/${GTIN}/10/L1`, 'recalled', ['notices', 'because']],
  [`/01/${GTIN}`, 'part-affected', ['product']],
  ['/01/06951181105326/21/NOBODY', 'unknown-code', ['elsewhere', 'code']],
  ['/q/6951181105327', 'not-a-code', ['fault']],
  ['/q/10026039756004175', 'unknown-code', ['code']],
];

test.each(ASKED)('%s is answered as the contract says: %s', async (path, verdict, members) => {
  const answer = await (await fetch(server.url + path, { headers: { accept: 'application/json' } })).json();
  expect(answer).toMatchObject({ verdict, ...Object.fromEntries(members.map((name) => [name, expect.anything()])) });
  expect(Value.Errors(PublicAnswerSchema, answer)).toEqual([]);
  // Clean leaves out whatever the schema does not name, however deep.
  expect(Value.Clean(PublicAnswerSchema, structuredClone(answer))).toEqual(answer);
});
