/**
 * Where lines end. Chinese breaks between any two characters, but no line begins with what closes nor ends with what opens
 * (GB/T 15834 §5.1); Latin words and numbers stay whole unless one alone is wider than the line.
 */
import { type Weight, widthEm } from './typeface.ts';

const CLOSING = /^[，。、；：？！）》」』】〕〉”’…—～·％℃,.;:!?)\]}%]$/u;
const OPENING = /^[（《「『【〔〈“‘([{]$/u;
const WORD = /^[\p{Script=Latin}\p{N}\p{M}/_@#&+=~'"$€£¥^*<>|\\-]$/u;

export interface Measure {
  /** The width of a line in parts of the size of the type. */
  readonly widthEm: number;
  readonly weight: Weight;
}

export function breakLines(text: string, measure: Measure): readonly string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, measure));
}

function breakParagraph(paragraph: string, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => widthEm(candidate.trimEnd(), measure.weight) <= measure.widthEm + 1e-9;
  for (const unit of unitsOf(paragraph)) {
    if (fits(line + unit)) {
      line += unit;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = unit.trimStart();
    if (fits(line)) continue;
    const pieces = inPieces(line, fits);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line.trimEnd()];
}

/** What is not broken: a character with what closes after it and what opens before it, or a word. */
function unitsOf(paragraph: string): readonly string[] {
  const units: string[] = [];
  let before = '';
  for (const character of paragraph) {
    const last = units.at(-1);
    const isJoined =
      last !== undefined && (CLOSING.test(character) || OPENING.test(before) || isInWord(before, character));
    if (isJoined) units[units.length - 1] = last + character;
    else units.push(character);
    before = character;
  }
  return units;
}

function isInWord(before: string, character: string): boolean {
  return WORD.test(character) && (WORD.test(before) || /^[.,:;?!%)\]}([{]$/.test(before));
}

function inPieces(unit: string, fits: (candidate: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of unit) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
