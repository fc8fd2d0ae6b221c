/** Every application identifier that a code carries, what names the thing and what describes it, with what is wrong. */
import type { Text } from '../parsed.ts';
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { elementsOfLink } from './digital-link.ts';
import type { Element } from './element.ts';
import { checkElements, type ElementFault, splitElements } from './element-string.ts';

export interface NamedElement extends Element {
  /** GS1's data title. */
  readonly title: string;
  readonly name: Text;
}

export interface ElementReading {
  readonly elements: readonly NamedElement[];
  readonly faults: readonly ElementFault[];
}

/** The elements of an element string or a Digital Link; undefined for any other text. */
export function elementsIn(text: string): ElementReading | undefined {
  if (!/^https?:\/\//i.test(text)) return reading(splitElements(text) ?? []);
  const link = elementsOfLink(text);
  if (link === undefined) return undefined;
  const found = reading(link.elements);
  if (found === undefined || link.clash === undefined) return found;
  const [ai, excludes] = link.clash;
  const isTold = found.faults.some((fault) => fault.excludes !== undefined);
  return isTold ? found : { ...found, faults: [...found.faults, { ai, reason: 'registry', excludes }] };
}

function reading(elements: readonly Element[]): ElementReading | undefined {
  if (elements.length === 0) return undefined;
  const named = elements.map((element): NamedElement => {
    const entry = APPLICATION_IDENTIFIERS.get(element.ai);
    return { ...element, title: entry?.title ?? '', name: entry?.name ?? { zh: element.ai, en: element.ai } };
  });
  return { elements: named, faults: checkElements(elements) };
}
