/** What a trace comes to, before its steps are read: of what, from whom, to whom, and what is wrong with it. Pure. */
import type { TraceAnswer } from '@suyuan/api';

export interface ToldOf {
  /** Products of what was asked for. */
  readonly products: readonly string[];
  /** Who had what it came from. */
  readonly sources: readonly string[];
  /** Who has it, or what was made of it, now. */
  readonly holders: readonly string[];
  /** Who had it before, and has it no more. */
  readonly before: readonly string[];
  readonly anomalies: number;
  /** Steps that a partner says are otherwise. */
  readonly disputed: number;
  /** Steps that were declared wrong by who recorded them. */
  readonly wrong: number;
}

export function toldOf({ units, custody, events, anomalies }: TraceAnswer): ToldOf {
  const codesOf = (roles: readonly string[]): ReadonlySet<string> =>
    new Set(units.filter(({ role }) => roles.includes(role)).map(({ code }) => code));
  const own = codesOf(['start', 'affected']);
  const above = codesOf(['source']);
  const partiesOf = (codes: ReadonlySet<string>): readonly string[] =>
    unique(custody.filter(({ code }) => codes.has(code)).map(({ party }) => party));
  const holders = unique(units.filter(({ code }) => own.has(code)).flatMap(({ holder }) => holder ?? []));
  return {
    products: unique(units.filter(({ role }) => role === 'start').flatMap(({ product }) => product ?? [])),
    sources: partiesOf(above),
    holders,
    before: partiesOf(own).filter((party) => !holders.includes(party)),
    anomalies: anomalies.length,
    disputed: events.filter(({ disputes = [], disputed }) => disputed === true || disputes.length > 0).length,
    wrong: events.filter(({ declaredInError }) => declaredInError === true).length,
  };
}

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)];
