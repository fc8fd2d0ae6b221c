/** What an event says of a pack's elements to people who are not told all of it, such as whoever scans a label. */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import { type KnownOf, readElements } from './element-values.ts';
import { judgingOf } from './judging.ts';
import type { LoadedPack } from './loaded-pack.ts';

export interface Told {
  /** Undefined where it is of none, or what is told of it does not say of which. */
  readonly stage: string | undefined;
  readonly values: ElementValues;
}

/**
 * The time and the quantities of an event are those of an element only where its stage asks for that: a day of harvest is that of a
 * harvest, and not of each sale after it.
 */
export function toldOf(loaded: LoadedPack, facts: EventFacts, known: KnownOf): Told {
  const judging = Number.isNaN(facts.eventTimeMs) ? undefined : judgingOf(loaded, facts, known);
  const units = facts.units.map(({ code, role, isClass }) => ({ code, role, isClass }));
  const { values } = readElements({ ...facts, eventTimeMs: Number.NaN, units }, known, loaded.elements);
  if (judging === undefined) return { stage: undefined, values };
  const { stage, day } = judging;
  const asked = (loaded.requirements.get(stage.id) ?? []).filter(({ requirement }) => isInForce(requirement, day));
  const more = asked.flatMap(({ requirement: { element } }) => {
    const value = judging.values[element];
    return value === undefined ? [] : [[element, value] as const];
  });
  return { stage: stage.id, values: { ...values, ...Object.fromEntries(more), stage: stage.id } };
}

/** Marks of which the condition is true of an event; where it says too little to tell, it is not. */
export function marksHeld(
  { marks }: LoadedPack,
  facts: EventFacts,
  values: ElementValues,
): readonly LoadedPack['marks'][number]['mark'][] {
  return marks.filter(({ when }) => when?.ask(facts, values) === 'true').map(({ mark }) => mark);
}

/** Whether something of a pack holds on the day in China of a moment. */
export function holdsAt(dated: { readonly from?: string; readonly until?: string }, timeMs: number): boolean {
  return isInForce(dated, chinaDay(timeMs));
}
