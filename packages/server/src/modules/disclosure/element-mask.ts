/** Sets of data elements as bits of a number: who stands at which rank sees which, worked out once. */
import {
  DATA_ELEMENT_NAMES,
  type DataElement,
  ELEMENT_NAMES,
  type ElementRule,
  EVENT_ELEMENTS,
  type EventElement,
  type Level,
  RANK_OF,
} from '@suyuan/api';

/** How near a viewer stands to a record, as `RANK_OF` counts: 4 recorded it, 0 is anybody. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** What an event is, as bits. */
export const OCCASIONS = { making: 1, notice: 2, warning: 4 } as const;

export const BITS: Readonly<Record<DataElement, number>> = bitsOf();
/** Of events, which have the lowest bits; those of master data stand above. */
export const ALL_ELEMENTS = 2 ** ELEMENT_NAMES.length - 1;
const ALL_DATA = 2 ** DATA_ELEMENT_NAMES.length - 1;

/** Bits of one element, or of all (`*`). */
export function bitsOfElement(element: DataElement | '*'): number {
  return element === '*' ? ALL_DATA : BITS[element];
}

/** The elements that are open by default to a viewer of this rank, of an event of these occasions. */
export function openBits(rank: Rank, occasions: number): number {
  return MASKS[rank * 8 + occasions] ?? 0;
}

/** The elements that are not among these bits; undefined where all are. */
export function hiddenElements(mask: number): readonly EventElement[] | undefined {
  if (mask === ALL_ELEMENTS) return undefined;
  let names = HIDDEN.get(mask);
  if (names === undefined) {
    names = ELEMENT_NAMES.filter((name) => (mask & BITS[name]) === 0);
    HIDDEN.set(mask, names);
  }
  return names;
}

/** An answer has thousands of rows and few masks. */
const HIDDEN = new Map<number, readonly EventElement[]>();

const MASKS: readonly number[] = Array.from({ length: 5 * 8 }, (_, at) => maskAt(Math.floor(at / 8), at % 8));

function maskAt(rank: number, occasions: number): number {
  return ELEMENT_NAMES.filter((name) => rank >= neededRank(EVENT_ELEMENTS[name], occasions)).reduce(
    (mask, name) => mask | BITS[name],
    0,
  );
}

/** The widest of the levels that the element and the occasions give it. */
function neededRank({ level, on = {} }: ElementRule, occasions: number): number {
  const levels: Level[] = [level];
  for (const [name, bit] of [
    ['making', 1],
    ['notice', 2],
    ['warning', 4],
  ] as const) {
    const opened = on[name];
    if ((occasions & bit) !== 0 && opened !== undefined) levels.push(opened);
  }
  return Math.min(...levels.map((each) => RANK_OF[each]));
}

function bitsOf(): Readonly<Record<DataElement, number>> {
  const bits: Partial<Record<DataElement, number>> = {};
  for (const [at, name] of DATA_ELEMENT_NAMES.entries()) bits[name] = 2 ** at;
  return isWhole(bits) ? bits : unreachable();
}

function isWhole(bits: Partial<Record<DataElement, number>>): bits is Record<DataElement, number> {
  return DATA_ELEMENT_NAMES.every((name) => bits[name] !== undefined);
}

function unreachable(): never {
  throw new Error('an element without a bit');
}
