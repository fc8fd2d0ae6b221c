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

/** What fields are called that say the name of a product. */
export function namesOfProduct(name: string | undefined): Values {
  return name === undefined ? {} : { name, productName: name, content: name };
}

/** The page that whoever scans it reads. */
export function linkOf(origin: string, code: string): string {
  const gs1 = /^https:\/\/id\.gs1\.org(\/.+)$/.exec(code);
  return origin + (gs1?.[1] ?? `/q/${encodeURIComponent(code)}`);
}

/** What the program fills in: a sample where each label has another. */
export function givenOf({ numbered, fields }: LayoutBody, product: string, origin: string): Values {
  const field = fields.find(({ isGiven }) => isGiven);
  if (field === undefined) return {};
  if (numbered === 'serial') return { [field.id]: linkOf(origin, `${product}/21/000000000000`) };
  if (numbered === 'sscc') return { [field.id]: '000000000000000000' };
  return product === '' ? {} : { [field.id]: linkOf(origin, product) };
}

/** Addresses lead to this installation unless another is typed. */
export function addressesOf({ fields }: LayoutBody, origin: string): Values {
  const typed = fields.filter(({ isAddress, isGiven }) => isAddress && !isGiven);
  return Object.fromEntries(typed.map(({ id }) => [id, `${origin}/q/`]));
}

/** Codes one a line, where each label has another. */
export function codesOf({ fields }: LayoutBody, values: Values): readonly string[] | undefined {
  const field = fields.find(({ isOfEach }) => isOfEach);
  if (field === undefined) return undefined;
  const lines = (values[field.id] ?? '').split(/\r\n?|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** The label of the first code, which is looked at. */
export function firstOf(layout: LayoutBody, values: Values): Values {
  const [first = ''] = codesOf(layout, values) ?? [];
  const of = layout.fields.filter(({ isOfEach }) => isOfEach).map(({ id }) => [id, first] as const);
  return { ...values, ...Object.fromEntries(of) };
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
