/** The label of the lot that was recorded. Pure. */
import type { SheetWhole } from '@suyuan/api';
import type { PrintLabels } from '@suyuan/api/labels';
import { linkOf } from '../labels/label-values.ts';

const LAYOUT = 'lot-50x30';
const GS1_LOT = /\/01\/\d{14}\/10\/([^/?]+)$/;
const OWN_LOT = /^own-lot:[^.]+\.([^.]+)\.(.+)$/;

/** What the lot is numbered; undefined where the code is of no lot, or says none. */
export function lotOf(code: string): string | undefined {
  const gs1 = GS1_LOT.exec(code)?.[1];
  return gs1 === undefined ? OWN_LOT.exec(code)?.[2] : decoded(gs1);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** @param name what the goods are called; the number of one's own product where nothing is known */
export function lotLabelOf(sheet: SheetWhole, name: string | undefined, origin: string): PrintLabels | undefined {
  const { units = [], values = {}, at } = sheet.content;
  const code = units[0]?.code ?? '';
  const lot = lotOf(code);
  const said = typeof values.productName === 'string' ? values.productName : undefined;
  const called = said ?? name ?? OWN_LOT.exec(code)?.[1];
  if (lot === undefined || called === undefined) return undefined;
  const date = at === undefined ? {} : { date: at.slice(0, 10) };
  return { layout: LAYOUT, copies: 1, values: { link: linkOf(origin, code), name: called, lot, ...date } };
}
