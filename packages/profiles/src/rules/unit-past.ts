/** What was recorded of a unit before the event that is asked about: what rules over a unit's life read. */
import type { EventFacts, UnitMention } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { Asked } from '../judge/check.ts';

export interface Past {
  readonly stage: string;
  readonly values: ElementValues;
  readonly timeMs: number;
  readonly facts: EventFacts;
}

/** A pallet’s worth, as the judge itself looks at. */
const UNITS_MAX = 1_000;

/** Single things that an event names; amounts of a kind have no life of their own. */
export function singleUnits({ facts }: Asked): readonly UnitMention[] {
  return facts.units.filter(({ isClass }) => !isClass).slice(0, UNITS_MAX);
}

/**
 * Events of a unit that have a stage, in their order, up to and with the moment of the event that is asked about. That event
 * itself may be among them. What is recorded later, though earlier entered, says nothing of how things stood.
 */
export function pastOf({ facts, known, stageOf }: Asked, code: string): readonly Past[] {
  return (known.history?.(code) ?? []).flatMap((each) => {
    if (each.eventTimeMs > facts.eventTimeMs) return [];
    const staged = stageOf(each);
    return staged === undefined ? [] : [{ ...staged, timeMs: each.eventTimeMs, facts: each }];
  });
}

export function isScrapped(past: readonly Past[]): boolean {
  return past.some(({ stage }) => stage === 'scrapping' || stage === 'cylinder-scrapping');
}

/** Until when the last inspection holds, by the newest record that says so. */
export function inspectionDueIn(past: readonly Past[]): { readonly due: Date; readonly from: EventFacts } | undefined {
  const last = past.findLast(({ values }) => values.inspectionDue instanceof Date);
  const due = last?.values.inspectionDue;
  return last !== undefined && due instanceof Date ? { due, from: last.facts } : undefined;
}
