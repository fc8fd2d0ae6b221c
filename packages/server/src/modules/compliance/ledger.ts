/**
 * Ledgers: books that the law prescribes, a line for each unit of each record of their stages. Nothing is kept of them but which
 * record is of which stage: a line is read from the record each time, so that it never says anything else.
 */
import type { LedgerColumn } from '@suyuan/api';
import type { EventFacts } from '@suyuan/epcis';
import { dayOf, type ElementValue, type Pack, valuesOf } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { readEventsById } from '../events/index.ts';
import { actingFor } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { readKnown } from './known.ts';
import { type LedgerBounds, type LedgerRecord, selectLedgerRecords } from './store-ledger.ts';
import { readOrganisations } from './store-organisations.ts';

export interface LedgerOf {
  readonly inUse: PackInUse;
  readonly ledger: Pack['ledgers'][number];
  /** Stages and columns of all its versions, the newest first. */
  readonly stages: readonly string[];
  readonly elements: readonly string[];
}

/** Undefined where the pack has no such ledger. */
export function findLedger(inUse: PackInUse, id: string): LedgerOf | undefined {
  const versions = inUse.pack.ledgers
    .filter((ledger) => ledger.id === id)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const [ledger] = versions;
  if (ledger === undefined) return undefined;
  return {
    inUse,
    ledger,
    stages: [...new Set(versions.flatMap(({ stages }) => stages))],
    elements: [...new Set(versions.flatMap(({ columns }) => columns))],
  };
}

export function columnsOf({ inUse: { pack }, elements }: LedgerOf): LedgerColumn[] {
  return elements.map((element) => {
    const { name = { zh: element, en: element }, unit } = pack.elements[element] ?? {};
    return { element, name, ...(unit === undefined ? {} : { unit }) };
  });
}

export type LedgerCell = string | number;

export interface LedgerLine {
  readonly record: LedgerRecord;
  readonly unit: string | undefined;
  readonly cells: readonly LedgerCell[];
}

/** Records that are read at once: some 10 ms, and a few MB. */
const PAGE = 500;

/** The lines of a page of records, and behind which the next page begins. */
export async function readLedgerPage(
  ctx: Ctx,
  ledger: LedgerOf,
  { limit = PAGE, ...bounds }: Omit<LedgerBounds, 'limit'> & { readonly limit?: number; readonly language: Language },
): Promise<{ readonly lines: readonly LedgerLine[]; readonly next: string | undefined }> {
  const { inUse, stages } = ledger;
  const wanted = { pack: inUse.pack.id, stages, ...bounds, limit: limit + 1 };
  const found = await ctx.read((tx) => selectLedgerRecords(tx, wanted));
  const records = found.slice(0, limit);
  const next = found.length > limit ? records.at(-1)?.eventId : undefined;
  return { lines: await linesOf(ctx, ledger, { records, language: bounds.language }), next };
}

type Language = 'zh' | 'en';

async function linesOf(
  ctx: Ctx,
  { inUse: { pack, loaded }, elements }: LedgerOf,
  { records, language }: { readonly records: readonly LedgerRecord[]; readonly language: Language },
): Promise<LedgerLine[]> {
  const { no: orgNo } = actingFor(ctx.actor);
  // As the chain, for master data of others; the records are the organisation's own.
  return ctx.read(
    async (tx) => {
      const org = (await readOrganisations(tx, [orgNo])).get(orgNo);
      const ids = records.map(({ eventId }) => eventId);
      const facts = new Map((await readEventsById(tx, ids)).map((event) => [event.id, event.facts] as const));
      if (org === undefined) return [];
      const perUnit = new Map([...facts].map(([id, each]) => [id, linesIn(each)] as const));
      const known = await readKnown(tx, org, [...perUnit.values()].flat());
      return records.flatMap((record) =>
        (perUnit.get(record.eventId) ?? []).map((line): LedgerLine => {
          const values = valuesOf(loaded, line, known(line));
          const cells = elements.map((element) => cellOf(pack, { element, value: values[element] }, language));
          return { record, unit: line.units[0]?.code, cells };
        }),
      );
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
): LedgerCell {
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
function momentText(at: Date): string {
  return new Date(at.getTime() + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
}
