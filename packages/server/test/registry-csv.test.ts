/** The registry by files: as spreadsheets of either language write them, with each fault at its row and column. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function ask(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>) {
  const response = await fetch(`${server.url}/v1/registry${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.key}`,
      'accept-language': 'zh',
      ...(body === undefined ? {} : { 'content-type': 'text/csv' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

const shown = async (code: string) => (await ask('GET', `/entries/${encodeURIComponent(code)}`)).body;

test('the template, filled in as Excel writes it, is read', async () => {
  const template = await ask('GET', '/csv?kind=equipment');
  const heading = template.text.trim();
  expect(heading).toBe('编码,名称,型号,特种设备代码,电梯应急识别码,出厂编号,gs1,单位内部编号,组成部分的编码');
  const file = `\uFEFF${heading}\r\nurn:example:lift:1,"客梯 ""甲"", 东",GPS,,310042,NX 1,,,urn:example:part:1；urn:example:part:2\r\n\r\n`;
  expect((await ask('POST', '/csv?kind=equipment', file)).body).toEqual({ stored: 1, unchanged: 0 });
  expect((await ask('POST', '/csv?kind=equipment', file)).body).toEqual({ stored: 0, unchanged: 1 });
  expect(await shown('urn:example:lift:1')).toMatchObject({
    kind: 'equipment',
    attributes: { name: '客梯 "甲", 东', model: 'GPS' },
    identifiers: [
      { scheme: 'cn-elevator', value: '310042' },
      { scheme: 'maker-number', value: 'NX 1' },
    ],
    parts: ['urn:example:part:1', 'urn:example:part:2'],
  });
});

test('GB18030, as Excel saves CSV in China, and headings in English', async () => {
  // 编码,名称 / 6901234500011,纯牛奶
  const hex = 'b1e0c2eb2cc3fbb3c60a363930313233343530303031312cb4bfc5a3c4cc';
  expect((await ask('POST', '/csv?kind=product', Uint8Array.from(Buffer.from(hex, 'hex')))).body.stored).toBe(1);
  expect((await shown('6901234500011')).name.zh).toBe('纯牛奶');
  const english = 'Code,Name,Net content\n6901234500028,Yoghurt,100 g';
  expect((await ask('POST', '/csv?kind=product', english)).body.stored).toBe(1);
  expect((await shown('6901234500028')).attributes).toEqual({ name: 'Yoghurt', netContentDescription: '100 g' });
});

test('each fault is at its row and column, and nothing is stored', async () => {
  const file = [
    '编码,内部,名称,统一社会信用代码,组成部分的编码',
    'urn:example:p:1,,"甲\n厂",91110000802100433B,',
    'urn:example:p:2,,,91110000802100433X,一号',
  ].join('\n');
  const heading = await ask('POST', '/csv?kind=party', file);
  expect(heading.body.errors.map(({ pointer, rule }: Record<string, string>) => [pointer, rule])).toEqual([
    ['/1/B', 'registry.heading'],
  ]);
  const { status, body } = await ask('POST', '/csv?kind=party', file.replace('内部', '单位内部编号'));
  expect(status).toBe(400);
  // The first row takes two lines.
  expect(body.errors.map(({ pointer, rule }: Record<string, string>) => [pointer, rule])).toEqual([
    ['/4/C', 'registry.name-missing'],
    ['/4/D', 'registry.code'],
    ['/4/E', 'registry.code-unknown'],
  ]);
  expect(body.errors[0].message.zh).toContain('第 4 行 C 列');
  expect((await ask('GET', '/entries/urn%3Aexample%3Ap%3A1')).status).toBe(404);
});

test.each([
  ['an open quote', 'code,name\n"a,b'],
  ['no text', Uint8Array.of(0xff, 0xff, 0x80)],
])('what is no such file is told: %s', async (_, file) => {
  expect((await ask('POST', '/csv?kind=product', file)).body.code).toBe('registry.csv');
});
