/** Sends files of records as a page does, and waits for what becomes of them. */
import { randomUUID } from 'node:crypto';
import { IMPORT_PART_BYTES } from '@suyuan/api';
import { expect } from 'vitest';
import type { Browser } from '../account/browser.ts';
import { aWorkbook } from '../tables/made-files.ts';
import type { TestServer } from '../test-server.ts';

export const HEAD = ['购进日期', '货品编码', '批号', '数量', '单位', '供货者名称', '产品名称'] as const;
const GTIN = '06901234567892';

/** A row of goods that came in: a lot of its own by its number. */
export const aRow = (n: number, more: Partial<Record<(typeof HEAD)[number], string>> = {}): readonly string[] => {
  const row = { 购进日期: '2026-10-01', 货品编码: GTIN, 批号: `L${n}`, 数量: '10', 单位: '千克' };
  const whole: Record<string, string> = { ...row, 供货者名称: '青山粮油公司', 产品名称: '小麦粉', ...more };
  return HEAD.map((name) => whole[name] ?? '');
};

export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));

/** As Excel in China saves a CSV. */
export function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      codes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))));
}

/** A number is one of Excel's, as a day is. */
export const xlsx = (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> => {
  const cell = (value: string | number): string =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  return aWorkbook({ sheets: [rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')] });
};

export const someRows = (count: number): Buffer => csv([HEAD, ...Array.from({ length: count }, (_, n) => aRow(n + 1))]);

export interface Sending {
  readonly server: Pick<TestServer, 'url'>;
  readonly page: Browser;
}

export async function putPart({ server, page }: Sending, path: string, bytes: Buffer): Promise<number> {
  const answer = await fetch(server.url + path, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'sec-fetch-site': 'same-origin',
      ...(page.cookie === undefined ? {} : { cookie: page.cookie }),
    },
    body: new Uint8Array(bytes),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** The id of what was sent whole. */
export async function send(by: Sending, file: Buffer, more: object = {}): Promise<string> {
  const id = randomUUID();
  const given = { pack: 'food', stage: 'receipt', name: '进货.xlsx', bytes: file.length, ...more };
  const begun = await by.page.ask('PUT', `/v1/imports/${id}`, given);
  expect([begun.status, begun.body.code]).toEqual([200, undefined]);
  for (let number = 1; (number - 1) * IMPORT_PART_BYTES < file.length; number += 1) {
    const part = file.subarray((number - 1) * IMPORT_PART_BYTES, number * IMPORT_PART_BYTES);
    expect(await putPart(by, `/v1/imports/${id}/parts/${number}`, part)).toBe(204);
  }
  return id;
}

/** What it is once nothing is done of it any more. */
export async function settled({ page }: Pick<Sending, 'page'>, id: string) {
  for (;;) {
    const { status, body } = await page.ask('GET', `/v1/imports/${id}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    if (body.state !== 'checking' && body.state !== 'recording') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function check(by: Sending, file: Buffer, more: object = {}) {
  const id = await send(by, file, more);
  const asked = await by.page.ask('POST', `/v1/imports/${id}/check`);
  if (asked.status !== 200) return asked.body;
  return settled(by, id);
}

export async function recordAll({ page }: Pick<Sending, 'page'>, id: string) {
  const asked = await page.ask('POST', `/v1/imports/${id}/recording`);
  expect([asked.status, asked.body.code]).toEqual([200, undefined]);
  return settled({ page }, id);
}
