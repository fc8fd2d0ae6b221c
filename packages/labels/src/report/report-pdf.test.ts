import { expect, test } from 'vitest';
import { pageContent, pagesOf } from '../paper/pdf-text.fixture.ts';
import type { Report } from './report.ts';
import { reportPdf } from './report-pdf.ts';

const columns = [
  { label: '客户', share: 3 },
  { label: '数量', share: 1, align: 'right' },
] as const;

function printed(blocks: Report['blocks']): readonly string[] {
  return pagesOf(fileOf(blocks));
}

function fileOf(blocks: Report['blocks']): Uint8Array {
  const footer = (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`;
  return Buffer.concat([...reportPdf({ title: '报告', header: ['青山面粉厂', '2026-11-20'], footer, blocks })]);
}

test('each page says whose the report is, when it was made, and which page of how many it is', () => {
  const rows = Array.from({ length: 120 }, (_, n) => [`客户${n}号`, `${n}千克`]);
  const pages = printed([
    { is: 'title', text: '模拟召回' },
    { is: 'table', columns, rows },
  ]);
  expect(pages.length).toBeGreaterThan(2);
  for (const [at, page] of pages.entries()) {
    expect(page.split('\n')).toContain('青山面粉厂');
    expect(page.split('\n')).toContain('2026-11-20');
    expect(page.split('\n')).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`);
  }
});

test('a table goes on over pages: its headings stand on each, and each row once', () => {
  const rows = Array.from({ length: 120 }, (_, n) => [`客户${n}号`, `${n}千克`]);
  const pages = printed([{ is: 'table', columns, rows }]).map((page) => page.split('\n'));
  for (const page of pages) expect(page.filter((line) => line === '客户')).toHaveLength(1);
  const all = pages.flat();
  for (const [name = '', amount = ''] of rows) {
    expect(all.filter((line) => line === name)).toHaveLength(1);
    expect(all.filter((line) => line === amount)).toHaveLength(1);
  }
});

test('nothing is printed below the foot of a page, nor beside it', () => {
  const rows = Array.from({ length: 90 }, (_, n) => ['青山'.repeat(n), 'https://id.gs1.org/01/06901234567892/10/A1']);
  const content = pageContent(fileOf([{ is: 'table', columns, rows }]));
  const places = [...content.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(places.length).toBeGreaterThan(20);
  for (const [x = 0, y = 0] of places) {
    expect(x).toBeGreaterThanOrEqual(17.9);
    expect(x).toBeLessThan(192);
    expect(y).toBeLessThan(288);
  }
});

test('a row that is higher than a page goes on on the next, whole', () => {
  const text = '长'.repeat(9_000);
  const pages = printed([{ is: 'table', columns, rows: [[text, '1']] }]);
  expect(pages.length).toBeGreaterThan(1);
  expect([...pages.join('')].filter((character) => character === '长')).toHaveLength(9_000);
});

test('a heading is on the page of what it is over', () => {
  const filler = Array.from({ length: 60 }, (_, n) => ({ is: 'text', text: `第${n}行` }) as const);
  for (let n = 30; n < 60; n += 1) {
    const pages = printed([
      ...filler.slice(0, n),
      { is: 'heading', text: '去向' },
      { is: 'table', columns, rows: [['甲', '1']] },
    ]);
    const [page = ''] = pages.filter((each) => each.includes('去向'));
    expect(page).toContain('甲');
  }
});

test('a character without a glyph is shown as missing, and the report is printed', () => {
  expect(printed([{ is: 'text', text: '西红柿🍅专卖' }])[0]).toContain('西红柿〓专卖');
});
