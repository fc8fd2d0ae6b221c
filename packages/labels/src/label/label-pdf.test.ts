import { describe, expect, test } from 'vitest';
import { pageContent, pagesOf } from '../paper/pdf-text.fixture.ts';
import { aText, VALUES } from './label.fixture.ts';
import { labelPdf } from './label-pdf.ts';
import { LAYOUTS } from './layouts/index.ts';
import type { LabelPage } from './sheet.ts';

const SHEET = {
  kind: 'sheet',
  widthMm: 210,
  heightMm: 297,
  columns: 4,
  rows: 10,
  marginLeftMm: 5,
  marginTopMm: 10,
  gapAcrossMm: 0,
  gapDownMm: 2,
} as const;

const named = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `第 ${i + 1} 张` }));

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(pieces));
}

const pages = async (page: LabelPage, count: number): Promise<readonly string[]> =>
  pagesOf(await bytesOf(labelPdf({ layout: aText(), page, labels: named(count) })));

describe('a PDF of labels', () => {
  test('has one label a page on a roll', async () => {
    expect(await pages({ kind: 'roll' }, 3)).toEqual(['第 1 张', '第 2 张', '第 3 张']);
  });

  test('fills sheets, from the first place that is free', async () => {
    expect((await pages(SHEET, 41)).map((page) => page.split('\n').length)).toEqual([40, 1]);
    expect((await pages({ ...SHEET, first: 38 }, 3)).map((page) => page.split('\n').length)).toEqual([2, 1]);
  });

  test('puts a label where its place on the sheet is', async () => {
    const file = await bytesOf(labelPdf({ layout: aText(), page: { ...SHEET, first: 5 }, labels: named(1) }));
    const roll = await bytesOf(labelPdf({ layout: aText(), page: { kind: 'roll' }, labels: named(1) }));
    const [x = 0, y = 0] = placeOfText(file);
    const [rollX = 0, rollY = 0] = placeOfText(roll);
    expect([x - rollX, y - rollY]).toEqual([expect.closeTo(5 + 50, 3), expect.closeTo(10 + 22, 3)]);
  });

  test('comes in pieces while labels are still being read, and tells which are printed', async () => {
    const printed: number[] = [];
    const pieces = labelPdf({
      layout: aText(),
      page: { kind: 'roll' },
      labels: named(3),
      onPrinted: (i) => printed.push(i),
    });
    await pieces.next();
    expect(printed.length).toBeLessThan(3);
    await bytesOf(pieces);
    expect(printed).toEqual([0, 1, 2]);
  });

  test('stops at the label that cannot be printed', async () => {
    const labels = [{ name: '好' }, { name: '' }];
    const run = bytesOf(labelPdf({ layout: aText(), page: { kind: 'roll' }, labels }));
    await expect(run).rejects.toMatchObject({ name: 'LabelError', index: 1, faults: [{ reason: 'field-missing' }] });
  });

  test('is refused where the labels do not stand on the sheet', async () => {
    await expect(pages({ ...SHEET, columns: 5 }, 1)).rejects.toThrow('does not hold');
    await expect(pages({ ...SHEET, first: 40 }, 1)).rejects.toThrow('first place');
  });
});

test('the certificate says what the order has it say, with one basis marked', async () => {
  const layout = LAYOUTS.find(({ id }) => id === 'certificate-producer');
  if (layout === undefined) throw new Error('no layout');
  const [text = ''] = pagesOf(await bytesOf(labelPdf({ layout, page: { kind: 'roll' }, labels: [VALUES] })));
  const whole = text.replaceAll('\n', '');
  expect(whole).toContain('承诺达标合格证');
  expect(whole).toContain('未使用禁用农药、兽药及其他化合物；使用的常规农药、兽药残留不超标。');
  expect(whole).toContain('□ 质量安全控制符合要求■ 自行检测合格□ 委托检测合格');
  for (const field of ['productName', 'quantity', 'origin', 'responsible', 'contact', 'certificateDate'])
    expect(whole).toContain(VALUES[field]);
});

/** Where the first line of text stands. */
function placeOfText(pdf: Uint8Array): readonly number[] {
  const place = / 1 0 0 -1 (\S+) (\S+) Tm /.exec(pageContent(pdf)) ?? [];
  return place.slice(1).map(Number);
}
