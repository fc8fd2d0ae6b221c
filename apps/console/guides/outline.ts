/** Where the guides are, and the headings by which their parts are named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@suyuan/api';
import { marked, type Token } from 'marked';

const GUIDES = join(import.meta.dirname, '../../../docs/guides');

/** Name of a guide's file, without what says its language and kind. */
export function guideNames(): readonly string[] {
  return readdirSync(GUIDES).flatMap((file) => /^([\w-]+)\.md$/.exec(file)?.[1] ?? []);
}

export function guideFile(name: string, language: Language): string {
  return join(GUIDES, `${name}${language === 'zh' ? '.zh-CN' : ''}.md`);
}

/** Its parts as Markdown has them. */
export function tokensOf(name: string, language: Language): Token[] {
  return marked.lexer(readFileSync(guideFile(name, language), 'utf8'));
}

interface Outlined {
  readonly level: number;
  /** By which links of that language name it, as the site that shows the repository makes it. */
  readonly slug: string;
  /** By which it is named in the console: of the English words, so that an address is good in both languages. */
  readonly id: string;
}

/** The headings of a guide in one language. Both have the same, in the same order. */
export function outlineOf(name: string, language: Language): readonly Outlined[] {
  const own = headingsOf(name, language);
  const english = headingsOf(name, 'en');
  const levels = (headings: typeof own): string => headings.map(({ level }) => level).join(' ');
  if (levels(own) !== levels(english)) throw new Error(`${name}: the headings of its languages differ`);
  return own.map((heading, index) => ({ ...heading, id: english[index]?.slug ?? heading.slug }));
}

function headingsOf(name: string, language: Language): readonly Omit<Outlined, 'id'>[] {
  return tokensOf(name, language).flatMap((token) =>
    token.type === 'heading' ? { level: Number(token.depth), slug: slugOf(String(token.text)) } : [],
  );
}

/** Letters, digits and strokes of the words. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
