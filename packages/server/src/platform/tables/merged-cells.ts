/** Which cells of a sheet are merged. That stands behind its rows (§18.3.1.55), so it is looked for before they are read. */
import { columnName, parsePlace } from '../xlsx/cell-place.ts';
import { COLUMNS_MAX } from './table.ts';
import { tooLarge, unreadable } from './zip-directory.ts';

/** Each fifth row of a hundred thousand merged in five columns. */
const AREAS_MAX = 100_000;
/** Longer than an element of a merged area; what stands of one at the end of a piece is kept for the next. */
const ELEMENT_CHARS_MAX = 200;
/** A `<` in a text is always written otherwise, so that this finds elements. */
const AREA = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/g;

interface Area {
  readonly place: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Of a row, asked for one after another: the columns that are merged into another cell, and which. */
export type MergedOf = (row: number) => ReadonlyMap<number, string>;

/** Reads the part to its end. @throws Problem `table.unreadable`, `table.too-large` */
export async function mergedAreas(pieces: AsyncIterable<Buffer>): Promise<readonly Area[]> {
  const areas: Area[] = [];
  let kept = '';
  for await (const piece of pieces) {
    const text = kept + piece.toString('latin1');
    let end = Math.max(0, text.length - ELEMENT_CHARS_MAX);
    if (text.includes('mergeCell')) {
      for (const found of text.matchAll(AREA)) {
        areas.push(areaOf(found[1] ?? '', found[2] ?? ''));
        end = Math.max(end, found.index + found[0].length);
        if (areas.length > AREAS_MAX) throw tooLarge();
      }
    }
    kept = text.slice(end);
  }
  return areas.sort((a, b) => a.top - b.top);
}

function areaOf(first: string, last: string): Area {
  const [from, to] = [parsePlace(first), parsePlace(last)];
  if (from === undefined || to === undefined) throw unreadable();
  return { place: first, top: from.row, bottom: to.row, left: from.column, right: Math.min(to.column, COLUMNS_MAX) };
}

const NONE: ReadonlyMap<number, string> = new Map();

export function mergedOf(areas: readonly Area[]): MergedOf {
  let [next, open] = [0, [] as Area[]];
  return (row) => {
    if (next === areas.length && open.length === 0) return NONE;
    if (open.some(({ bottom }) => bottom < row)) open = open.filter(({ bottom }) => bottom >= row);
    for (let area = areas[next]; area !== undefined && area.top <= row; next += 1, area = areas[next]) {
      if (area.bottom >= row) open.push(area);
    }
    // Areas do not overlap, so that a row has no more of them than columns.
    if (open.length > COLUMNS_MAX) throw unreadable();
    const merged = new Map<number, string>();
    for (const { place, top, left, right } of open) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) merged.set(column, place);
      }
    }
    return merged;
  };
}

/** Made once: a large sheet asks for two million places. */
const NAMES = Array.from({ length: COLUMNS_MAX }, (_, index) => columnName(index + 1));

/** Of one of the columns that are read. */
export const placeAt = (column: number, row: number): string => `${NAMES[column - 1] ?? columnName(column)}${row}`;
