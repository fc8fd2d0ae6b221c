/** What records say, as the lines of a ledger or of what is handed in: one for each unit. */
import type { EventFacts } from '@suyuan/epcis';
import { dayOf, type ElementValue, keepUntil, type Pack, valuesOf } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { readEventsById } from '../events/index.ts';
import { actingFor } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { notByTime } from './by-time.ts';
import { readKnown } from './known.ts';
import { selectCountersigned } from './store-countersigned.ts';
import type { LedgerRecord } from './store-ledger.ts';
import { readOrganisations } from './store-organisations.ts';

export type Language = 'zh' | 'en';
export type Cell = string | number;

export interface Line {
  readonly record: LedgerRecord;
  /** Canonical code. */
  readonly unit: string | undefined;
  readonly cells: readonly Cell[];
  /** The last day in China until which the law has the record kept, where that can be told. */
  readonly keepUntil: string | undefined;
}

/** Records of some stages; the elements of a pack that are the columns. */
export interface Book {
  readonly inUse: PackInUse;
  readonly stages: readonly string[];
  readonly elements: readonly string[];
}

export async function readLines(
  ctx: Ctx,
  { inUse: { pack, loaded }, stages, elements }: Book,
  { records, language }: { readonly records: readonly LedgerRecord[]; readonly language: Language },
): Promise<Line[]> {
  const { no: orgNo } = actingFor(ctx.actor);
  const isNotByTime = notByTime(pack, { stages, elements });
  const ids = records.map(({ eventId }) => eventId);
  const countersigned = await ctx.read((tx) => selectCountersigned(tx, { orgNo, eventIds: ids }));
  // As the chain, for master data of others; the records are the organisation's own.
  return ctx.read(
    async (tx) => {
      const org = (await readOrganisations(tx, [orgNo])).get(orgNo);
      const facts = new Map((await readEventsById(tx, ids)).map((event) => [event.id, event.facts] as const));
      if (org === undefined) return [];
      const perUnit = new Map([...facts].map(([id, each]) => [id, linesIn(each)] as const));
      const known = await readKnown(tx, org, [...perUnit.values()].flat());
      return records.flatMap((record) => {
        const countersignature = { ...countersigned.get(record.eventId) };
        return (perUnit.get(record.eventId) ?? []).map((line): Line => {
          const values = valuesOf(loaded, line, { ...known(line), countersignature });
          const cells = elements.map((element) => {
            const value = values[element];
            const isItsTime = value instanceof Date && value.getTime() === line.eventTimeMs;
            const isTold = !isItsTime || !isNotByTime(element, record.stage);
            return cellOf(pack, { element, value: isTold ? value : undefined }, language);
          });
          const { stage } = record;
          const kept = keepUntil(pack, { stage, eventTimeMs: line.eventTimeMs, values });
          return { record, unit: line.units[0]?.code, cells, keepUntil: kept };
        });
      });
    },
    { as: 'chain' },
  );
}

/** The event, unit by unit: of what was made, where it made something. */
function linesIn(facts: EventFacts): EventFacts[] {
  const { units } = facts;
  const made = units.filter(({ role }) => role === 'output');
  const listed = made.length > 0 ? made : units.filter(({ role }) => role !== 'parent');
  if (listed.length === 0) return [{ ...facts, units: units.slice(0, 1) }];
  return listed.map((unit) => ({ ...facts, units: [unit] }));
}

function cellOf(
  { elements, codeLists }: Pack,
  { element, value }: { readonly element: string; readonly value: ElementValue | undefined },
  language: Language,
): Cell {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  const { type, codeList = '' } = elements[element] ?? {};
  if (value instanceof Date) return type === 'date' ? dayOf(value.getTime()) : momentText(value);
  const named = (code: string): string =>
    codeLists[codeList]?.values.find((each) => each.code === code)?.name[language] ?? code;
  return [value]
    .flat()
    .map(named)
    .join(language === 'zh' ? '、' : ', ');
}

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;
const CHINA_MS = 8 * 3_600_000;

/** In the time of China: `2026-12-01 08:00`. */
export function momentText(at: Date): string {
  return new Date(at.getTime() + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
}
