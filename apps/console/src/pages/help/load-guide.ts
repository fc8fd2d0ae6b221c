/** The guides of `docs/guides`, which the build makes ready: titles at once, each guide when it is read. */
import type { Language } from '@suyuan/api';
import type { Guide } from './guide.ts';
import { GUIDE_NAMES, type GuideName } from './guide-list.ts';

const FOLDER = '../../../../../docs/guides';

const TITLES = import.meta.glob<string>('../../../../../docs/guides/*.md', {
  eager: true,
  query: '?title',
  import: 'title',
});
const GUIDES = import.meta.glob<Guide>('../../../../../docs/guides/*.md', { import: 'guide' });

const fileOf = (name: GuideName, language: Language): string =>
  `${FOLDER}/${name}${language === 'zh' ? '.zh-CN' : ''}.md`;

export function titleOf(name: GuideName, language: Language): string {
  return TITLES[fileOf(name, language)] ?? name;
}

export async function loadGuide(name: GuideName, language: Language): Promise<Guide> {
  const load = GUIDES[fileOf(name, language)];
  if (load === undefined) throw new Error(`There is no guide ${name}`);
  return load();
}

/** Each with its name, to look them through. */
export function loadGuides(language: Language): Promise<readonly (readonly [GuideName, Guide])[]> {
  return Promise.all(GUIDE_NAMES.map(async (name) => [name, await loadGuide(name, language)] as const));
}
