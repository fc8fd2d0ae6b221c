import type { Product } from '@suyuan/api/public-page';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WordsProvider, wordsOf } from '../i18n/words.ts';
import { ProductHead } from './product-head.tsx';

const HREF = `/pictures/${'a'.repeat(64)}`;
const NAME = { zh: '纯牛奶', en: 'Milk' };

function drawn(product: Product | undefined, lang: 'zh' | 'en' = 'zh'): string {
  return renderToStaticMarkup(
    <WordsProvider value={wordsOf(lang)}>
      <ProductHead product={product}>!</ProductHead>
    </WordsProvider>,
  );
}

test('a picture has its room before it comes, its sides in proportion, and the name for who does not see it', () => {
  const html = drawn({ name: NAME, picture: { href: HREF, width: 320, height: 160 } });
  for (const said of [`src="${HREF}"`, 'width="144"', 'height="72"', 'alt="纯牛奶"', 'loading="lazy"'])
    expect(html).toContain(said);
  expect(drawn({ name: NAME, picture: { href: HREF, width: 320, height: 160 } }, 'en')).toContain('alt="Milk"');
});

test('one that is small stays as it is, and one that is thin is seen', () => {
  expect(drawn({ picture: { href: HREF, width: 20, height: 30 } })).toContain('width="20" height="30" alt="产品图片"');
  expect(drawn({ picture: { href: HREF, width: 1, height: 1024 } })).toContain('width="1" height="144"');
});

test('a name in the other language alone says in which it is', () => {
  const html = drawn({ name: { zh: '纯牛奶' }, picture: { href: HREF, width: 9, height: 9 } }, 'en');
  expect(html).toContain('alt="纯牛奶" lang="zh-CN"');
});

test('brand and content stand below the name, each where it is known', () => {
  const brand = { zh: '青山', en: 'Qingshan' };
  const specification = { zh: '250 毫升' };
  const textOf = (html: string) => html.replace(/<[^>]*>/g, '');
  expect(textOf(drawn({ brand, specification }))).toBe('!青山 · 250 毫升');
  expect(textOf(drawn({ brand }, 'en'))).toBe('!Qingshan');
  expect(drawn({ specification }, 'en')).toContain('lang="zh-CN"');
});

test('where there is none nothing stands in its place', () => {
  expect(drawn({ name: NAME })).toBe('<div><p class="product-name">!</p></div>');
  expect(drawn(undefined)).not.toContain('img');
});
