/**
 * Ledgers: books that the law prescribes, a line for each unit of each record of their stages. Nothing is kept of them but which
 * record is of which stage: a line is read from the record each time, so that it never says anything else.
 */
import type { LedgerColumn } from '@suyuan/api';
import type { Pack } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import type { PackInUse } from '../standards/index.ts';
import { type Language, type Line, readLines } from './lines.ts';
import { type LedgerBounds, selectLedgerRecords } from './store-ledger.ts';

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

/** Records that are read at once: some 10 ms, and a few MB. */
const PAGE = 500;

/** The lines of a page of records, and behind which the next page begins. */
export async function readLedgerPage(
  ctx: Ctx,
  ledger: LedgerOf,
  { limit = PAGE, ...bounds }: Omit<LedgerBounds, 'limit'> & { readonly limit?: number; readonly language: Language },
): Promise<{ readonly lines: readonly Line[]; readonly next: string | undefined }> {
  const { inUse, stages } = ledger;
  const wanted = { pack: inUse.pack.id, stages, ...bounds, limit: limit + 1 };
  const found = await ctx.read((tx) => selectLedgerRecords(tx, wanted));
  const records = found.slice(0, limit);
  const next = found.length > limit ? records.at(-1)?.eventId : undefined;
  return { lines: await readLines(ctx, ledger, { records, language: bounds.language }), next };
}
