import type { Paper } from '@suyuan/api/public-page';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsProvider, wordsOf } from '../i18n/words.ts';
import { PapersCard } from './papers-card.tsx';

const TEST: Paper = {
  ...{ as: 'test', name: { zh: '沙门氏菌', en: '沙门氏菌' }, result: '未检出', number: 'R-7', day: '2026-03-04' },
  ...{ issuer: { zh: '江北检验所', en: 'Jiangbei Laboratory' } },
};

function drawn(papers: readonly Paper[] | undefined, lang: 'zh' | 'en' = 'zh'): string {
  return renderToStaticMarkup(
    <WordsProvider value={wordsOf(lang)}>
      <PapersCard papers={papers} />
    </WordsProvider>,
  );
}

test('a document of another site opens in a tab of its own, under the name of the site', () => {
  const html = drawn([{ ...TEST, document: 'https://papers.example.org/r/7' }]);
  expect(html).toContain('href="https://papers.example.org/r/7" target="_blank" rel="noopener noreferrer nofollow"');
  expect(html).toContain('在 papers.example.org，不是本站的网页');
});

test('without an address it lies with whoever issued it, under its number', () => {
  const html = drawn([TEST]);
  for (const text of ['江北检验所', 'R-7', '在出具的单位，可凭编号索取']) expect(html).toContain(text);
  expect(html).not.toContain('href=');
  expect(drawn([TEST], 'en')).toContain('Jiangbei Laboratory');
});

test.each(['javascript:alert(1)', '/admin', '//trap.example.org', 'https://papers.example.org@trap.example.org/'])(
  '%s is no link',
  (document) => {
    expect(drawn([{ ...TEST, document }])).not.toContain('href=');
  },
);

test('where the records do not say who issued it the page says that', () => {
  const { issuer: _, ...unsaid } = TEST;
  expect(drawn([unsaid])).toContain('记录里没有写');
});

test('without tests and certificates there is no card', () => {
  expect(drawn(undefined)).toBe('');
});
