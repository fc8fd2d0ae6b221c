/** Labels whose codes were given out one by one: a label each, once, and none where one is wrong. */
import type { Layouts } from '@suyuan/api/labels';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firm, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';

const LABELS: Readonly<Record<string, { values: Record<string, string>; codes: readonly string[] }>> = {
  'pesticide-80x60': {
    values: {
      ...{ address: 'https://example.org/q/', name: '吡虫啉', content: '吡虫啉 10%', dosageForm: '可湿性粉剂' },
      ...{ registrationNumber: 'PD20070611', netContent: '20 克', date: '2026-11-28', lot: 'N1', shelfLife: '2 年' },
      ...{ holder: '青山农化', contact: '0536-1234567' },
    },
    codes: ['10706111001123456789012345678901', '10706111001123456789012345678902'],
  },
  'veterinary-drug-80x60': {
    values: {
      ...{ mark: '兽用', name: '恩诺沙星注射液', content: '恩诺沙星 2.5 g', specification: '100 ml:2.5 g' },
      ...{ approvalNumber: '兽药字150012345', lot: 'S1', date: '2026-11-28', expiry: '2028-11-27' },
      ...{ withdrawal: '猪 10 日', maker: '青山动保' },
    },
    codes: ['202601150123412345678901', '202601150123412345678902'],
  },
  'seed-100x70': {
    values: {
      ...{ link: 'https://example.org/q/x', crop: '玉米', seedClass: '大田用种', name: '郑单958', maker: '青山种业' },
      ...{ licence: 'B（豫）农种许字（2026）第0001号', registeredAddress: '郑州', contact: '0371-1234567' },
      ...{ quality: '纯度≥96.0%', netContent: '4400 粒', testedOn: '2026年10月', shelfLife: '12 个月' },
      ...{ region: '黄淮海', quarantine: '410105202600001' },
    },
    codes: ['QS1', 'QS2'],
  },
  'drug-80x40': { values: { level: '中包装' }, codes: ['81234567890123456789', '81234567890123456780'] },
};

let server: TestServer;
let firm: Firm;
beforeAll(async () => {
  server = await testServer();
  firm = await (await firmsOf(server)).firm('青山农资');
});
afterAll(() => server.close());

const labelOf = (layout: string) => ({ layout, copies: 1, ...LABELS[layout] });
async function print(body: object): Promise<{ status: number; text: string }> {
  const { status, body: text } = await firm.page.ask('POST', '/v1/labels/copies', body);
  return { status, text: typeof text === 'string' ? text : JSON.stringify(text) };
}

test('each layout of this kind is here, with a name in both languages and the rules of its fields', async () => {
  const { layouts }: Layouts = (await firm.page.ask('GET', '/v1/labels/layouts')).body;
  const found = layouts.filter(({ fields }) => fields.some(({ isOfEach }) => isOfEach));
  expect(found.map(({ id }) => id).sort()).toEqual(Object.keys(LABELS).sort());
  for (const { name, fields, numbered } of found) {
    expect([name.zh, numbered]).toEqual([expect.stringMatching(/标签 \d+×\d+$/), 'none']);
    expect(name.en).toMatch(/label \d+×\d+$/);
    expect(fields.filter(({ isOptional, rule }) => !isOptional && rule === undefined)).toEqual([]);
  }
});

test('what the program fills in is said by the layouts', async () => {
  const { layouts }: Layouts = (await firm.page.ask('GET', '/v1/labels/layouts')).body;
  const given = layouts.flatMap(({ id, fields }) =>
    fields.flatMap((field) => (field.isGiven ? [`${id} ${field.id}`] : [])),
  );
  expect(given).toEqual([
    'product-50x30 link',
    'pallet-100x150 sscc',
    'certificate-producer link',
    'certificate-buyer link',
    'lot-50x30 link',
    'seed-100x70 link',
  ]);
});

test.each(Object.keys(LABELS))('%s is printed, a label a code', async (layout) => {
  const { status, text } = await print(labelOf(layout));
  expect([status, text.slice(0, 5)]).toEqual([200, '%PDF-']);
  expect(text).toMatch(/\/Count 2\b/);
});

test.each(Object.keys(LABELS))('of %s none is printed where one code is wrong, which is told', async (layout) => {
  const whole = labelOf(layout);
  const codes = [...(whole.codes ?? []), '～'];
  expect((await firm.page.ask('POST', '/v1/labels/copies', { ...whole, codes })).body).toMatchObject({
    code: 'labels.code',
    title: 'Code 3 cannot be printed: ～',
    errors: [{ pointer: '/codes/2', rule: 'label.code' }],
  });
});

test('a code is on one label: neither copies of it nor the same one twice', async () => {
  const whole = labelOf('drug-80x40');
  const refused = async (more: object): Promise<string> =>
    (await firm.page.ask('POST', '/v1/labels/copies', { ...whole, ...more })).body.code;
  expect(await refused({ copies: 2 })).toBe('labels.codes');
  expect(await refused({ codes: undefined })).toBe('labels.codes');
  const [code = ''] = whole.codes ?? [];
  expect(await refused({ codes: [code, ` ${code}`] })).toBe('labels.code-twice');
  const product = { name: 'x', lot: '1', date: '2026-11-28', link: 'https://example.org/x' };
  expect(await refused({ layout: 'product-50x30', values: product })).toBe('labels.codes');
});
