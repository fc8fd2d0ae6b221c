/** The dots of a label printer: text is drawn from the outlines of its letters, so that the printer needs no font. */
import { type Dots, dotsOf } from './outline.ts';
import type { PageSize } from './paper.ts';
import { MM_PER_PT, type Rectangle, type Run, type Surface } from './surface.ts';
import { typeface, type Weight } from './typeface.ts';

const LETTERS_MAX = 4000; // of half a kilobyte to some kilobytes each; a run of labels uses some hundred

/** Letters at the sizes they were drawn in. */
const letters = new Map<string, Dots>();

export class Bitmap implements Surface {
  readonly width: number;
  readonly height: number;
  /** Row by row, 1 for dark. */
  readonly dark: Uint8Array;
  readonly #dpmm: number;

  constructor(size: PageSize, dpmm: number) {
    this.#dpmm = dpmm;
    this.width = Math.round(size.widthMm * dpmm);
    this.height = Math.round(size.heightMm * dpmm);
    this.dark = new Uint8Array(this.width * this.height);
  }

  write({ text, xMm, baselineMm, sizePt, weight }: Run): void {
    const em = sizePt * MM_PER_PT * this.#dpmm;
    const baseline = Math.round(baselineMm * this.#dpmm);
    let x = xMm * this.#dpmm;
    for (const character of text) {
      const letter = typeface(weight).letter(character);
      if (letter === undefined) throw new Error(`no glyph for ${JSON.stringify(character)}`);
      this.#stamp(letterDots(character, weight, em), Math.round(x), baseline);
      x += letter.advanceEm * em;
    }
  }

  fill(rectangles: readonly Rectangle[]): void {
    for (const { xMm, yMm, widthMm, heightMm } of rectangles) {
      const [left, top] = [Math.round(xMm * this.#dpmm), Math.round(yMm * this.#dpmm)];
      // A line thinner than a dot is one dot.
      const right = Math.max(left + 1, Math.round((xMm + widthMm) * this.#dpmm));
      const bottom = Math.max(top + 1, Math.round((yMm + heightMm) * this.#dpmm));
      for (let y = Math.max(0, top); y < Math.min(bottom, this.height); y += 1) {
        this.dark.fill(1, y * this.width + Math.max(0, left), y * this.width + Math.min(right, this.width));
      }
    }
  }

  #stamp(dots: Dots, x: number, baseline: number): void {
    for (let row = 0; row < dots.height; row += 1) {
      const y = baseline + dots.top + row;
      if (y < 0 || y >= this.height) continue;
      for (let column = 0; column < dots.width; column += 1) {
        const across = x + dots.left + column;
        const isDark = dots.dark[row * dots.width + column] === 1;
        if (isDark && across >= 0 && across < this.width) this.dark[y * this.width + across] = 1;
      }
    }
  }
}

function letterDots(character: string, weight: Weight, em: number): Dots {
  const key = `${character}${weight}${em}`;
  const known = letters.get(key);
  if (known !== undefined) return known;
  const { font, letter } = typeface(weight);
  const glyph = letter(character)?.glyph;
  if (glyph === undefined) throw new Error(`no glyph for ${JSON.stringify(character)}`);
  const dots = dotsOf(glyph.path, em / font.unitsPerEm);
  if (letters.size >= LETTERS_MAX) letters.clear();
  letters.set(key, dots);
  return dots;
}
