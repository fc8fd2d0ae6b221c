/** Tiles as a file: light, for it goes into documents and onto paper, with what its colours mean. */
import { FONTS, LOOK, MARGIN } from '../picture/file-look.ts';
import { escaped } from '../picture/svg-file.ts';
import {
  ALONE_Y,
  COUNT_SIZE,
  COUNT_Y,
  type DrawnTile,
  HEIGHT,
  SHORT_SIZE,
  SHORT_Y,
  TILE,
  WIDTH,
} from './drawn-tiles.ts';

/** By level: ground and text, as `regions.css` has them in the light; each pair keeps 4.5:1. */
const LEVEL_LOOK = [
  { ground: '#ffffff', text: '#50615b' },
  { ground: '#dff1eb', text: '#14211d' },
  { ground: '#a9dccb', text: '#14211d' },
  { ground: '#6fc0a9', text: '#14211d' },
  { ground: '#0b6b57', text: '#ffffff' },
] as const;
const lookOf = (level: number) => LEVEL_LOOK[level] ?? LEVEL_LOOK[0];

interface TilesFile {
  readonly tiles: readonly DrawnTile[];
  readonly title: string;
  /** By level from 1, in words; before them what they are of. */
  readonly legend: readonly string[];
  readonly legendTitle: string;
}

const LEGEND_LINE = 22;
const LEGEND_SIZE = 13;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly radius: number;
  readonly ground: string;
  /** What it is, in words; '' where its text says so. */
  readonly label: string;
  readonly texts: readonly Said[];
}

interface Said {
  readonly text: string;
  readonly x: number;
  /** Of its base. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly isCentred: boolean;
}

interface Sheet {
  readonly marks: readonly Mark[];
  readonly title: Said;
  readonly width: number;
  readonly height: number;
}

function sheetOf({ tiles, legend, legendTitle }: TilesFile): Sheet {
  const top = HEIGHT + 28;
  const swatches = legend.map((text, index): Mark => {
    const y = top + LEGEND_LINE * (index + 1);
    const said = { text, x: 24, y, size: LEGEND_SIZE, fill: LOOK.text, isCentred: false };
    return { x: 0, y: y - 13, size: 16, radius: 0, ground: lookOf(index + 1).ground, label: '', texts: [said] };
  });
  return {
    marks: [...tiles.map(tileMark), ...swatches],
    title: { text: legendTitle, x: 0, y: top, size: LEGEND_SIZE, fill: LOOK.title, isCentred: false },
    width: WIDTH + 2 * MARGIN,
    height: top + LEGEND_LINE * legend.length + 2 * MARGIN,
  };
}

function tileMark({ x, y, level, short, count, label }: DrawnTile): Mark {
  const { ground, text: fill } = lookOf(level);
  const said = (text: string, size: number, base: number): Said => ({
    ...{ text, size, fill, isCentred: true },
    ...{ x: x + TILE / 2, y: y + base },
  });
  const texts =
    count === ''
      ? [said(short, SHORT_SIZE, ALONE_Y)]
      : [said(short, SHORT_SIZE, SHORT_Y), said(count, COUNT_SIZE, COUNT_Y)];
  return { x, y, size: TILE, radius: 5, ground, label, texts };
}

export function tilesSvg(file: TilesFile): string {
  const { marks, title, width, height } = sheetOf(file);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="${escaped(FONTS)}">`,
    `<title>${escaped(file.title)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${LOOK.ground}"/>`,
    ...marks.map(markSvg),
    saidSvg(title),
    '</svg>',
  ].join('\n');
}

function markSvg({ x, y, size, radius, ground, label, texts }: Mark): string {
  const title = label === '' ? '' : `<title>${escaped(label)}</title>`;
  const rect = `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="${radius}" fill="${ground}" stroke="${LOOK.border}"/>`;
  return `<g>${title}${rect}${texts.map(saidSvg).join('')}</g>`;
}

function saidSvg({ text, x, y, size, fill, isCentred }: Said): string {
  const anchor = isCentred ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}"${anchor} fill="${fill}">${escaped(text)}</text>`;
}

/** Three times as fine as a page, for paper. */
const SCALE = 3;

/** Drawn with the fonts of the page, so that no letter is missing on another machine. Undefined where the browser cannot draw it. */
export async function tilesPng(file: TilesFile): Promise<Blob | undefined> {
  const { marks, title, width, height } = sheetOf(file);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const said = [...marks.flatMap(({ texts }) => texts), title];
  await document.fonts.load(`${SHORT_SIZE}px ${FONTS}`, said.map(({ text }) => text).join(''));
  context.scale(SCALE, SCALE);
  context.fillStyle = LOOK.ground;
  context.fillRect(0, 0, width, height);
  context.translate(MARGIN, MARGIN);
  context.strokeStyle = LOOK.border;
  for (const { x, y, size, radius, ground } of marks) {
    context.beginPath();
    context.roundRect(x, y, size, size, radius);
    context.fillStyle = ground;
    context.fill();
    context.stroke();
  }
  for (const { text, x, y, size, fill, isCentred } of said) {
    context.font = `${size}px ${FONTS}`;
    context.textAlign = isCentred ? 'center' : 'left';
    context.fillStyle = fill;
    context.fillText(text, x, y);
  }
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
