/** What the rules of special equipment are asked in tests: events are told by the name of their stage, and say what is given. */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { Asked, Breach, Check } from '../judge/check.ts';

export const UNIT = 'cn-gas-cylinder:A1';

export interface Told {
  readonly stage: string;
  readonly at: string;
  readonly values: ElementValues;
  readonly units: readonly string[];
}

/** @param at in China: `11-20 09:00` of 2026, or a whole moment */
export function told(stage: string, at: string, values: ElementValues = {}, units: readonly string[] = [UNIT]): Told {
  return { stage, at: at.length > 11 ? at : `2026-${at.replace(' ', 'T')}:00+08:00`, values, units };
}

export function day(text: string): Date {
  return new Date(`${text}T00:00:00+08:00`);
}

function factsOf({ at, units }: Told): EventFacts {
  return {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    eventTimeMs: Date.parse(at),
    eventTimeZoneOffset: '+08:00',
    units: units.map((code) => ({ code, role: 'object', isClass: false })),
    sources: [],
    destinations: [],
    bizTransactions: [],
  };
}

/** @param history in its order; where it is not given, nothing is known of histories */
export function askedOf(event: Told, history?: readonly Told[], more: Partial<EventFacts> = {}): Asked {
  const past = history?.map((each) => ({ each, facts: factsOf(each) }));
  return {
    facts: { ...factsOf(event), ...more },
    values: event.values,
    known:
      past === undefined
        ? {}
        : { history: (code) => past.flatMap(({ each, facts }) => (each.units.includes(code) ? [facts] : [])) },
    stageOf(facts) {
      const each = past?.find((one) => one.facts === facts)?.each;
      return each === undefined || each.stage === 'none' ? undefined : each;
    },
  };
}

/** What is found, in English; `unknown` where it cannot be told, `broken` where there is no detail. */
export function answers(check: Check, asked: Asked): readonly string[] {
  return check(asked).map(({ isUnknown = false, detail }: Breach) =>
    isUnknown ? 'unknown' : (detail?.en ?? 'broken'),
  );
}
