/** The elements of a GS1 symbol, from a text with places to what the symbol carries. */
import { checkElements, type Element, type ElementFault, formatBracketed, formatScanned } from '@suyuan/codes';
import { fill } from './fill.ts';
import type { LabelValues } from './layout.ts';

const ELEMENT = /\((\d{2,4})\)([^(]+)/g;

/** Undefined where the text is not elements in brackets and nothing else. */
export function elementsOf(text: string): readonly Element[] | undefined {
  const elements = [...text.matchAll(ELEMENT)].map(([, ai = '', value = '']) => ({ ai, value }));
  return elements.length > 0 && formatBracketed(elements) === text ? elements : undefined;
}

/** Split before values come in, so that brackets within a value make no element. */
export function gs1Data(
  text: string,
  values: LabelValues,
): { readonly data: string; readonly faults: readonly ElementFault[] } {
  const elements = (elementsOf(text) ?? [])
    .map(({ ai, value }) => ({ ai, value: fill(value, values) }))
    .filter(({ value }) => value !== '');
  return { data: formatScanned(elements), faults: checkElements(elements) };
}
