/** Paints words of a map on a canvas. */
import type { MapElement } from '@suyuan/api/maps';

type Attributes = Readonly<Record<string, string>>;

interface Writing {
  readonly look: Attributes;
  readonly lookUnder: (above: Attributes, attributes: Attributes) => Attributes;
  readonly fonts: string;
}

/** Words of one look. */
interface Run {
  readonly text: string;
  readonly look: Attributes;
  readonly dx: number;
  readonly dy: number;
}

/** What is set as one: from a place that is said to the next (SVG 2 §11.5). */
interface Chunk {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly runs: Run[];
}

export function paintText(context: CanvasRenderingContext2D, text: MapElement, writing: Writing): void {
  let [x, y] = [0, 0];
  for (const chunk of chunksOf(text, writing)) {
    [x, y] = [chunk.x ?? x, chunk.y ?? y];
    const widths = chunk.runs.map(({ text: words, look }) => {
      context.font = fontOf(look, writing.fonts);
      return context.measureText(words).width;
    });
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const anchor = chunk.runs[0]?.look['text-anchor'];
    if (anchor !== 'start') x -= anchor === 'middle' ? whole / 2 : whole;
    for (const [index, { text: words, look, dx, dy }] of chunk.runs.entries()) {
      [x, y] = [x + dx, y + dy];
      paintRun(context, { words, look, x, y, fonts: writing.fonts });
      x += widths[index] ?? 0;
    }
  }
}

interface Painted extends Pick<Writing, 'fonts' | 'look'> {
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

/** On a ground of white, so that it is read on any colour. */
function paintRun(context: CanvasRenderingContext2D, { words, look, x, y, fonts }: Painted): void {
  context.font = fontOf(look, fonts);
  context.textAlign = 'left';
  context.strokeStyle = '#ffffff';
  context.lineJoin = 'round';
  context.lineWidth = 0.2 * Number(look['font-size']);
  context.strokeText(words, x, y);
  if (look.fill === 'none') return;
  context.fillStyle = look.fill ?? 'black';
  context.fillText(words, x, y);
}

const fontOf = (look: Attributes, fonts: string): string => `${look['font-weight']} ${look['font-size']}px ${fonts}`;

function chunksOf(text: MapElement, writing: Writing): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const walk = ({ attributes, children }: MapElement, look: Attributes): void => {
    const at = (name: string): number | undefined =>
      attributes[name] === undefined ? undefined : Number(attributes[name]);
    if (chunks.length === 0 || at('x') !== undefined || at('y') !== undefined)
      chunks.push({ x: at('x'), y: at('y'), runs: [] });
    let [dx, dy] = [at('dx') ?? 0, at('dy') ?? 0];
    for (const child of children) {
      if (typeof child !== 'string') walk(child, writing.lookUnder(look, child.attributes));
      else if (child.trim() !== '') {
        chunks.at(-1)?.runs.push({ text: child.trim(), look, dx, dy });
        [dx, dy] = [0, 0];
      }
    }
  };
  walk(text, writing.look);
  return chunks;
}
