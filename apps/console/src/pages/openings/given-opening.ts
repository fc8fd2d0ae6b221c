/** What a person gives to open something further, and what of it is sent. Pure. */
import type { NewOpeningBody } from '@suyuan/api';
import { DATA_ELEMENTS, type Level, RANK_OF } from '@suyuan/api/disclosure';
import { textOrNull } from '../../manage/given-text.ts';
import type { Opened } from '../../manage/use-element-name.ts';

/** `one` is one partner. */
export const AUDIENCES = ['partner', 'chain', 'regulator', 'public', 'one'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface GivenOpening {
  readonly element: Opened;
  /** As typed; an empty one is all goods. */
  readonly product: string;
  readonly to: Audience;
  /** ID and name, where `to` is `one`. */
  readonly partner?: { readonly value: string; readonly label: string };
  /** Days as a calendar has them, `2026-03-01`; empty ones are now, and never. */
  readonly fromDay: string;
  readonly untilDay: string;
  readonly note: string;
}

/** `product` is the canonical code. Whole days of whoever gives them, the last one included. */
export function openingOf(given: GivenOpening, product: string | null): NewOpeningBody {
  const { element, to, partner, fromDay, untilDay } = given;
  const note = textOrNull(given.note);
  return {
    elements: [element],
    ...(to === 'one' ? { partner: partner?.value ?? '' } : { level: to }),
    ...(product === null ? {} : { product }),
    ...(fromDay === '' ? {} : { from: new Date(`${fromDay}T00:00:00`).toISOString() }),
    ...(untilDay === '' ? {} : { until: new Date(`${untilDay}T23:59:59`).toISOString() }),
    ...(note === null ? {} : { note }),
  };
}

/** The level at which those see the element without any opening; undefined where they do not. An agreed partner is one. */
export function openAnyway(element: Opened, to: Audience): Level | undefined {
  if (element === '*') return undefined;
  const { level } = DATA_ELEMENTS[element];
  return RANK_OF[level] <= RANK_OF[to === 'one' ? 'partner' : to] ? level : undefined;
}
