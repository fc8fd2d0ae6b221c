/** Whether conditions hold for the facts of an event, as SQL would say of its rows. */
import type { EventFacts } from '@suyuan/epcis';
import { TOUCH_ROLES, type TouchRole } from '../roles.ts';
import type { Condition } from './parameters.ts';

/** For facts that were cut: what is hidden meets no condition, so that nobody finds it out by asking. */
export function holds(conditions: readonly Condition[], facts: EventFacts): boolean {
  return conditions.every((condition) => isMet(condition, facts));
}

function isMet(condition: Condition, facts: EventFacts): boolean {
  switch (condition.on) {
    case 'type':
      return condition.types.includes(facts.type);
    case 'bizStep':
      return facts.bizStep !== undefined && condition.terms.includes(facts.bizStep);
    case 'eventTime':
      return condition.comparison === 'GE'
        ? facts.eventTimeMs >= condition.timeMs
        : facts.eventTimeMs < condition.timeMs;
    case 'touch':
      return touched(facts).some(({ code, role }) => condition.roles.includes(role) && condition.codes.includes(code));
    default:
      return unreachable(condition);
  }
}

function touched({ units, readPoint, bizLocation }: EventFacts): { readonly code: string; readonly role: number }[] {
  const place = (role: TouchRole, code: string | undefined): { code: string; role: number }[] =>
    code === undefined ? [] : [{ code, role: TOUCH_ROLES[role] }];
  return [
    ...units.map(({ code, role }) => ({ code, role: TOUCH_ROLES[role] })),
    ...place('readPoint', readPoint),
    ...place('bizLocation', bizLocation),
  ];
}

function unreachable(value: never): never {
  throw new Error(`no answer for ${JSON.stringify(value)}`);
}
