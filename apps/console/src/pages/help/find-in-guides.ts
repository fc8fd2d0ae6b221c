/** Looks the guides through for words, of which Chinese has no spaces between. */
import { type Block, type Guide, plainText } from './guide.ts';
import type { GuideName } from './guide-list.ts';

/** A heading with what stands below it. */
interface Part {
  readonly guide: GuideName;
  readonly id: string | undefined;
  readonly title: string;
  readonly text: string;
}

export interface Found extends Pick<Part, 'guide' | 'id' | 'title'> {
  /** Some words of it, around the first that was looked for. */
  readonly excerpt: string;
}

/** Of pairs of Chinese characters that a part has to hold, where it does not hold the words as they were typed. */
const ENOUGH = 0.6;
const IN_TITLE = 3; // a heading that says it is what one looks for
const EXCERPT_BEFORE = 16;
const EXCERPT_CHARACTERS = 90;

/** The closest first; empty where nothing is looked for. */
export function findInGuides(guides: readonly (readonly [GuideName, Guide])[], words: string): readonly Found[] {
  const terms = fold(words)
    .split(/[\s，。、；：？！,.;:?!]+/u)
    .filter((term) => term !== '');
  if (terms.length === 0) return [];
  return guides
    .flatMap(([name, guide]) => partsOf(name, guide))
    .map((part) => ({ part, score: scoreOf(part, terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ part: { guide, id, title, text } }) => ({ guide, id, title, excerpt: excerptOf(text, terms) }));
}

/** Upper and lower case, and letters of both widths, are the same; its length stays. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const folded = letter.normalize('NFKC').toLowerCase();
    return folded.length === letter.length ? folded : letter;
  }).join('');
}

function partsOf(guide: GuideName, { title, blocks }: Guide): readonly Part[] {
  const parts: { id: string | undefined; title: string; texts: string[] }[] = [{ id: undefined, title, texts: [] }];
  for (const block of blocks) {
    if (block.is === 'heading') parts.push({ id: block.id, title: plainText(block.of), texts: [] });
    else parts.at(-1)?.texts.push(textOf(block));
  }
  return parts.map(({ texts, ...part }) => ({ guide, ...part, text: texts.join(' ') }));
}

function textOf(block: Block): string {
  switch (block.is) {
    case 'code':
      return block.text;
    case 'list':
      return block.items.map((item) => item.map(textOf).join(' ')).join(' ');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join(' ')).join(' ');
    default:
      return plainText(block.of);
  }
}

/** Zero where one of the words is in neither heading nor text. */
function scoreOf({ title, text }: Part, terms: readonly string[]): number {
  const [heading, body] = [fold(title), fold(text)];
  const scores = terms.map((term) => IN_TITLE * shareOf(term, heading) + shareOf(term, body));
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score);
}

/** How much of the word is there: 1 as it was typed, less where only its pairs of characters are. */
function shareOf(term: string, text: string): number {
  if (text.includes(term)) return 1;
  const pairs = pairsOf(term);
  if (pairs.length < 2) return 0;
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  return share < ENOUGH ? 0 : share / 2;
}

function pairsOf(term: string): readonly string[] {
  const letters = [...term];
  return letters.slice(1).flatMap((letter, index) => {
    const pair = `${letters[index]}${letter}`;
    return /^\p{Script=Han}{2}$/u.test(pair) ? pair : [];
  });
}

function excerptOf(text: string, terms: readonly string[]): string {
  const folded = fold(text);
  const sought = [...terms, ...terms.flatMap(pairsOf)].map((term) => folded.indexOf(term));
  const before = text.slice(0, sought.find((place) => place >= 0) ?? 0);
  // No word is cut where it has letters that belong together.
  const at =
    before.length - before.slice(-EXCERPT_BEFORE).replace(before.length > EXCERPT_BEFORE ? /^[\w-]+/ : '', '').length;
  const end = at + EXCERPT_CHARACTERS;
  return `${at > 0 ? '…' : ''}${text.slice(at, end).trim()}${end < text.length ? '…' : ''}`;
}
