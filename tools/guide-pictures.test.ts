/** Pictures of the guides: each that a guide shows is there and light, with words for whoever does not see it; none lies about unused. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const GUIDES = join(import.meta.dirname, '../docs/guides');
const PICTURES = join(GUIDES, '../images/guides');
const BYTES_MAX = 120_000;

const guides = readdirSync(GUIDES).filter((name) => name.endsWith('.md'));
const shown = guides.flatMap((guide) =>
  [...readFileSync(join(GUIDES, guide), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
    ([, words = '', path = '']) => ({
      guide,
      words,
      path,
    }),
  ),
);

test.each(shown)('$guide: $path', ({ guide, words, path }) => {
  const { size } = statSync(join(GUIDES, path));
  expect(size).toBeLessThan(BYTES_MAX);
  expect(words.length).toBeGreaterThan(5);
  const isChinese = guide.endsWith('.zh-CN.md');
  expect(path).toMatch(isChinese ? /-zh\.png$/ : /-en\.png$/);
  expect(/\p{Script=Han}/u.test(words)).toBe(isChinese);
});

test('every picture is shown by a guide of its language', () => {
  const named = new Set(shown.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
  expect(readdirSync(PICTURES).filter((name) => !named.has(name))).toEqual([]);
});
