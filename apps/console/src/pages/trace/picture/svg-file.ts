/** The picture as an SVG for other programs, its text as text. Pure. */
import { BOX_WIDTH, type Box, type Drawing, linesOf, type Way } from './drawing.ts';
import { FONTS, LOOK, MARGIN, SIZES } from './file-look.ts';

export function svgOf({ boxes, ways, width, height }: Drawing, title: string): string {
  const [wide, high] = [Math.ceil(width) + 2 * MARGIN, Math.ceil(height) + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"`,
    ` viewBox="${-MARGIN} ${-MARGIN} ${wide} ${high}" font-family="${escaped(FONTS)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${wide}" height="${high}" fill="${LOOK.ground}"/>`,
    ...ways.map(({ path }) => `<path d="${path}" fill="none" stroke="${LOOK.way}" stroke-width="1.5"/>`),
    ...boxes.map(boxSvg),
    ...ways.map(labelSvg),
    '</svg>',
  ].join('\n');
}

function boxSvg(box: Box): string {
  const { stroke, width, dashes } = frameOf(box);
  const dashed = dashes.length === 0 ? '' : ` stroke-dasharray="${dashes.join(' ')}"`;
  return [
    `<g><title>${escaped(box.label)}</title>`,
    `<rect x="${box.x}" y="${box.y}" width="${BOX_WIDTH}" height="${box.height}" rx="8"`,
    ` fill="${LOOK.ground}" stroke="${stroke}" stroke-width="${width}"${dashed}/>`,
    ...linesOf(box).map(({ kind, text, x, y, sign }) => {
      const signed = sign === undefined ? '' : `<path d="${sign}" fill="${LOOK[kind]}" fill-rule="evenodd"/>`;
      const weight = kind === 'text' ? '' : ' font-weight="600"';
      const size = SIZES[kind];
      return `${signed}<text x="${x}" y="${y}" font-size="${size}" fill="${LOOK[kind]}"${weight}>${escaped(text)}</text>`;
    }),
    '</g>',
  ].join('');
}

/** Of a box, in a file: thick and dashed where something is wrong, thick where it was asked for. */
export function frameOf({ marks, start, isApart }: Box): {
  readonly stroke: string;
  readonly width: number;
  readonly dashes: readonly number[];
} {
  if (marks !== '') return { stroke: LOOK.mark, width: 2, dashes: [7, 3] };
  if (start !== '') return { stroke: LOOK.start, width: 2, dashes: [] };
  return { stroke: LOOK.border, width: 1, dashes: isApart ? [2, 2] : [] };
}

function labelSvg({ label }: Way): string {
  if (label === undefined) return '';
  return (
    `<text x="${label.x}" y="${label.y}" font-size="${SIZES.label}" text-anchor="middle" fill="${LOOK.text}"` +
    ` stroke="${LOOK.ground}" stroke-width="3" paint-order="stroke">${escaped(label.text)}</text>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What no XML may hold goes, whatever a code or a name holds.
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replace(/[^\P{Cc}\t\n\r]/gu, '');
