/** Until when the law has a record kept (保存期限). */
import { dueOf } from '../clock/due.ts';
import { dayOf } from '../clock/local-day.ts';
import type { ElementValues } from '../expression.ts';
import { chinaDay, isInForce } from '../pack/in-force.ts';
import type { Pack } from '../pack/pack.ts';

interface KeptRecord {
  readonly stage: string;
  readonly eventTimeMs: number;
  readonly values: ElementValues;
}

/** The last day in China, the latest where several items are of the stage; undefined where none is, or where the day that counts is not recorded. */
export function keepUntil(
  { retention }: Pick<Pack, 'retention'>,
  { stage, eventTimeMs, values }: KeptRecord,
): string | undefined {
  const day = chinaDay(eventTimeMs);
  const days = retention
    .filter((item) => item.stages.includes(stage) && isInForce(item, day))
    .flatMap(({ keep, after, otherwise }) => {
      const from = after === 'event' ? eventTimeMs : momentOf(values[after]);
      if (from !== undefined) return [lastDay(from, keep)];
      return otherwise === undefined ? [] : [lastDay(eventTimeMs, otherwise.keep)];
    });
  return days.sort().at(-1);
}

function momentOf(value: ElementValues[string] | undefined): number | undefined {
  return value instanceof Date ? value.getTime() : undefined;
}

function lastDay(fromMs: number, keep: Parameters<typeof dueOf>[1]): string {
  const { lastDay: day, atMs } = dueOf(fromMs, keep);
  return day ?? dayOf(atMs);
}
