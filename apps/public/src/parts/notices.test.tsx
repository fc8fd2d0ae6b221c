import type { Notice } from '@suyuan/api/public-page';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsProvider, wordsOf } from '../i18n/words.ts';
import { Notices } from './notices.tsx';

const MORNING = Date.parse('2026-09-12T01:00:00Z');
const HOUR = 3_600_000;
const MAKER = { zh: '江北乳业', en: 'Jiangbei Dairy' };

function recallOf(lot: string, more: Partial<Notice> = {}): Notice {
  return {
    says: { zh: '已召回', en: 'recalled' },
    since: MORNING,
    timeZoneOffset: '+08:00',
    reason: '克罗诺杆菌属',
    issuer: MAKER,
    units: [{ label: lot, href: `/10/${lot}` }],
    unitsAs: 'lot',
    more: 0,
    ...more,
  };
}

/** The lots of each notice that is drawn. */
function lotsOf(...notices: Notice[]): string[] {
  const html = renderToStaticMarkup(
    <WordsProvider value={wordsOf('zh')}>
      <Notices notices={notices} />
    </WordsProvider>,
  );
  const drawn = html.split('class="notice"').slice(1);
  return drawn.map((each) => [...each.matchAll(/href="\/10\/([^"]+)"/g)].map(([, lot]) => lot).join(' '));
}

test('what says the same of another lot on the same day is read once, with both lots', () => {
  expect(lotsOf(recallOf('A'), recallOf('B', { since: MORNING + HOUR }), recallOf('C'))).toEqual(['A B C']);
});

test('another day where it was, another reason and another issuer are notices of their own', () => {
  expect(lotsOf(recallOf('A'), recallOf('B', { since: MORNING + 16 * HOUR }))).toEqual(['A', 'B']);
  expect(lotsOf(recallOf('A'), recallOf('B', { reason: '沙门氏菌' }))).toEqual(['A', 'B']);
  expect(lotsOf(recallOf('A'), recallOf('B', { issuer: { zh: '江临', en: 'Jianglin' } }))).toEqual(['A', 'B']);
});
