/** What the organisation has said: by kind, by code, by any identifier of now or of before. */
import { type EntriesBody, type EntryKind, type FoundThingsBody, Problem, type WholeEntryBody } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import { asRead, asWritten } from '../registry/index.ts';
import { KINDS } from './kinds.ts';
import { selectCodesBy, selectEntries, selectVersions } from './store-catalogue.ts';
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
  const rows = await ctx.read((tx) =>
    selectEntries(tx, { types, q: q === undefined || q === '' ? null : q, after, count: count + 1 }),
  );
  const entries = rows.slice(0, count).map(entryBody);
  const last = entries.at(-1);
  return { entries, ...(rows.length > count && last !== undefined ? { next: last.code } : {}) };
}

/** @throws Problem `resource.not-found` */
export async function findEntry(ctx: Ctx, asked: string): Promise<WholeEntryBody> {
  reader(ctx);
  for (const code of [...new Set([...keysToAsk(asked), asked])]) {
    const rows = await ctx.read((tx) => selectVersions(tx, code));
    const last = rows.at(-1);
    if (last !== undefined) return { ...entryBody(last), spans: spansOf(rows), versions: versionBodies(rows) };
  }
  throw new Problem('resource.not-found', { what: asked.slice(0, 200) });
}

/** Things that have this identifier or had it, and those whose code it is. */
export async function findByIdentifier(ctx: Ctx, value: string): Promise<FoundThingsBody> {
  reader(ctx);
  const keys = keysToAsk(value.trim());
  const values = new Set([asRead(value), ...keys]);
  return ctx.read(async (tx) => {
    const things: FoundThingsBody['things'][number][] = [];
    for (const found of await selectCodesBy(tx, { values: [...values], codes: keys })) {
      const rows = await selectVersions(tx, found);
      const last = rows.at(-1);
      if (last === undefined) continue;
      const { code, kind, name } = entryBody(last);
      const by = spansOf(rows).filter((span) => values.has(asRead(span.value)) || values.has(asWritten(span)));
      things.push({ code, kind, name, by });
    }
    return { things };
  });
}

function reader({ actor }: Ctx): void {
  mustBe(actor, 'query');
  actingFor(actor);
}
