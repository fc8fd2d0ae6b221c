/** What the organisation has said: by kind, by code, by any identifier of now or of before. */
import {
  type EntriesBody,
  type EntryBody,
  type EntryKind,
  type FoundThingsBody,
  Problem,
  type WholeEntryBody,
} from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { asRead, asWritten } from '../registry/index.ts';
import { KINDS } from './kinds.ts';
import { type Merged, readMerged } from './merges/merged-entries.ts';
import { selectCodesBy, selectEntries, selectVersions, type VersionRow } from './store-catalogue.ts';
import { entryBody, spansOf, versionBodies } from './versions.ts';

export interface EntriesWanted {
  readonly kind?: EntryKind;
  readonly q?: string;
  readonly after?: string;
  readonly count: number;
}

export async function listEntries(ctx: Ctx, { kind, q, after = '', count }: EntriesWanted): Promise<EntriesBody> {
  reader(ctx);
  const types = kind === undefined ? null : KINDS[kind].types;
  const text = q === undefined || q === '' ? null : q;
  return ctx.read(async (tx) => {
    const merged = await readMerged(tx);
    const also = text === null ? [] : merged.holding(text);
    const rows = await selectEntries(tx, { types, q: text, after, count: count + 1, without: merged.codes, also });
    const entries = rows.slice(0, count).map((row) => withMerged(entryBody(row), merged));
    const last = entries.at(-1);
    return { entries, ...(rows.length > count && last !== undefined ? { next: last.code } : {}) };
  });
}

function withMerged<Body extends EntryBody>(body: Body, { into }: Merged): Body {
  const merged = into(body.code);
  return merged.length === 0 ? body : { ...body, merged: [...merged] };
}

/** Of a code that was merged the entry that stands for it. @throws Problem `resource.not-found` */
export async function findEntry(ctx: Ctx, asked: string): Promise<WholeEntryBody> {
  reader(ctx);
  const found = await ctx.read(async (tx) => {
    for (const code of new Set([...keysToAsk(asked), asked])) {
      const own = await selectVersions(tx, code);
      if (own.length === 0) continue;
      const merged = await readMerged(tx);
      const kept = merged.keptOf(code);
      const rows = kept === code ? own : await selectVersions(tx, kept);
      return wholeOf(rows, { merged, asked: kept === code ? undefined : own.at(-1) });
    }
    return undefined;
  });
  if (found === undefined) throw new Problem('resource.not-found', { what: asked.slice(0, 200) });
  return found;
}

function wholeOf(
  rows: readonly VersionRow[],
  { merged, asked }: { readonly merged: Merged; readonly asked: VersionRow | undefined },
): WholeEntryBody | undefined {
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const body = { ...withMerged(entryBody(last), merged), spans: spansOf(rows), versions: versionBodies(rows) };
  if (asked === undefined) return body;
  const { code, name } = entryBody(asked);
  return { ...body, asked: { code, name } };
}

type Thing = FoundThingsBody['things'][number];

/** Things that have this identifier or had it, and those whose code it is; of what was merged what stands for it. */
export async function findByIdentifier(ctx: Ctx, value: string): Promise<FoundThingsBody> {
  reader(ctx);
  const keys = keysToAsk(value.trim());
  const values = new Set([asRead(value), ...keys]);
  return ctx.read(async (tx) => {
    const things = new Map<string, Thing>();
    const codes = await selectCodesBy(tx, { values: [...values], codes: keys });
    const merged = codes.length === 0 ? undefined : await readMerged(tx);
    for (const found of codes) {
      const rows = await selectVersions(tx, found);
      const kept = merged?.keptOf(found) ?? found;
      const last = (kept === found ? rows : await selectVersions(tx, kept)).at(-1);
      if (last === undefined) continue;
      const { code, kind, name } = entryBody(last);
      const own = spansOf(rows).filter((span) => values.has(asRead(span.value)) || values.has(asWritten(span)));
      const before = things.get(code);
      const by = [...(before?.by ?? []), ...own];
      const through = merged?.into(code).filter((each) => each.code === found) ?? [];
      const told = [...(before?.merged ?? []), ...through];
      things.set(code, { code, kind, name, by, ...(told.length === 0 ? {} : { merged: told }) });
    }
    return { things: [...things.values()] };
  });
}

function reader({ actor }: Ctx): void {
  mustBe(actor, 'query');
  actingFor(actor);
}
