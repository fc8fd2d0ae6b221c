/**
 * The letters that everything is printed in: Noto Sans SC, whole, so that every character of GB 2312 and of
 * 通用规范汉字表 has a glyph. A character without one is never printed as a box: whoever prints asks `unprintable` first.
 */
import { fileURLToPath } from 'node:url';
import { type Font, type Glyph, openSync } from 'fontkit';

export type Weight = 'regular' | 'bold';

const FILES = { regular: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' } as const;
const PACKAGE = '@expo-google-fonts/noto-sans-sc';

export interface Letter {
  readonly glyph: Glyph;
  /** In parts of the size of the type. */
  readonly advanceEm: number;
}

export interface Typeface {
  readonly font: Font;
  /** Undefined where the typeface has no such character. */
  letter(character: string): Letter | undefined;
}

const opened = new Map<Weight, Typeface>();

/** Opened when first used, which takes 20 ms, and kept: a typeface never changes. */
export function typeface(weight: Weight): Typeface {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const made = openTypeface(weight);
  opened.set(weight, made);
  return made;
}

function openTypeface(weight: Weight): Typeface {
  const font = openSync(fileURLToPath(import.meta.resolve(`${PACKAGE}/${FILES[weight]}`)));
  if (!('glyphForCodePoint' in font)) throw new Error(`no single font in ${FILES[weight]}`);
  const letters = new Map<string, Letter | undefined>();
  const find = (character: string): Letter | undefined => {
    const point = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(point)) return undefined;
    const glyph = font.glyphForCodePoint(point);
    return { glyph, advanceEm: glyph.advanceWidth / font.unitsPerEm };
  };
  return {
    font,
    letter(character) {
      // At most as many as the typeface has: what it has not is not kept.
      const letter = letters.get(character) ?? find(character);
      if (letter !== undefined) letters.set(character, letter);
      return letter;
    },
  };
}

/** The characters of a text that cannot be printed, each once; ends of lines are no characters. */
export function unprintable(text: string, weight: Weight = 'regular'): readonly string[] {
  const { letter } = typeface(weight);
  return [...new Set(text)].filter((character) => character !== '\n' && letter(character) === undefined);
}

/** How wide a line is at a size of 1, in the same unit. */
export function widthEm(line: string, weight: Weight): number {
  const { letter } = typeface(weight);
  let width = 0;
  for (const character of line) width += letter(character)?.advanceEm ?? 1;
  return width;
}
