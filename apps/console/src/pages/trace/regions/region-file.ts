/** Tiles, or the map in their place, as a file: light, for it goes into documents and onto paper, with what its colours mean. */
import type { ApprovedMap } from '@suyuan/api/maps';
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
import { lookOf } from './level-look.ts';
import { MAP_WIDTH, mapHeight } from './map/map-box.ts';
import { mapSvg } from './map/map-file.ts';
import { paintMap } from './map/paint-map.ts';

export interface RegionFile {
  readonly tiles: readonly DrawnTile[];
  readonly title: string;
  /** By level from 1, in words; before them what they are of. */
  readonly legend: readonly string[];
  readonly legendTitle: string;
  /** In the place of the tiles, with what is said below it. */
  readonly map?: { readonly approved: ApprovedMap; readonly lines: readonly string[] } | undefined;
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
  /** Outside of marks. */
  readonly said: readonly Said[];
  readonly width: number;
  readonly height: number;
}

function sheetOf({ tiles, legend, legendTitle, map }: RegionFile): Sheet {
  const [wide, high] = map === undefined ? [WIDTH, HEIGHT] : [MAP_WIDTH, mapHeight(map.approved.drawing)];
  const top = high + 28;
  const below = (text: string, line: number): Said => ({
    ...{ text, x: 0, y: top + LEGEND_LINE * line, size: LEGEND_SIZE, fill: LOOK.title, isCentred: false },
  });
  const swatches = legend.map((text, index): Mark => {
    const said = { ...below(text, index + 1), x: 24, fill: LOOK.text };
    return { x: 0, y: said.y - 13, size: 16, radius: 0, ground: lookOf(index + 1).ground, label: '', texts: [said] };
  });
  const lines = (map?.lines ?? []).flatMap(inLines);
  return {
    marks: [...(map === undefined ? tiles.map(tileMark) : []), ...swatches],
    said: [below(legendTitle, 0), ...lines.map((text, index) => below(text, legend.length + 1 + index))],
    width: wide + 2 * MARGIN,
    height: top + LEGEND_LINE * (legend.length + lines.length) + 2 * MARGIN,
  };
}

/** So many signs of Chinese have room beside each other. */
const LINE_SIGNS = Math.floor(MAP_WIDTH / LEGEND_SIZE);
const inLines = (text: string): readonly string[] => text.match(new RegExp(`.{1,${LINE_SIGNS}}`, 'gu')) ?? [];

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

export function regionsSvg(file: RegionFile): string {
  const { marks, said, width, height } = sheetOf(file);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="${escaped(FONTS)}">`,
    `<title>${escaped(file.title)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${LOOK.ground}"/>`,
    ...(file.map === undefined ? [] : [mapSvg(file.map.approved.drawing, file.tiles)]),
    ...marks.map(markSvg),
    ...said.map(saidSvg),
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
export async function regionsPng(file: RegionFile): Promise<Blob | undefined> {
  const { marks, said: beside, width, height } = sheetOf(file);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  const said = [...marks.flatMap(({ texts }) => texts), ...beside];
  await document.fonts.load(`${SHORT_SIZE}px ${FONTS}`, said.map(({ text }) => text).join(''));
  context.scale(SCALE, SCALE);
  context.fillStyle = LOOK.ground;
  context.fillRect(0, 0, width, height);
  context.translate(MARGIN, MARGIN);
  if (file.map !== undefined) paintMap(context, file.map.approved.drawing, file.tiles);
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
