/** Stretches that do not count (检验、鉴定、检定 …), in order and apart. */
import { dayNumber } from './day-number.ts';
import { dayOf } from './local-day.ts';

/** A stretch that does not count. `untilMs`, the first moment that counts again, undefined: it is still paused. */
export interface Pause {
  readonly fromMs: number;
  readonly untilMs?: number;
}

/** From the first to the last, which is Infinity while a pause is open. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** In ms, `until` without. Pauses that overlap or touch are one; one that ends before it begins has no length. */
export function stretchesOf(pauses: readonly Pause[]): readonly Stretch[] {
  const sorted = pauses
    .map(({ fromMs, untilMs = Number.POSITIVE_INFINITY }) => ({ from: fromMs, until: untilMs }))
    .filter(({ from, until }) => until > from)
    .sort((one, other) => one.from - other.from);
  const apart: Stretch[] = [];
  for (const stretch of sorted) {
    const last = apart.at(-1);
    if (last === undefined || stretch.from > last.until) apart.push(stretch);
    else apart[apart.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) };
  }
  return apart;
}

/** In numbers of local days, `until` with: every day that a stretch touches, though it be for a moment. */
export function pausedDays(stretches: readonly Stretch[], zone: string): readonly Stretch[] {
  return stretches.map(({ from, until }) => ({
    from: dayNumber(dayOf(from, zone)),
    until: Number.isFinite(until) ? dayNumber(dayOf(until - 1, zone)) : until,
  }));
}
