/** Tests and certificates on the public page: who issued them, what was found, where the document is. */
import { PublicAnswerSchema } from '@suyuan/api/public-page';
import Value from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKey } from '../src/modules/identity/index.ts';
import { documentOf, type EventJson, objectEvent } from './documents.ts';
import { type TestServer, testServer } from './test-server.ts';

const MAKER = 'urn:epc:id:pgln:0614141.00001';
const FACTORY = 'urn:epc:id:sgln:0614141.00001.0';
const LABORATORY = 'urn:epc:id:pgln:0614141.00002';
const CERTIFICATE = 'urn:epc:id:gdti:0614141.00001.88';
const LOT = 'https://id.gs1.org/01/06901234567892/10/P1';
const BARE = 'https://id.gs1.org/01/06901234567892/10/P2';
const SPOKEN = 'https://id.gs1.org/01/06901234567892/10/P3';

let server: TestServer;
const keys = new Map<string, string>();

beforeAll(async () => {
  server = await testServer();
  for (const [who, org] of [
    ['maker', MAKER],
    ['stranger', 'urn:epc:id:pgln:0614141.00003'],
  ] as const)
    keys.set(who, await createKey(server.database.db, { role: 'capture', org }));
  for (const epcClass of [LOT, BARE])
    await record('maker', made(epcClass), { epcisHeader: { epcisMasterData: { vocabularyList: NAMES } } });
});
afterAll(() => server.close());

const attribute = (name: string, text: string) => ({ id: `urn:epcglobal:cbv:mda#${name}`, attribute: text });
const NAMES = [
  {
    type: 'urn:epcglobal:epcis:vtype:EPCClass',
    vocabularyElementList: [
      {
        id: 'https://id.gs1.org/01/06901234567892',
        attributes: [attribute('registrationNumber', 'R-1'), attribute('productionLicence', 'SC10832058300123')],
      },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:Party',
    vocabularyElementList: [
      { id: MAKER, attributes: [attribute('name', '南山乳粉厂')] },
      { id: LABORATORY, attributes: [attribute('name', '江北检验所'), attribute('nameEn', 'Jiangbei Laboratory')] },
    ],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
    vocabularyElementList: [{ id: FACTORY, attributes: [attribute('name', '南山乳粉厂')] }],
  },
  {
    type: 'urn:epcglobal:epcis:vtype:BusinessTransaction',
    vocabularyElementList: [
      {
        id: CERTIFICATE,
        attributes: [
          attribute('name', '有机产品认证证书'),
          attribute('informationProvider', LABORATORY),
          attribute('website', 'https://papers.example.org/88'),
        ],
      },
    ],
  },
];

const made = (epcClass: string): EventJson => ({
  type: 'ObjectEvent',
  action: 'ADD',
  bizStep: 'commissioning',
  epcList: [],
  quantityList: [{ epcClass }],
  eventTime: '2026-03-01T08:00:00+08:00',
  bizLocation: { id: FACTORY },
});

async function record(who: string, members: EventJson, more: EventJson = {}): Promise<void> {
  const body = documentOf([objectEvent(members)], more);
  const headers = { authorization: `Bearer ${keys.get(who)}`, 'content-type': 'application/json' };
  expect((await fetch(`${server.url}/epcis/capture`, { method: 'POST', headers, body })).status).toBe(202);
}

const tested = (epcClass: string, report: unknown, more: EventJson = {}): EventJson => ({
  ...{ epcList: [], quantityList: [{ epcClass }], bizStep: 'inspecting', eventTime: '2026-03-02T08:00:00+08:00' },
  'ex:testReport': report,
  ...more,
});

async function answer(code: string, lang = 'zh-CN') {
  const headers = { accept: 'application/json', 'accept-language': lang };
  return (await fetch(`${server.url}/q/${encodeURIComponent(code)}`, { headers })).json();
}

test('who issued a test or a certificate, under which number, and where the document is', async () => {
  const report = {
    ...{ 'ex:item': '沙门氏菌', 'ex:result': '未检出', 'ex:passed': true, 'ex:laboratory': LABORATORY },
    ...{ 'ex:number': 'R-7', 'ex:date': '2026-03-04', 'ex:document': 'https://papers.example.org/r/7' },
  };
  const own = { 'ex:item': '出厂检验', 'ex:result': '合格', 'ex:passed': true, 'ex:laboratory': MAKER };
  await record('maker', tested(LOT, [report, own], { certificationInfo: CERTIFICATE }));
  const told = await answer(LOT);
  const issuer = { zh: '江北检验所', en: 'Jiangbei Laboratory' };
  expect(told.papers).toEqual([
    {
      ...{
        as: 'test',
        name: { zh: '沙门氏菌', en: '沙门氏菌' },
        result: '未检出',
        found: { zh: '合格', en: 'Passed' },
      },
      ...{ status: 'good', issuer, number: 'R-7', day: '2026-03-04', document: 'https://papers.example.org/r/7' },
    },
    {
      ...{ as: 'test', name: { zh: '出厂检验', en: '出厂检验' }, result: '合格', found: { zh: '合格', en: 'Passed' } },
      ...{ status: 'good', issuer: { zh: '南山乳粉厂', en: '南山乳粉厂' }, isByMaker: true },
    },
    {
      ...{ as: 'certificate', name: { zh: '有机产品认证证书', en: '有机产品认证证书' }, issuer },
      ...{ number: '0614141000012 88', document: 'https://papers.example.org/88' },
    },
  ]);
  expect(Value.Errors(PublicAnswerSchema, told)).toEqual([]);
  // What is told with its issuer is no bare fact again.
  expect(JSON.stringify(told.facts)).not.toContain('沙门氏菌');
});

test('an English page has the English that was recorded, and the usual words', async () => {
  const report = {
    ...{ 'ex:item': '水分', 'ex:itemEn': 'Moisture', 'ex:result': '未检出', 'ex:passed': true },
    ...{ 'ex:laboratory': '江南检验所', 'ex:laboratoryEn': 'Jiangnan Laboratory' },
  };
  await record('maker', tested(SPOKEN, report));
  const [paper] = (await answer(SPOKEN, 'en')).papers;
  const issuer = { zh: '江南检验所', en: 'Jiangnan Laboratory' };
  expect(paper).toMatchObject({ name: { zh: '水分', en: 'Moisture' }, result: 'Not detected', issuer });
  expect((await answer(SPOKEN)).papers[0].result).toBe('未检出');
});

test('registrations and licences are those of master data, which everybody is told', async () => {
  const told = await answer(BARE);
  expect(told.registrations).toEqual([
    { label: { zh: '产品注册号', en: 'Product registration' }, value: 'R-1' },
    { label: { zh: '食品生产许可证', en: 'Food production licence' }, value: 'SC10832058300123' },
  ]);
  expect(Value.Errors(PublicAnswerSchema, told)).toEqual([]);
});

test('nothing stands where there is none, and a stranger adds none', async () => {
  const report = { 'ex:item': '毒物', 'ex:result': '未检出', 'ex:document': 'https://trap.example.org/' };
  await record('stranger', tested(BARE, report));
  expect(await answer(BARE)).not.toHaveProperty('papers');
});

test.each([
  'javascript:alert(1)',
  'https://papers.example.org@trap.example.org/',
  '//trap.example.org/',
  '/admin',
  'https://trap.example.org/ x',
])('%s is no address of a document', async (document) => {
  const code = `${LOT.slice(0, -2)}N${[...document].length}`;
  await record('maker', made(code));
  await record(
    'maker',
    tested(code, { 'ex:item': '菌落', 'ex:result': '少', 'ex:number': 'R-8', 'ex:document': document }),
  );
  const told = await answer(code);
  expect(told.papers).toEqual([expect.objectContaining({ number: 'R-8' })]);
  expect(told.papers[0]).not.toHaveProperty('document');
});

test('a test that failed, and goods that are recalled, are not praised', async () => {
  const code = `${LOT.slice(0, -2)}F`;
  await record('maker', made(code));
  const report = { 'ex:item': '菌落', 'ex:result': '少', 'ex:passed': true, 'ex:laboratory': LABORATORY };
  await record('maker', tested(code, report));
  expect((await answer(code)).papers[0].status).toBe('good');
  await record('maker', {
    ...tested(code, report),
    bizStep: 'holding',
    disposition: 'recalled',
    eventTime: '2026-03-09T08:00:00Z',
  });
  const told = await answer(code);
  expect(told.verdict).toBe('recalled');
  expect(JSON.stringify(told.papers)).not.toContain('good');
});
