/**
 * Safety interval of pesticides (安全间隔期) and withdrawal period of veterinary drugs (休药期): goods taken, or sold, before it is over.
 * 农产品质量安全法 §29 ¶1, 农药管理条例 §34 ¶3, 兽药管理条例 §40.
 *
 * An interval of N days after a use on day D is kept from day D + N on, by the calendar of China. A crop is judged by the day of its
 * harvest, whenever it is sold: what was taken too early is not made good by a cold store. What was not harvested, as an animal or
 * a crop on its field, is judged by the day of the event itself.
 */
import type { EventFacts } from '@suyuan/epcis';
import type { ElementValues } from '../expression.ts';
import type { Asked, Breach } from '../judge/check.ts';
import { chinaDay } from '../pack/in-force.ts';

const USES: ReadonlySet<string> = new Set(['input-use', 'medication']);
const HARVESTS: ReadonlySet<string> = new Set(['harvest', 'catch', 'slaughter']);
/** Inputs that come with an interval on their label, be it of no days; of others nothing is asked. */
const WITH_INTERVAL: ReadonlySet<string> = new Set(['pesticide', 'veterinary-drug', 'medicated-feed']);
/** As many as the judge looks at of an event. */
const UNITS_MAX = 1_000;
const DAY_MS = 86_400_000;

export function withinInterval(asked: Asked): Breach[] {
  const { history } = asked.known;
  if (history === undefined) return [{ isUnknown: true }];
  const codes = [...new Set(asked.facts.units.map(({ code }) => code))].slice(0, UNITS_MAX);
  return codes.flatMap((code) => breachOf(code, exposuresOf(code, history, asked)) ?? []);
}

/** A use of an input, and the moment before which its interval has to be over. */
interface Exposure {
  readonly use: Staged;
  readonly takenMs: number;
}

interface Staged {
  readonly facts: EventFacts;
  readonly stage: string;
  readonly values: ElementValues;
}

type History = (code: string) => readonly EventFacts[];

function exposuresOf(code: string, history: History, asked: Asked): Exposure[] {
  const { facts } = asked;
  const isHarvest = HARVESTS.has(asked.stageOf(facts)?.stage ?? '');
  const own = stagedOf(history(code), asked);
  const harvests = isHarvest ? [] : own.filter(({ stage }) => HARVESTS.has(stage));
  const onIt = usesIn(own).map((use) => {
    const harvest = harvests.find((each) => each.facts.eventTimeMs >= use.facts.eventTimeMs);
    return { use, takenMs: (harvest?.facts ?? facts).eventTimeMs };
  });
  // A lot that came out of a harvest bears what was used on the field, flock or animal that it came of.
  const onItsSource = harvests.flatMap((harvest) =>
    harvestedFrom(code, harvest.facts).flatMap((source) =>
      usesIn(stagedOf(history(source), asked))
        .filter((use) => use.facts.eventTimeMs <= harvest.facts.eventTimeMs)
        .map((use) => ({ use, takenMs: harvest.facts.eventTimeMs })),
    ),
  );
  return [...onIt, ...onItsSource];
}

/** What happened until the event, with its stage; the history tells later events too. */
function stagedOf(events: readonly EventFacts[], { facts, stageOf }: Asked): Staged[] {
  return events.flatMap((each) => {
    if (each.eventTimeMs > facts.eventTimeMs) return [];
    const staged = stageOf(each);
    return staged === undefined ? [] : [{ facts: each, ...staged }];
  });
}

function usesIn(staged: readonly Staged[]): Staged[] {
  return staged.filter(({ stage }) => USES.has(stage));
}

function harvestedFrom(code: string, { units }: EventFacts): string[] {
  if (!units.some((unit) => unit.code === code && unit.role === 'output')) return [];
  return units.flatMap((unit) => (unit.role === 'input' && unit.code !== code ? [unit.code] : [])).slice(0, UNITS_MAX);
}

/** The use whose interval is over last says when the goods are free; an unknown one says something where no other is broken. */
function breachOf(unit: string, exposures: readonly Exposure[]): Breach | undefined {
  let latest: { readonly use: Staged; readonly freeMs: number } | undefined;
  let isUnknown = false;
  for (const { use, takenMs } of exposures) {
    const freeMs = freeFrom(use);
    if (freeMs === undefined) isUnknown = true;
    else if (chinaDay(takenMs) < chinaDay(freeMs) && freeMs > (latest?.freeMs ?? 0)) latest = { use, freeMs };
  }
  if (latest !== undefined) {
    const { facts: from, values } = latest.use;
    return { unit, from, detail: detailOf(values, chinaDay(latest.freeMs)) };
  }
  return isUnknown ? { unit, isUnknown } : undefined;
}

/** A moment of the first day after the interval; undefined where it was not recorded, and where it cannot be told whether there is one. */
function freeFrom({ facts, values }: Staged): number | undefined {
  const { inputKind, withdrawalDays, inputStopDate } = values;
  const lastMs = inputStopDate instanceof Date ? inputStopDate.getTime() : facts.eventTimeMs;
  if (typeof withdrawalDays === 'number') return lastMs + withdrawalDays * DAY_MS;
  return typeof inputKind === 'string' && !WITH_INTERVAL.has(inputKind) ? 0 : undefined;
}

function detailOf({ inputName, withdrawalDays }: ElementValues, free: string): NonNullable<Breach['detail']> {
  const days = String(withdrawalDays);
  return typeof inputName === 'string'
    ? {
        zh: `${inputName}的间隔期为 ${days} 天，${free} 起才满`,
        en: `the interval of ${inputName} is ${days} days and is over from ${free} on`,
      }
    : { zh: `间隔期为 ${days} 天，${free} 起才满`, en: `the interval is ${days} days and is over from ${free} on` };
}
