/** What stands on a label before anybody types: of the recorded sheet, of the product. Pure. */
import { type SheetWhole, unitWords } from '@suyuan/api';
import type { LayoutBody } from '@suyuan/api/labels';

export type Values = Readonly<Record<string, string>>;

/** Fields of a layout that are named as the data elements of a sheet have their values. */
export function valuesOfSheet({ fields }: LayoutBody, { content }: SheetWhole, language: 'zh' | 'en'): Values {
  const { values = {}, units = [] } = content;
  const [unit] = units;
  const quantity =
    unit?.quantity === undefined ? {} : { quantity: `${unit.quantity} ${unitWords(unit.uom ?? 'H87')[language]}` };
  const named: Readonly<Record<string, string | readonly string[] | undefined>> = { ...quantity, ...values };
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = named[id];
      return typeof value === 'string' ? [[id, value] as const] : [];
    }),
  );
}

/** The page that whoever scans it reads. */
export function linkOf(origin: string, code: string): string {
  const gs1 = /^https:\/\/id\.gs1\.org(\/.+)$/.exec(code);
  return origin + (gs1?.[1] ?? `/q/${encodeURIComponent(code)}`);
}

/** A sample of what the program fills in of each label. */
export function sampleOf({ numbered }: Pick<LayoutBody, 'numbered'>, product: string, origin: string): Values {
  if (numbered === 'serial') return { link: linkOf(origin, `${product}/21/000000000000`) };
  if (numbered === 'sscc') return { sscc: '000000000000000000' };
  return {};
}

/** Only what the layout has, and what was filled in. */
export function filled({ fields }: LayoutBody, values: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = values[id]?.trim() ?? '';
      return value === '' ? [] : [[id, value] as const];
    }),
  );
}
