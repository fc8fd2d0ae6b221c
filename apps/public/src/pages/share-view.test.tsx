/** The page of a shared link: the goods, the steps in order, and what is not open to whoever shares it. */
import type { SharePage } from '@suyuan/api/public-page';
import { expect, test } from 'vitest';
import { renderPage } from '../render.tsx';

const pageOf = (lang: 'zh' | 'en'): SharePage => ({
  kind: 'share',
  lang,
  sharedBy: { name: '<b>绿源' },
  until: Date.UTC(2026, 0, 9),
  askedAt: Date.UTC(2026, 0, 2),
  isOneEvent: false,
  goods: [{ code: 'https://id.gs1.org/01/06901234567892/21/A' }],
  steps: [
    { time: Date.UTC(2026, 0, 1), step: { zh: '发货', en: 'Shipping' }, isHidden: false, isVerified: false },
    { isHidden: true, isVerified: true },
    { isHidden: true, isVerified: false },
  ],
});

test.each([
  ['zh', ['发货', '不公开的环节', '另一单位，已核验', '不公开的环节', '另一单位，尚待核验']],
  ['en', ['Shipping', 'A step that is not open', 'Another party, verified', 'Another party, not verified yet']],
] as const)(
  'steps in their order, hidden ones as those of another, no search engine, nothing as markup (%s)',
  (lang, told) => {
    const html = renderPage(pageOf(lang));
    const places = told.map((text, place) =>
      html.indexOf(text, place === 0 ? 0 : html.indexOf(told[place - 1] ?? '') + 1),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(html).toContain('https://id.gs1.org/01/06901234567892/21/A');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).toContain('&lt;b&gt;绿源');
  },
);
