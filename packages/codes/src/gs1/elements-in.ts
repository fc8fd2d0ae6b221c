/** Every application identifier that a code carries, what names the thing and what describes it, with what is wrong. */
import type { Text } from '../parsed.ts';
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts';
import { decompress } from './compressed-link.ts';
import type { Element } from './element.ts';
import { checkElements, type ElementFault, splitElements } from './element-string.ts';
import { KEY_BY_SEGMENT, QUALIFIER_BY_SEGMENT } from './keys.ts';
import { decodeSegment } from './value.ts';

export interface NamedElement extends Element {
  /** GS1's data title. */
  readonly title: string;
  readonly name: Text;
}

export interface ElementReading {
  readonly elements: readonly NamedElement[];
  readonly faults: readonly ElementFault[];
}

const PAIRS_MAX = 100; // no symbol holds more

/** The elements of an element string or a Digital Link; undefined for any other text. */
export function elementsIn(text: string): ElementReading | undefined {
  const elements = /^https?:\/\//i.test(text) ? elementsOfLink(text) : splitElements(text);
  if (elements === undefined || elements.length === 0) return undefined;
  const named = elements.map((element): NamedElement => {
    const entry = APPLICATION_IDENTIFIERS.get(element.ai);
    return { ...element, title: entry?.title ?? '', name: entry?.name ?? { zh: element.ai, en: element.ai } };
  });
  return { elements: named, faults: checkElements(elements) };
}

/** Key and qualifiers from the path, attributes from behind the question mark. */
function elementsOfLink(uri: string): readonly Element[] | undefined {
  const match = /^https?:\/\/[^/?#]+(\/[^?#]*)(?:\?([^#]*))?/i.exec(uri);
  if (match === null) return undefined;
  const [, path = '', query = ''] = match;
  const segments = path.split('/').filter((segment) => segment !== '');
  const packed = decompress(segments.at(-1) ?? '', KEY_BY_SEGMENT.has(segments.at(-3) ?? ''));
  if (packed !== undefined) segments.pop();
  const start = segments.findIndex((segment, i) => KEY_BY_SEGMENT.has(segment) && (segments.length - i) % 2 === 0);
  if (start < 0) return packed;
  const inPath: Element[] = [];
  for (let i = start; i + 1 < segments.length && inPath.length < PAIRS_MAX; i += 2) {
    const name = segments[i] ?? '';
    const ai = KEY_BY_SEGMENT.get(name)?.ai ?? QUALIFIER_BY_SEGMENT.get(name);
    const value = decodeSegment(segments[i + 1] ?? '');
    if (ai === undefined || value === undefined) return undefined;
    inPath.push({ ai, value: ai === '01' ? value.padStart(14, '0') : value });
  }
  const inQuery = query.split(/[&;]/, PAIRS_MAX).flatMap((pair): Element[] => {
    const [ai = '', escaped = ''] = pair.split('=');
    const value = decodeSegment(escaped);
    // Other parameters are the host's own business.
    return APPLICATION_IDENTIFIERS.has(ai) && value !== undefined ? [{ ai, value }] : [];
  });
  return [...inPath, ...(packed ?? []), ...inQuery];
}
