/** What the help promises of every guide and page, held against the files of `docs/guides` and the routes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@suyuan/api';
import { expect, test } from 'vitest';
import { guideNames, outlineOf } from '../../../guides/outline.ts';
import { parseGuide } from '../../../guides/parse-guide.ts';
import { findInGuides } from './find-in-guides.ts';
import { type Block, type Inline, plainText } from './guide.ts';
import { GUIDE_NAMES, type GuideName } from './guide-list.ts';
import { HELP_PLACES, helpOf } from './help-places.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const guides = (language: Language) => GUIDE_NAMES.map((name) => [name, parseGuide(name, language)] as const);

test('every guide is in the list, once, and the list names no other', () => {
  expect([...GUIDE_NAMES].sort()).toEqual([...guideNames()].sort());
});

test.each(Object.entries(HELP_PLACES))('help of %s: %s is there in both languages', (_, place) => {
  const [name = '', id] = place.split('#');
  expect(guideNames()).toContain(name);
  for (const language of LANGUAGES) {
    const ids = parseGuide(name, language).blocks.flatMap((block) => (block.is === 'heading' ? block.id : []));
    if (id !== undefined) expect(ids).toContain(id);
  }
});

test('the table names pages that there are', () => {
  const routes = readFileSync(join(import.meta.dirname, '../../routes.tsx'), 'utf8');
  for (const page of Object.keys(HELP_PLACES)) expect(routes).toMatch(new RegExp(`path: '${page.slice(1)}['/]`));
});

test('what is below a page has its help, unless it has one of its own; a page without leads to the list', () => {
  expect(helpOf('/compliance/ledgers/food/receipt')).toBe('/help/compliance#ledgers-for-an-inspector');
  expect(helpOf('/record/import/7')).toBe('/help/record#from-a-file');
  expect(helpOf('/record/new/food/receipt')).toBe('/help/record');
  expect(helpOf('/recorded')).toBe('/help');
  expect(helpOf('/constructor')).toBe('/help');
  expect(helpOf('/')).toBe('/help');
});

test('no two headings of a guide have one address', () => {
  for (const name of guideNames()) {
    const ids = outlineOf(name, 'en').map(({ id }) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    if (block.is === 'list') for (const item of block.items) yield* inlinesOf(item);
    else if (block.is === 'table') for (const cell of [block.head, ...block.rows].flat()) yield* within(cell);
    else if (block.is !== 'code') yield* within(block.of);
  }
}

function* within(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if (typeof inline === 'object' && 'of' in inline) yield* within(inline.of);
  }
}

test('links lead to a guide and heading of the help or to another site, in both languages to the same', () => {
  const targets = LANGUAGES.map((language) =>
    guides(language).map(([name, { blocks }]) => {
      const links = [...inlinesOf(blocks)].flatMap((each) =>
        typeof each === 'object' && each.is === 'link' ? each.to : [],
      );
      return [name, links.sort()] as const;
    }),
  );
  expect(targets[0]).toEqual(targets[1]);
  const all = targets.flat().flatMap(([, links]) => links);
  expect(all).toContain('/help/compliance#mending-a-finding');
  for (const link of all) expect(link).toMatch(/^(\/help\/[\w-]+(#[\w-]+)?|https:\/\/.+)$/);
});

test('a guide has its words, without its title and the link to the other language', () => {
  const [[, zh]] = guides('zh').filter(([name]) => name === 'drill') as [[GuideName, ReturnType<typeof parseGuide>]];
  expect(zh.title).toMatch(/^模拟召回/);
  expect(zh.blocks[0]).toMatchObject({ is: 'text' });
  expect(plainText([...inlinesOf(zh.blocks)])).not.toContain('English');
});

const found = (language: Language, words: string): readonly string[] =>
  findInGuides(guides(language), words).map(({ guide, id }) => (id === undefined ? guide : `${guide}#${id}`));

test('a search finds headings first, in Chinese without spaces, and in English whatever the case', () => {
  expect(found('zh', '额度')[0]).toBe('compliance#quotas');
  expect(found('zh', '许可证')[0]).toBe('compliance#licences');
  // Nowhere written so: two of its three pairs are.
  expect(found('zh', '打印标签')).toContain('labels');
  expect(found('en', 'QUOTAS')[0]).toBe('compliance#quotas');
  expect(found('en', 'restore backup')[0]).toMatch(/^backup/);
});

test('each word that is looked for counts; nothing is found of what is nowhere, nor of nothing', () => {
  expect(found('en', 'quotas')).not.toEqual([]);
  expect(found('en', 'quotas zeppelin')).toEqual([]);
  expect(found('zh', '齐柏林飞艇')).toEqual([]);
  expect(found('zh', ' ，')).toEqual([]);
});

test('what is found is shown with the words around it', () => {
  const [first] = findInGuides(guides('zh'), '随机抽');
  expect(first?.excerpt).toContain('随机抽');
  expect(first?.excerpt.length).toBeLessThan(100);
});
