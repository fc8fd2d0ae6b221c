/** Judges what is held of a code: recalled, suspicious, not wholly looked at, or nothing against it. */
import type { TraceAnomaly } from '@suyuan/api';
import type { ReadEvent } from '../events/index.ts';
import type { LookUp } from './look-up.ts';

export interface Verdict {
  /** `incomplete`: nothing found, but not everything was looked at. */
  readonly kind: 'normal' | 'recalled' | 'suspicious' | 'incomplete';
  /** With `recalled`: the event that says so. */
  readonly recall?: ReadEvent;
  /** With `suspicious`: why; else remarks. */
  readonly anomalies: readonly TraceAnomaly[];
}

const RECALLED = 'https://ref.gs1.org/cbv/Disp-recalled';

/** What cannot be true of goods that are what they say they are. */
const SUSPICIOUS: ReadonlySet<TraceAnomaly['kind']> = new Set([
  'contained-twice',
  'used-before-made',
  'quantity-exceeded',
]);

export function judge(found: LookUp): Verdict {
  const start = new Set(found.start);
  const anomalies = (found.trace?.anomalies ?? []).filter(({ code }) => start.has(code));
  const recall = found.own.find(({ facts, declaredInError, isDeclaration }) => {
    return facts.disposition === RECALLED && !declaredInError && !isDeclaration;
  });
  if (recall !== undefined) return { kind: 'recalled', recall, anomalies };
  const suspicious = anomalies.some(({ kind }) => SUSPICIOUS.has(kind)) || wasGone(found.own);
  return { kind: suspicious ? 'suspicious' : found.isCut ? 'incomplete' : 'normal', anomalies };
}

const GONE = new Set(['destroyed', 'disposed', 'stolen'].map((word) => `https://ref.gs1.org/cbv/Disp-${word}`));

/** An instance that was destroyed, or stolen, and is on the shelf again, as the person who asks shows by asking. */
function wasGone(own: readonly ReadEvent[]): boolean {
  const valid = own.filter(({ declaredInError, isDeclaration }) => !declaredInError && !isDeclaration);
  const last = valid.findLast(({ facts }) => facts.disposition !== undefined);
  return last?.facts.disposition !== undefined && GONE.has(last.facts.disposition);
}
