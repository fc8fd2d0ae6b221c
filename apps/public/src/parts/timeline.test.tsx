/** What the timeline says of a record that somebody declared to be wrong. */
import type { PageModel } from '@suyuan/api/public-page';
import { expect, test } from 'vitest';
import { renderPage } from '../render.tsx';

const pageOf = (
  lang: 'zh' | 'en',
  marks: { readonly disputed?: true; readonly declaredInError?: true },
): PageModel => ({
  kind: 'code',
  lang,
  verdict: 'normal',
  code: { given: 'A', scheme: 'gs1', names: 'instance', parts: [] },
  because: [],
  notices: [],
  contacts: [],
  facts: [],
  timeline: [
    {
      eventID: 'urn:uuid:1',
      time: Date.UTC(2026, 0, 1),
      timeZoneOffset: '+08:00',
      step: { zh: '发货', en: 'Shipping' },
      unitRole: 'start',
      ...marks,
    },
  ],
  chain: { nodes: [], links: [] },
  anomalies: [],
  proof: {},
  total: 1,
});

test.each([
  ['zh', '有争议', '部分登记方声明此记录有误。'],
  ['en', 'Disputed', 'Some of those who recorded it say that it is wrong.'],
] as const)('a disputed record has its tag and says why, and is not struck through (%s)', (lang, tag, why) => {
  const html = renderPage(pageOf(lang, { disputed: true }));
  expect(html).toContain(`<span class="tag tag-warning">${tag}</span>`);
  expect(html).toContain(`<p class="event-note">${why}</p>`);
  expect(html).not.toContain('event-wrong');
});

test.each([{}, { declaredInError: true }] as const)('another has neither: %o', (marks) => {
  const html = renderPage(pageOf('zh', marks));
  expect(html).not.toContain('争议');
  expect(html).not.toContain('部分登记方');
});
