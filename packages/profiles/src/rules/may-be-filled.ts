/**
 * 特种设备安全法 §49: no gas cylinder is filled that does not conform. A filler fills cylinders that are registered with it, are
 * within their inspection date, were found fit at the check before this filling, and are not scrapped.
 *
 * Reads the stages `cylinder-dossier`, `use-registration`, `deregistration`, `cylinder-check-before`, `cylinder-filling`,
 * `cylinder-inspection` and the scrapping ones, and the elements `fillerNumber`, `inspectionDue` and `result`.
 */

import type { EventFacts } from '@suyuan/epcis';
import type { Asked, Breach, Check } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';
import type { Words } from '../pack/parts.ts';
import { inspectionDueIn, isScrapped, type Past, pastOf, singleUnits } from './unit-past.ts';

/** Why a cylinder may not be filled, or that it cannot be told. */
type Reason = { readonly detail: Words; readonly from?: EventFacts } | 'unknown';

export const mayBeFilled: Check = (asked) => {
  const cylinders = singleUnits(asked);
  if (cylinders.length === 0) return [{ isUnknown: true }];
  return cylinders.flatMap(({ code }) => {
    const past = pastOf(asked, code).filter((each) => !isThisFilling(each, asked));
    const reasons = past.length === 0 ? (['unknown'] as const) : reasonsAgainst(past, asked);
    return breachesOf(code, reasons);
  });
};

/** The history holds the event itself where it is judged again after it was recorded. */
function isThisFilling({ stage, timeMs }: Past, { facts }: Asked): boolean {
  return stage === 'cylinder-filling' && timeMs === facts.eventTimeMs;
}

function reasonsAgainst(past: readonly Past[], asked: Asked): readonly Reason[] {
  // The code of a scrapped cylinder is not used again, so a later registration changes nothing.
  if (isScrapped(past)) return [SCRAPPED];
  return [ofRegistration(past, asked), ofInspection(past, asked), ofCheck(past)].filter(
    (reason) => reason !== undefined,
  );
}

const SCRAPPED = { detail: { zh: '气瓶已报废', en: 'the cylinder is scrapped' } };
const UNREGISTERED = { detail: { zh: '没有建档或使用登记', en: 'it is in no dossier and not registered for use' } };
const UNFIT = { detail: { zh: '检验不合格', en: 'its inspection found it unfit' } };
const UNCHECKED = {
  detail: {
    zh: '上次充装以后没有充装前检查的记录',
    en: 'no check before filling is recorded since it was last filled',
  },
};
const FOUND_UNFIT = { detail: { zh: '充装前检查不合格', en: 'the check before filling found it unfit' } };

function ofRegistration(past: readonly Past[], { values }: Asked): Reason | undefined {
  const ended = past.findLastIndex(({ stage }) => stage === 'deregistration');
  const registrations = past
    .slice(ended + 1)
    .filter(({ stage }) => stage === 'cylinder-dossier' || stage === 'use-registration');
  if (registrations.length === 0) return UNREGISTERED;
  const from = registrations.findLast(({ values: said }) => fillerIn(said) !== undefined);
  const registered = from && fillerIn(from.values);
  const filler = fillerIn(values);
  if (registered === undefined || filler === undefined) return 'unknown';
  if (registered === filler) return undefined;
  return {
    ...(from === undefined ? {} : { from: from.facts }),
    detail: { zh: `登记在其他充装单位（${registered}）`, en: `it is registered with another filler (${registered})` },
  };
}

/** Of TS4211008-2027 what stays when the licence is renewed: TS4211008. */
function fillerIn({ fillerNumber }: Past['values']): string | undefined {
  return typeof fillerNumber === 'string'
    ? fillerNumber.toUpperCase().replace(/^(TS[0-9A-Z]{7})-\d{4}$/, '$1')
    : undefined;
}

function ofInspection(past: readonly Past[], { facts }: Asked): Reason | undefined {
  const last = past.findLast(({ stage }) => stage === 'cylinder-inspection');
  if (last?.values.result === 'unfit') return UNFIT;
  const due = inspectionDueIn(past);
  if (due === undefined) return 'unknown';
  const lastDay = chinaDay(due.due.getTime());
  if (chinaDay(facts.eventTimeMs) <= lastDay) return undefined;
  return {
    from: due.from,
    detail: { zh: `检验有效期到 ${lastDay} 为止`, en: `its inspection held until ${lastDay}` },
  };
}

function ofCheck(past: readonly Past[]): Reason | undefined {
  const filled = past.findLastIndex(({ stage }) => stage === 'cylinder-filling');
  const check = past.slice(filled + 1).findLast(({ stage }) => stage === 'cylinder-check-before');
  if (check === undefined) return UNCHECKED;
  const { result } = check.values;
  if (result === 'fit') return undefined;
  return result === 'unfit' ? FOUND_UNFIT : 'unknown';
}

/** One a reason; what cannot be told is said once. */
function breachesOf(unit: string, reasons: readonly Reason[]): Breach[] {
  const against = reasons.flatMap((reason) => (reason === 'unknown' ? [] : [{ unit, ...reason }]));
  return reasons.includes('unknown') ? [...against, { unit, isUnknown: true }] : against;
}
