/**
 * Makes of a guide's Markdown what the page draws. The guides use little of Markdown: whatever else stands in one, such as HTML,
 * ends the build.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '@suyuan/api';
import type { Token, Tokens } from 'marked';
import type { Block, Cell, Guide, Inline } from '../src/pages/help/guide.ts';
import { guideFile, guideNames, outlineOf, tokensOf } from './outline.ts';

interface Place {
  readonly name: string;
  readonly language: Language;
}

export function parseGuide(name: string, language: Language): Guide {
  const place = { name, language };
  const ids = outlineOf(name, language).map(({ id }) => id);
  const blocks = blocksOf(tokensOf(name, language), place);
  let at = 0;
  const named = blocks.map((block) => (block.is === 'heading' ? { ...block, id: ids[at++] ?? '' } : block));
  const [title, ...rest] = named;
  if (title?.is !== 'heading' || title.level !== 1) throw new Error(`${name}: it begins with no title`);
  return { title: title.of.join(''), blocks: rest };
}

function blocksOf(tokens: readonly Token[], place: Place): Block[] {
  return tokens.filter((token) => !isOtherLanguage(token, place)).flatMap((token) => blockOf(token, place));
}

/** The console has a switch of its own. */
function isOtherLanguage({ type, raw }: Token, { name }: Place): boolean {
  return type === 'paragraph' && new RegExp(`^\\[[^\\]]+\\]\\(${name}(\\.zh-CN)?\\.md\\)$`).test(raw.trim());
}

function blockOf(token: Token, place: Place): Block | [] {
  const of = (tokens: Token[] | undefined): Inline[] => inlinesOf(tokens ?? [], place);
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return { is: 'heading', level: Number(token.depth), id: '', of: of(token.tokens) };
    case 'paragraph':
    case 'text':
      return { is: 'text', of: of(token.tokens) };
    case 'code':
      return { is: 'code', text: String(token.text) };
    case 'list':
      return listOf(token as Tokens.List, place);
    case 'table':
      return tableOf(token as Tokens.Table, of);
    default:
      throw new Error(`${place.name}: no guide has ${token.type}: ${token.raw}`);
  }
}

function listOf({ ordered, start, items }: Tokens.List, place: Place): Block {
  const read = items.map(({ tokens }) => blocksOf(tokens, place));
  return { is: 'list', ...(ordered ? { first: Number(start) } : {}), items: read };
}

function tableOf({ header, rows }: Tokens.Table, of: (tokens: Token[]) => Inline[]): Block {
  const cell = ({ tokens }: Tokens.TableCell): Cell => of(tokens);
  return { is: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) };
}

function inlinesOf(tokens: readonly Token[], place: Place): Inline[] {
  return tokens.flatMap((token) => inlineOf(token, place));
}

function inlineOf(token: Token, place: Place): Inline | Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return joinLines(String(token.text));
    case 'strong':
    case 'em':
      return { is: token.type, of: inlinesOf(token.tokens ?? [], place) };
    case 'codespan':
      return { is: 'code', text: String(token.text) };
    case 'br':
      return { is: 'break' };
    case 'image':
      return pictureOf(token as Tokens.Image, place);
    case 'link': {
      const of = inlinesOf(token.tokens ?? [], place);
      const to = targetOf(String(token.href), place);
      return to === undefined ? of : { is: 'link', to, of };
    }
    default:
      throw new Error(`${place.name}: no guide has ${token.type}: ${token.raw}`);
  }
}

/** With its size, so that the page does not move when it comes. A PNG has it in its first chunk, IHDR. */
function pictureOf({ href, text }: Tokens.Image, { name, language }: Place): Inline {
  const bytes = readFileSync(join(dirname(guideFile(name, language)), href));
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error(`${name}: no PNG: ${href}`);
  return { is: 'picture', address: href, words: text, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Where a line of Chinese goes on in the next one, no space belongs. */
function joinLines(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}，。；：、）”])\n(?=[\p{Script=Han}（“])/gu, '').replaceAll('\n', ' ');
}

/** Another guide, a heading, or another site; other files of the repository are no pages, and are named only. */
function targetOf(href: string, { name, language }: Place): string | undefined {
  if (href.startsWith('https://')) return href;
  const [, file, slug] = /^(?:([\w-]+)(?:\.zh-CN)?\.md)?(?:#(.+))?$/.exec(href) ?? [];
  const guide = file ?? (slug === undefined ? undefined : name);
  if (guide === undefined || !guideNames().includes(guide)) {
    if (href.startsWith('../')) return undefined;
    throw new Error(`${name}: a link to nowhere: ${href}`);
  }
  if (slug === undefined) return `/help/${guide}`;
  const heading = outlineOf(guide, language).find((each) => each.slug === decodeURIComponent(slug));
  if (heading === undefined) throw new Error(`${name}: a link to a heading that is not there: ${href}`);
  return `/help/${guide}#${heading.id}`;
}
