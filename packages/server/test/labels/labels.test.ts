/** Labels from their numbers to the goods: given once, printed again from where the printer stopped, bound once. */
import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { LabelRunBody } from '@suyuan/api/labels';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firm, type Firms, firmsOf } from '../account/firms.ts';
import { type TestServer, testServer } from '../test-server.ts';

const GTIN = '06901234567892';
const PRODUCT = `https://id.gs1.org/01/${GTIN}`;
const values = { name: '原味酸奶', lot: 'L1', date: '2026-11-28' };

let server: TestServer;
let firms: Firms;
let dairy: Firm;
beforeAll(async () => {
  server = await testServer();
  firms = await firmsOf(server);
  dairy = await firms.firm('青山乳业', { categories: ['food'] });
});
afterAll(() => server.close());

const make = ({ page }: Firm, more: object = {}, id: string = randomUUID()) =>
  page.ask('PUT', `/v1/labels/runs/${id}`, { layout: 'product-50x30', product: GTIN, values, count: 10, ...more });
async function made(firm: Firm, more: object = {}): Promise<LabelRunBody> {
  const { status, body } = await make(firm, more);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
}
async function file({ page }: Firm, path: string, body?: object): Promise<{ status: number; text: string }> {
  const { status, body: text } = await page.ask('POST', path, body);
  return { status, text };
}

test('numbers are given once over all who ask at once, and once to whoever asks twice', async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => made(dairy, { count: 50 })));
  const codes = await Promise.all(
    runs.map(async ({ id }) => (await dairy.page.ask('GET', `/v1/labels/runs/${id}`)).body.firstCode),
  );
  expect(new Set(codes).size).toBe(8);
  const id = randomUUID();
  const twice = await Promise.all([make(dairy, {}, id), make(dairy, {}, id), make(dairy, {}, id)]);
  expect(twice.map(({ status, body }) => [status, body.firstCode])).toEqual(
    Array.from({ length: 3 }, () => [200, twice[0]?.body.firstCode]),
  );
  expect((await make(dairy, { count: 11 }, id)).body.code).toBe('labels.other');
  // Of another firm they are others, and it knows of none of these.
  const other = await made(await firms.firm('红星乳业'));
  expect(codes).not.toContain(other.firstCode);
});

test('each label has a serial of its own in its link, and the file of a span is made again the same', async () => {
  const { id, firstCode, lastCode } = await made(dairy, { count: 3 });
  const serialAt = async (first: number): Promise<string> =>
    (await file(dairy, `/v1/labels/runs/${id}/zpl?first=${first}&last=${first}`)).text;
  const labels: string[] = [];
  for (const number of [1, 2, 3, 1]) labels.push(await serialAt(number));
  expect(new Set(labels).size).toBe(3);
  expect(labels[3]).toBe(labels[0]);
  for (const [code, number] of [
    [firstCode, 1],
    [lastCode, 3],
  ] as const)
    expect((await dairy.page.ask('GET', `/v1/labels/found?code=${encodeURIComponent(code)}`)).body).toEqual({
      run: id,
      number,
    });
  expect((await dairy.page.ask('GET', `/v1/labels/found?code=${PRODUCT}/21/000000000001`)).status).toBe(404);
});

test('a printer that stopped goes on: what went out is known, and the rest is printed', async () => {
  const { id } = await made(dairy, { count: 20 });
  const pdf = await file(dairy, `/v1/labels/runs/${id}/pdf?last=8`);
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  await file(dairy, `/v1/labels/runs/${id}/pdf?first=9&last=15&page=a4`);
  const { body } = await dairy.page.ask('GET', `/v1/labels/runs/${id}`);
  expect(body.printed).toEqual([{ first: 1, last: 15 }]);
  expect((await dairy.page.ask('POST', `/v1/labels/runs/${id}/pdf?first=9&last=21`)).body.code).toBe('labels.span');
});

test('bound to a lot they are goods of it, once; the rest is free or spoilt, and nothing is lost', async () => {
  const run = await made(dairy, { count: 700 });
  const bind = (id: string, more: object) =>
    dairy.page.ask('PUT', `/v1/labels/bindings/${id}`, { run: run.id, at: '2026-11-27T08:00:00+08:00', ...more });
  const id = randomUUID();
  const lot = { first: 1, last: 600, lot: 'L20261127' };
  const [one, two] = await Promise.all([bind(id, lot), bind(id, lot)]);
  expect([one?.status, two?.status]).toEqual([200, 200]);
  expect(one?.body).toMatchObject({
    bound: [{ first: 1, last: 600, lot: 'L20261127' }],
    free: [{ first: 601, last: 700 }],
  });
  expect((await bind(randomUUID(), { first: 600, last: 650, lot: 'L2' })).body.code).toBe('labels.bound');
  expect((await bind(id, { ...lot, last: 500 })).body.code).toBe('labels.other');
  expect((await bind(randomUUID(), { first: 601, last: 640 })).body).toMatchObject({
    free: [{ first: 641, last: 700 }],
  });
  for (const refused of ['批次一', 'x'.repeat(21)])
    expect((await bind(randomUUID(), { first: 650, last: 651, lot: refused })).status).toBe(400);
  expect((await bind(randomUUID(), { first: 690, last: 701, lot: 'L3' })).body.code).toBe('labels.span');

  const trace = async (code: string) =>
    (await dairy.page.ask('GET', `/v1/trace?code=${encodeURIComponent(code)}`)).body;
  const ofUnit = await trace(run.firstCode);
  expect(ofUnit.events).toMatchObject([{ bizStep: 'https://ref.gs1.org/cbv/BizStep-commissioning' }]);
  expect((await trace(`${PRODUCT}/10/L20261127`)).events).toHaveLength(2);
  expect((await trace(run.lastCode)).events).toEqual([]);
});

test('ten thousand labels are bound at once; more of them are told to be several', async () => {
  const run = await made(dairy, { count: 10_001 });
  const bind = (last: number) =>
    dairy.page.ask('PUT', `/v1/labels/bindings/${randomUUID()}`, { run: run.id, first: 1, last, lot: 'L10000' });
  expect((await bind(10_001)).body.code).toBe('labels.bind-many');
  const { status, body } = await bind(10_000);
  expect([status, body.free]).toEqual([200, [{ first: 10_001, last: 10_001 }]]);
  const { body: traced } = await dairy.page.ask('GET', `/v1/trace?code=${encodeURIComponent(run.firstCode)}`);
  expect(traced.events).toHaveLength(1);
});

test('logistic units have the next number of their company prefix, with its check digit', async () => {
  const pallet = {
    layout: 'pallet-100x150',
    product: '6901234',
    values: { sender: '青山乳业', receiver: '城南店', content: '酸奶', quantity: '20 箱' },
  };
  const { firstCode, lastCode } = await made(dairy, { ...pallet, count: 3 });
  expect([firstCode, lastCode]).toEqual([
    'https://id.gs1.org/00/069012340000000016',
    'https://id.gs1.org/00/069012340000000030',
  ]);
  expect((await make(dairy, { ...pallet, product: '69' })).body.code).toBe('labels.product');
});

test('what cannot be printed is told by field before a number is given', async () => {
  const before = await made(dairy, { count: 1 });
  const refused = await make(dairy, { values: { ...values, name: '酸奶😀' } });
  expect(refused.body).toMatchObject({
    code: 'label.invalid',
    errors: [{ pointer: '/values/name', rule: 'label.character' }],
  });
  expect((await make(dairy, { product: '6901234567891' })).body.code).toBe('labels.product');
  expect((await make(dairy, { layout: 'certificate-producer' })).body.code).toBe('labels.not-numbered');
  expect((await make(dairy, { values: { ...values, name: '联系 11010519491231002X' } })).body.code).toBe(
    'request.personal-number',
  );
  const after = await made(dairy, { count: 1 });
  const found = async ({ firstCode }: LabelRunBody) =>
    (await dairy.page.ask('GET', `/v1/labels/found?code=${encodeURIComponent(firstCode)}`)).body;
  expect([(await found(before)).number, (await found(after)).number]).toEqual([1, 1]);
});

test('a certificate of commitment is tried, seen and printed, and not kept', async () => {
  const certificate = {
    layout: 'certificate-producer',
    values: {
      ...{
        productName: '红富士苹果',
        quantity: '500 公斤',
        origin: '山东省烟台市栖霞市',
        responsible: '青山果园',
        contact: '0535-1234567',
      },
      ...{ certificateDate: '2026-11-28', commitmentBasis: 'self-test', link: 'https://example.org/q/x' },
    },
  };
  const { body } = await dairy.page.ask('POST', '/v1/labels/trial', certificate);
  expect(body.faults).toEqual([]);
  const png = Buffer.from(body.picture, 'base64');
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 800, 960]);
  const rows = inflateSync(png.subarray(41, png.length - 16));
  expect(rows.some((byte) => byte !== 0 && byte !== 0xff)).toBe(true);
  const pdf = await file(dairy, '/v1/labels/copies', { ...certificate, copies: 3, page: 'a4' });
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  const wrong = { ...certificate, values: { ...certificate.values, commitmentBasis: 'guess', quantity: '' } };
  const { faults } = (await dairy.page.ask('POST', '/v1/labels/trial', wrong)).body;
  expect(faults.flatMap(({ fields }: { fields: string[] }) => fields).sort()).toEqual(['commitmentBasis', 'quantity']);
});
