/** Which entries stand for others, as the organisation has said it. */
import type { EntryBody } from '@suyuan/api';
import type { Queryable } from '../../../platform/db/index.ts';
import { keptIn, leadsTo } from '../../registry/index.ts';
import type { VersionRow } from '../store-catalogue.ts';
import { entryBody } from '../versions.ts';
import { selectMerged } from './store-merges.ts';

type MergedEntry = NonNullable<EntryBody['merged']>[number];

export interface Merged {
  /** The entry that stands for this one; the code itself where it stands for itself. */
  keptOf(code: string): string;
  /** All that were merged into it, also by others. */
  into(code: string): readonly MergedEntry[];
  /** Codes of all that are merged. */
  readonly codes: readonly string[];
  /** Codes of the entries for which something stands that holds the text. */
  holding(q: string): readonly string[];
  /** How many steps lead from the one that was merged first to this one. */
  depthOf(code: string): number;
}

export async function readMerged(db: Queryable): Promise<Merged> {
  const rows = await selectMerged(db);
  const said = new Map(rows.map(({ code, attributes }) => [code, keptIn(attributes)]));
  const steps = new Map(rows.map(({ code }) => [code, leadsTo(code, (each) => said.get(each))]));
  const merged = rows.filter(({ code }) => steps.get(code)?.length);
  const keptOf = (code: string): string => steps.get(code)?.at(-1) ?? code;
  const byKept = Map.groupBy(merged, ({ code }) => keptOf(code));
  return {
    keptOf,
    into: (code) => (byKept.get(code) ?? []).map(mergedBody),
    codes: merged.map(({ code }) => code),
    holding: (q) => [...new Set(merged.filter((row) => holds(row, q)).map(({ code }) => keptOf(code)))],
    depthOf: (code) => Math.max(0, ...[...steps.values()].map((each) => each.indexOf(code) + 1)),
  };
}

function mergedBody(row: VersionRow): MergedEntry {
  const { code, name, at } = entryBody(row);
  return { code, name, at };
}

function holds({ code, attributes }: VersionRow, q: string): boolean {
  const wanted = q.toLowerCase();
  const texts = Object.values(attributes)
    .flat()
    .filter((value) => typeof value === 'string');
  return [code, ...texts].some((text) => text.toLowerCase().includes(wanted));
}
