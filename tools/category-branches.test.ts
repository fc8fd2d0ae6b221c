/** What a category asks is data of its pack: no program names a category, but for lists that are data themselves. */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PACKS } from '@suyuan/profiles';
import { expect, test } from 'vitest';
import { zh as categories } from '../apps/console/src/i18n/zh/categories.ts';
import { filesUnder, ROOT } from './repository.ts';

/** Files that may name one, and why. */
const DATA: Readonly<Record<string, string>> = {
  'apps/cli/src/bench/bench-import.ts': 'what is measured is a file of one stage',
  'apps/cli/src/bench/bench-judge.ts': 'measures the judging of one pack',
  'apps/cli/src/demo/campaign.ts': 'numbers the campaigns of the demo by their packs',
  'apps/cli/src/demo/equipment-chain.ts': 'writes demo events of one pack',
  'apps/cli/src/demo/food-chain.ts': 'writes demo events of one pack',
  'apps/cli/src/demo/index.ts': 'lists the campaigns of the demo',
  'apps/cli/src/demo/vegetable-chain.ts': 'writes demo events of one pack',
  'apps/console/src/i18n/en/categories.ts': 'names of categories in English',
  'apps/console/src/i18n/zh/categories.ts': 'names of categories in Chinese',
  'apps/console/src/manage/use-category-name.ts': 'lists the categories that have such names',
  'packages/profiles/src/examples.ts': 'lists the examples beside the packs',
};

const NAMES = [
  ...new Set([
    ...Object.keys(categories),
    ...PACKS.flatMap((pack) => {
      const { id, goods } = Object(pack);
      return [id, ...goods.categories];
    }),
  ]),
];
/** Words of a branch; a look-up by `find` is none. */
const BRANCH = /\b(if|switch|case)\b|\.includes\(/;
/** As a text of its own, and not a part of one, as the path of a pack is. */
const NAMED = new RegExp(`(['"\`])(?:${NAMES.join('|')})\\1`);
const PROGRAM = /\.(ts|tsx|mjs|cjs|js|sql)$/;
const OF_TESTS = /(^|\/)test\/|\.(test|fixture)\.tsx?$/;

const programs = ['apps', 'packages', 'tools']
  .flatMap((folder) => filesUnder(join(ROOT, folder)))
  .map((path) => relative(ROOT, path).replaceAll(sep, '/'))
  .filter((path) => PROGRAM.test(path) && !OF_TESTS.test(path));
const linesNaming = (path: string): readonly string[] =>
  readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .flatMap((line, at) => (NAMED.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : []));

test('no program names a category, but for the lists that are data', () => {
  expect(programs.filter((path) => !Object.hasOwn(DATA, path)).flatMap(linesNaming)).toEqual([]);
});

test('each list that is data names a category still, and branches on none', () => {
  for (const path of Object.keys(DATA)) {
    const named = linesNaming(path);
    expect([path, named.length > 0]).toEqual([path, true]);
    expect(named.filter((line) => BRANCH.test(line))).toEqual([]);
  }
});
