/**
 * Goods whose number stands in one bar code, and lot, serial or dates in another beside it: two scans of one item, read
 * as one code.
 */
import { refuseElement } from './application-identifiers.ts';
import { readBareDigits } from './bare.ts';
import { elementsOfLink, formatDigitalLink, parseDigitalLink } from './digital-link.ts';
import type { Element } from './element.ts';
import {
  checkElements,
  FNC1,
  formatBracketed,
  isMarkedElements,
  parseElementString,
  splitElements,
} from './element-string.ts';
import { KEY_BY_SEGMENT } from './keys.ts';
import { padValue } from './value.ts';

/**
 * The code of both, as people read it: `(01)06951181105326(10)L1`. Undefined where they are not of one item: both or
 * neither has the number, they contradict each other, or one of them is no GS1 code.
 */
export function joined(first: string, second: string): string | undefined {
  const [one, other] = [elementsOf(first), elementsOf(second)];
  if (one === undefined || other === undefined || hasNumber(one) === hasNumber(other)) return undefined;
  const [item, told] = hasNumber(one) ? [one, other] : [other, one];
  if (told.some(({ ai }) => NUMBERS.has(ai) || KEY_BY_SEGMENT.has(ai))) return undefined;
  const all = [...item, ...told.filter((each) => !item.some((its) => its.ai === each.ai && its.value === each.value))];
  const text = formatBracketed(all);
  // A value may hold what looks like an identifier in brackets.
  const isRead =
    splitElements(text)?.every(({ ai, value }, i) => all[i]?.ai === ai && all[i]?.value === value) === true;
  return isRead && all.length > item.length && checkElements(all).length === 0 ? text : undefined;
}

/** What a scanner gave as the Digital Link that names the same; any other text as it is. */
export function linkOfScanned(text: string): string {
  const read = /^https?:/i.test(text) ? parseDigitalLink(text) : parseElementString(text);
  const code = read ?? readBareDigits(text).find(({ ai }) => ai === ITEM)?.code;
  return code?.ok === true ? formatDigitalLink(code.value) : text;
}

const ITEM = '01';
/** Numbers of goods, of which one stands in a code. */
const NUMBERS = new Set(['01', '02', '03']);

const hasNumber = (elements: readonly Element[]): boolean => elements.some(({ ai }) => ai === ITEM);

function elementsOf(text: string): readonly Element[] | undefined {
  if (/^https?:/i.test(text)) return elementsOfLink(text)?.elements;
  if (readBareDigits(text).some(({ ai, code }) => ai === ITEM && code.ok))
    return [{ ai: ITEM, value: padValue(ITEM, text) }];
  return isMarkedElements(text) ? splitElements(text) : unmarked(text);
}

/** What most belongs to goods and stands beside their number. */
const COMMON = new Set(['10', '11', '13', '15', '16', '17', '21']);
const DATES = new Set(['11', '13', '15', '16', '17']);

/**
 * Many scanners leave the mark out. Then it may as well be a code of another kind, so all of it has to be what is common
 * on goods, and of mere digits the first a date: ear tags and many house numbers begin as a lot or a serial does.
 */
function unmarked(text: string): readonly Element[] | undefined {
  const withNumber = splitElements(text);
  if (withNumber !== undefined) return withNumber;
  const elements = splitElements(FNC1 + text);
  if (elements?.every(({ ai, value }) => COMMON.has(ai) && refuseElement(ai, value) === undefined) !== true)
    return undefined;
  return /^\d+$/.test(text) && !DATES.has(elements[0]?.ai ?? '') ? undefined : elements;
}
