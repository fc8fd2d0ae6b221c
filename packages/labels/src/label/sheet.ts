/** Where labels stand on what they are printed on: a roll, one after another, or a sheet of them. */
import type { Text } from '@suyuan/codes';
import type { PageSize } from '../paper/paper.ts';
import type { Layout } from './layout.ts';

export interface Sheet extends PageSize {
  readonly kind: 'sheet';
  readonly columns: number;
  readonly rows: number;
  readonly marginLeftMm: number;
  readonly marginTopMm: number;
  readonly gapAcrossMm: number;
  readonly gapDownMm: number;
  /** The first place that is free, from 0, row by row: so that a sheet that was begun is used up. */
  readonly first?: number;
}

export type LabelPage = { readonly kind: 'roll' } | Sheet;

export interface LabelPlace {
  readonly startsPage: boolean;
  readonly xMm: number;
  readonly yMm: number;
}

export function pageSize(page: LabelPage, layout: Layout): PageSize {
  return page.kind === 'roll' ? layout : page;
}

/** Where the label of this number, from 0, stands. */
export function placeOf(page: LabelPage, layout: Layout, index: number): LabelPlace {
  if (page.kind === 'roll') return { startsPage: true, xMm: 0, yMm: 0 };
  const place = (index + (page.first ?? 0)) % (page.columns * page.rows);
  const column = place % page.columns;
  const row = Math.floor(place / page.columns);
  return {
    startsPage: index === 0 || place === 0,
    xMm: page.marginLeftMm + column * (layout.widthMm + page.gapAcrossMm),
    yMm: page.marginTopMm + row * (layout.heightMm + page.gapDownMm),
  };
}

/** Why labels of this layout do not stand on such sheets. */
export function checkPage(page: LabelPage, layout: Layout): Text | undefined {
  if (page.kind === 'roll') return undefined;
  const { columns, rows, first = 0 } = page;
  const isCount = (count: number, least: number): boolean => Number.isSafeInteger(count) && count >= least;
  if (!isCount(columns, 1) || !isCount(rows, 1)) {
    return { zh: '行数与列数须为正整数', en: 'Columns and rows are whole numbers from 1' };
  }
  if (!isCount(first, 0) || first >= columns * rows) {
    return { zh: '起始位置不在这张纸上', en: 'The first place is not on the sheet' };
  }
  const across = page.marginLeftMm + columns * layout.widthMm + (columns - 1) * page.gapAcrossMm;
  const down = page.marginTopMm + rows * layout.heightMm + (rows - 1) * page.gapDownMm;
  const isWithin = across <= page.widthMm + 0.01 && down <= page.heightMm + 0.01;
  const isApart = [page.marginLeftMm, page.marginTopMm, page.gapAcrossMm, page.gapDownMm].every((mm) => mm >= 0);
  return isWithin && isApart
    ? undefined
    : { zh: '这张纸放不下这么多标签', en: 'The sheet does not hold so many labels' };
}
