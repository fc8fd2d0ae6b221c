/** What the cells of a row say, as the sheet that a person would have filled in. */
import { interpret, readCode } from '@suyuan/codes';
import type { Sheet, SheetUnit, StageForm } from '@suyuan/profiles';
import type { ColumnSpec } from '../../platform/tables/column-spec.ts';
import { VALUE } from './columns.ts';

export interface RowValues {
  /** By the ids of columns; of an empty cell none. */
  readonly values: ReadonlyMap<string, string>;
  /** That stood behind numbers. */
  readonly units: ReadonlyMap<string, string>;
}

/** What the form says of all rows is made once. */
export function sheetMaker(
  { pack, stage, fields, opens }: StageForm,
  specs: readonly ColumnSpec[],
): (of: RowValues) => Sheet {
  const fixed = Object.fromEntries(
    fields.flatMap(({ element, fixed: value }) => (value === undefined ? [] : [[element, value] as const])),
  );
  const givers = specs.flatMap((spec) => (spec.id.startsWith(VALUE) ? [giverOf(fields, spec)] : []));
  const withLot = lotWriter();
  return (of) => {
    const { values } = of;
    const code = withLot(values.get('code') ?? '', values.get('lot'));
    const input = values.get('inputCode');
    const said: Record<string, string | readonly string[]> = { ...fixed };
    for (const { id, element, given } of givers) {
      const value = values.get(id);
      if (value !== undefined) said[element] = given(value);
    }
    return {
      ...{ pack, stage, at: values.get('at') ?? '', values: said },
      units: opens && code === '' ? [] : [unitIn(of, code, ['quantity', 'uom'])],
      inputs: input === undefined ? [] : [unitIn(of, input, ['inputQuantity', 'inputUom'])],
      parent: values.get('parent') ?? '',
      ...{ place: values.get('place') ?? '', from: values.get('from') ?? '', to: values.get('to') ?? '' },
    };
  };
}

function unitIn({ values, units }: RowValues, code: string, [quantity, uom]: readonly [string, string]): SheetUnit {
  const [amount, of] = [values.get(quantity), values.get(uom) ?? units.get(quantity)];
  return {
    code,
    ...(amount === undefined ? {} : { quantity: amount }),
    ...(of === undefined ? {} : { uom: of }),
  };
}

interface Giver {
  readonly id: string;
  readonly element: string;
  given(value: string): string | readonly string[];
}

/** Of a list each text, options by their codes. */
function giverOf(fields: StageForm['fields'], { id, choices }: ColumnSpec): Giver {
  const element = id.slice(VALUE.length);
  if (fields.find((field) => field.element === element)?.type !== 'list')
    return { id, element, given: (value) => value };
  const given = (value: string): readonly string[] => {
    const texts = value.split(/[、;；,，\n]/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
    return texts.map((text) => choices?.find(({ names }) => names.includes(text))?.code ?? text);
  };
  return { id, element, given };
}

/** A product and a lot are one code (GS1 Digital Link, AI 10); a code that has a lot or a serial number already stays. */
function lotWriter(): (code: string, lot: string | undefined) => string {
  // Of a table of one product, the code of every row is the same.
  let last: { readonly code: string; readonly link: string | undefined } | undefined;
  return (code, lot) => {
    if (lot === undefined) return code;
    if (last?.code !== code) last = { code, link: productLink(code) };
    return last.link === undefined ? code : `${last.link}/10/${encodeURIComponent(lot)}`;
  };
}

/** Of a code that names a product alone. */
function productLink(code: string): string | undefined {
  const { reading } = interpret(code);
  if (reading === undefined || !reading.wellFormed || readCode(reading.canonical).names !== 'class') return undefined;
  return /^https:\/\/id\.gs1\.org\/01\/\d{14}$/.test(reading.canonical) ? reading.canonical : undefined;
}
