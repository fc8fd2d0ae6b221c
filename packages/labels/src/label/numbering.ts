import type { Layout, Numbering } from './layout.ts';

/** The field that has a number of its own on each label, given by the program, and of what kind; undefined where there is none. */
export function numberingOf({
  fields,
}: Pick<Layout, 'fields'>): { readonly field: string; readonly by: Numbering } | undefined {
  for (const { id, given } of fields) if (given === 'serial' || given === 'sscc') return { field: id, by: given };
  return undefined;
}
