/** Where the page has room for how often a code was looked up, and what waits there unseen. */
import type { CodeNames, CodePage } from '@suyuan/api/public-page';
import { expect, test } from 'vitest';
import { renderPage } from '../render.tsx';

const pageOf = (names: CodeNames, lang: 'zh' | 'en'): CodePage => ({
  kind: 'code',
  lang,
  code: { given: 'https://id.gs1.org/01/06901234567892/21/"A', scheme: 'gs1', names, parts: [] },
  verdict: 'normal',
  because: [],
  notices: [],
  contacts: [
    { as: 'issuer', name: { zh: '监管局', en: 'Regulator' } },
    { as: 'maker', name: { zh: '绿源乳业', en: 'Green Dairy' }, telephone: '400-000' },
  ],
  facts: [],
  timeline: [],
  chain: { nodes: [], links: [] },
  anomalies: [],
  proof: {},
  total: 1,
});

test.each([
  ['zh', '此码可能被复制', '绿源乳业'],
  ['en', 'This code may have been copied', 'Green Dairy'],
] as const)(
  'the page of an item has an empty line, and the warning unseen with its maker to call (%s)',
  (lang, title, maker) => {
    const html = renderPage(pageOf('instance', lang));
    const [, place = ''] = /<div class="scans"(.*?)<\/section><\/div>/.exec(html) ?? [];
    expect(place).toContain('data-scans="https://id.gs1.org/01/06901234567892/21/&quot;A"');
    expect(place).toContain('<p class="count"></p>');
    expect(place).toMatch(/<section class="card copied" [^>]*hidden=""/);
    for (const told of [title, maker, '12315']) expect(place).toContain(told);
    expect(place).not.toMatch(/监管局|Regulator/);
  },
);

test('where nobody is named to ask, the warning names who made the goods, with the telephone', () => {
  const maker = { code: 'm', name: { zh: '绿源乳业' }, telephone: '0512-00000101' };
  const html = renderPage({ ...pageOf('instance', 'zh'), contacts: [], maker });
  const [, place = ''] = /<section class="card copied"(.*?)<\/section>/.exec(html) ?? [];
  for (const told of ['联系生产者', '绿源乳业', 'tel:051200000101']) expect(place).toContain(told);
});

test('a lot is counted and never warned of; a kind of goods, a party and a place are not counted', () => {
  const lot = renderPage(pageOf('lot', 'zh'));
  expect([lot.includes('data-scans='), lot.includes('被复制')]).toEqual([true, false]);
  for (const names of ['class', 'party', 'place', 'licence'] as const) {
    expect(renderPage(pageOf(names, 'zh'))).not.toContain('data-scans');
  }
});
