/** What was told of a sheet, by the field that it is about. Pure. */
import type { SheetCheck, StageFormBody } from '@suyuan/api';
import { type GivenSheet, type GivenUnit, isSent } from './given-sheet.ts';

type Words = StageFormBody['name'];

export interface ToldOf {
  /** `fault`: it is no event so; `refuse`: the law forbids it. */
  readonly gravity: 'fault' | 'refuse' | 'flag' | 'unknown';
  readonly message: Words;
  readonly wayOut?: Words;
  readonly basis?: Words;
}

export interface ToldAt {
  /** `at`, `units`, `units/0/code`, `values/supplierName`. */
  of(field: string): readonly ToldOf[];
  /** What is of no field of the form. */
  readonly others: readonly ToldOf[];
}

export function toldAt(form: StageFormBody, given: GivenSheet, told: SheetCheck | undefined): ToldAt {
  const byField = new Map<string, ToldOf[]>();
  const others: ToldOf[] = [];
  const put = (field: string | undefined, of: ToldOf): void => {
    if (field === undefined) others.push(of);
    else byField.set(field, [...(byField.get(field) ?? []), of]);
  };
  for (const { field, message } of told?.faults ?? []) put(asShown(field, given), { gravity: 'fault', message });
  for (const { element, effect, message, wayOut, basis } of told?.findings ?? [])
    put(element === undefined ? undefined : fieldOf(form, element), { gravity: effect, message, wayOut, basis });
  return { of: (field) => byField.get(field) ?? [], others };
}

function fieldOf({ fields }: StageFormBody, element: string): string | undefined {
  const field = fields.find((each) => each.element === element);
  if (field === undefined || field.fixed !== undefined) return undefined;
  return { value: `values/${element}`, unit: 'units', time: 'at' }[field.entered];
}

/** Rows that are empty were not sent: what is told of the second row may be of the third on the page. */
function asShown(field: string, { units, inputs }: GivenSheet): string {
  const [list, row, ...rest] = field.split('/');
  const rows: readonly GivenUnit[] | undefined = { units, inputs }[list ?? ''];
  if (rows === undefined || row === undefined) return field;
  const shown = rows.flatMap((each, at) => (isSent(each) ? [at] : []));
  return [list, shown[Number(row)] ?? row, ...rest].join('/');
}
