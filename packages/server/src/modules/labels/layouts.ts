/** Layouts, and labels tried before they are printed. The code that prints is loaded when it is first asked for. */
import { Problem } from '@suyuan/api';
import type { LabelPageName, Layouts, TriedLabel, TryLabel } from '@suyuan/api/labels';
import type { LabelPage, LabelValues, Layout } from '@suyuan/labels';
import { LAYOUTS, numberingOf } from '@suyuan/labels/layouts';

/** Half a second of one core, and 60 MB with the letters: a program that never prints does without. */
export const printing = () => import('@suyuan/labels');

const PREVIEW_DPMM = 8;

/** @throws Problem `resource.not-found` */
export function findLayout(id: string): Layout {
  const found = LAYOUTS.find((each) => each.id === id);
  if (found === undefined) throw new Problem('resource.not-found', { what: id });
  return found;
}

export function listLayouts(): Layouts {
  return {
    layouts: LAYOUTS.map(({ id, name, widthMm, heightMm, fields }) => ({
      ...{ id, name, widthMm, heightMm },
      numbered: numberingOf({ fields })?.by ?? ('none' as const),
      fields: fields.map((field) => ({
        ...{ id: field.id, name: field.name, isOptional: field.isOptional === true },
        ...{ isGiven: field.given !== undefined, isOfEach: field.isOfEach === true },
        isAddress: field.isAddress === true,
        ...(field.rule === undefined ? {} : { rule: field.rule }),
        ...(field.choices === undefined ? {} : { choices: field.choices.map(({ id, name }) => ({ id, name })) }),
      })),
    })),
  };
}

/** As it would be printed, or why not. */
export async function tryLabel({ layout: id, values }: TryLabel): Promise<TriedLabel> {
  const layout = findLayout(id);
  const { checkLabel, labelPng } = await printing();
  const faults = await checkLabel(layout, values, PREVIEW_DPMM);
  if (faults.length > 0) {
    return { faults: faults.map(({ fields, reason, message }) => ({ fields: [...fields], reason, message })) };
  }
  return { faults: [], picture: (await labelPng({ layout, values, dpmm: PREVIEW_DPMM })).toString('base64') };
}

/**
 * @param ofEach field of which each label has another, and which of the codes that were given this label has
 * @throws Problem `label.invalid`, `labels.code` with what is wrong, by field
 */
export async function mustPrint(
  layout: Layout,
  values: LabelValues,
  ofEach?: { readonly field: string; readonly at: number },
): Promise<void> {
  const { checkLabel } = await printing();
  const faults = await checkLabel(layout, values);
  if (faults.length === 0) return;
  const findings = faults.map(({ fields, reason, message }) => {
    const isOfCode = ofEach !== undefined && fields.includes(ofEach.field);
    const pointer = isOfCode ? `/codes/${ofEach.at}` : `/values/${fields[0] ?? ''}`;
    return { pointer, rule: `label.${reason}`, message };
  });
  const told = { findings, findingCount: faults.length };
  if (ofEach !== undefined && findings.some(({ pointer }) => pointer.startsWith('/codes/')))
    throw new Problem('labels.code', { line: ofEach.at + 1, code: values[ofEach.field] ?? '' }, told);
  throw new Problem('label.invalid', { count: faults.length }, told);
}

const A4 = { widthMm: 210, heightMm: 297 };
const MARGIN_MM = 5;

/** One label a page, or as many on a sheet of A4 as there is room for, to be cut. @throws Problem `labels.too-large` */
export function pageOf(layout: Layout, name: LabelPageName): LabelPage {
  if (name === 'roll') return { kind: 'roll' };
  const columns = Math.floor((A4.widthMm - 2 * MARGIN_MM) / layout.widthMm);
  const rows = Math.floor((A4.heightMm - 2 * MARGIN_MM) / layout.heightMm);
  if (columns < 1 || rows < 1) throw new Problem('labels.too-large');
  return {
    ...{ kind: 'sheet', ...A4, columns, rows, gapAcrossMm: 0, gapDownMm: 0 },
    marginLeftMm: (A4.widthMm - columns * layout.widthMm) / 2,
    marginTopMm: (A4.heightMm - rows * layout.heightMm) / 2,
  };
}
