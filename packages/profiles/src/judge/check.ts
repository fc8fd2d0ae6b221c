/** What rules that data cannot say are given and give: small pure functions, one a rule id. */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { PackLicence } from '../pack/pack.ts';
import type { KnownOf } from './element-values.ts';

export interface Known extends KnownOf {
  /** What kind of organisation recorded the event; not known where it is not given. */
  readonly recorderKind?: string | undefined;
  /** What a party has entered of its licences; undefined where nothing is known of that party. */
  licences?(of: PackLicence['of']): readonly HeldLicence[] | undefined;
  /** Effective events that mention a unit, in their order, those of the event's own time and later among them; none where nothing is known. */
  history?(code: string): readonly EventFacts[];
  /** Whether what an event of the history says may be told to who recorded this one; all of it if not given. */
  mayTell?(facts: EventFacts): boolean;
}

/** Days in China, as `2026-12-01`; open where there is none. */
export interface HeldLicence {
  readonly number: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface Asked {
  readonly facts: EventFacts;
  readonly values: ElementValues;
  readonly known: Known;
  /** The stage of another event, with what it says; undefined where it has none. */
  stageOf(facts: EventFacts): { readonly stage: string; readonly values: ElementValues } | undefined;
}

/** Of one unit, or of the event as a whole. */
export interface Breach {
  readonly unit?: string;
  /** Beside the rule's own words. */
  readonly detail?: { readonly zh: string; readonly en: string };
  /** Event of the history that the detail is of. */
  readonly from?: EventFacts;
  /** It cannot be told: something is not recorded. */
  readonly isUnknown?: boolean;
}

export type Check = (asked: Asked) => readonly Breach[];

export type Checks = Readonly<Record<string, Check>>;
