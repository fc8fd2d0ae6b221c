/** Entries are merged, parted again, or kept apart, by new versions that say so. */
import { FINDINGS_TOLD_MAX, Problem, type SaidBody } from '@suyuan/api';
import type { NewDifference, NewMerge } from '@suyuan/api/merges';
import { keysToAsk } from '@suyuan/codes';
import type { Finding } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { captureVocabulary } from '../../events/index.ts';
import { actingFor, mustBe, noteHere } from '../../identity/index.ts';
import type { Sequencer } from '../../integrity/index.ts';
import { DIFFERENT_FROM, differentIn, isMergeWord, keptIn, SAME_AS, STEPS_MAX } from '../../registry/index.ts';
import { kindOf } from '../kinds.ts';
import { finding } from '../rules.ts';
import type { VersionRow } from '../store-catalogue.ts';
import { type Merged, readMerged } from './merged-entries.ts';
import { selectLast } from './store-merges.ts';

interface Deps {
  readonly sequencer: Sequencer;
}

/** Each of them leads to the one that is kept. @throws Problem `registry.invalid`, with the rule */
export async function mergeEntries(ctx: Ctx, deps: Deps, { keep, merge }: NewMerge): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  const given = [keep, ...merge];
  const { rows, merged } = await ctx.read(async (tx) => ({
    rows: await lastOf(tx, given),
    merged: await readMerged(tx),
  }));
  const pointers = ['/keep', ...merge.map((_, place) => `/merge/${place}`)];
  const findings = rows.flatMap((row, at) =>
    row === undefined ? [finding('registry.merge-unknown', pointers[at] ?? '', { value: given[at] })] : [],
  );
  refuse(findings);
  const [kept, ...others] = rows.filter((row) => row !== undefined);
  if (kept === undefined) return { stored: 0, unchanged: 0 };
  refuse(others.flatMap((other, place) => faultOf(kept, other, { merged, pointer: `/merge/${place}` }) ?? []));
  const to = merged.keptOf(kept.code);
  const open = others.filter(({ code }) => merged.keptOf(code) !== to);
  return sayAgain(ctx, deps, {
    asked: others.length,
    elements: open.map((row) =>
      elementOf(row, { sameAs: to, different: differentIn(row.attributes).filter((code) => code !== to) }),
    ),
  });
}

/** What would make no sense of this merge. */
function faultOf(
  kept: VersionRow,
  other: VersionRow,
  { merged, pointer }: { readonly merged: Merged; readonly pointer: string },
): Finding | undefined {
  const value = other.code;
  if (other.code === kept.code) return finding('registry.merge-itself', pointer, { value });
  if (kindOf(other.type) !== kindOf(kept.type)) return finding('registry.merge-kinds', pointer, { value });
  const to = merged.keptOf(kept.code);
  if (to === other.code) return finding('registry.merge-circle', pointer, { value });
  const before = merged.keptOf(other.code);
  if (before !== other.code && before !== to) return finding('registry.merge-elsewhere', pointer, { value });
  return merged.depthOf(other.code) + 1 > STEPS_MAX ? finding('registry.merge-far', pointer, { value }) : undefined;
}

/** It stands for itself again, with all that is said of it. @throws Problem `resource.not-found` */
export async function partEntry(ctx: Ctx, deps: Deps, asked: string): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  const [row] = await ctx.read((tx) => lastOf(tx, [asked]));
  if (row === undefined) throw new Problem('resource.not-found', { what: asked.slice(0, 200) });
  const isMerged = keptIn(row.attributes) !== undefined;
  const elements = isMerged ? [elementOf(row, { different: differentIn(row.attributes) })] : [];
  return sayAgain(ctx, deps, { asked: 1, elements });
}

/** No two of them are one thing, so that they are proposed no more. @throws Problem `registry.invalid`, with the rule */
export async function keepApart(ctx: Ctx, deps: Deps, { codes }: NewDifference): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  const found = await ctx.read((tx) => lastOf(tx, codes));
  refuse(
    found.flatMap((row, at) =>
      row === undefined ? [finding('registry.merge-unknown', `/codes/${at}`, { value: codes[at] })] : [],
    ),
  );
  const rows = [...new Map(found.flatMap((row) => (row === undefined ? [] : [[row.code, row]]))).values()];
  if (rows.length < 2) refuse([finding('registry.merge-itself', '/codes/1', { value: codes[1] })]);
  const elements = rows.flatMap((row) => {
    const before = differentIn(row.attributes);
    const others = rows.map(({ code }) => code).filter((code) => code !== row.code);
    if (others.every((code) => before.includes(code))) return [];
    const kept = keptIn(row.attributes);
    const different = [...new Set([...before, ...others])].sort();
    return [elementOf(row, { different, ...(kept === undefined ? {} : { sameAs: kept }) })];
  });
  return sayAgain(ctx, deps, { asked: rows.length, elements });
}

/** They are held against each other again. @throws Problem `resource.not-found` */
export async function askAgain(ctx: Ctx, deps: Deps, codes: readonly [string, string]): Promise<SaidBody> {
  mustBe(ctx.actor, 'capture');
  actingFor(ctx.actor);
  const rows = await ctx.read((tx) => lastOf(tx, codes));
  const missing = codes.find((_, at) => rows[at] === undefined);
  if (missing !== undefined) throw new Problem('resource.not-found', { what: missing.slice(0, 200) });
  const known = rows.filter((row) => row !== undefined);
  const asked = known.map(({ code }) => code);
  const elements = known.flatMap((row) => {
    const before = differentIn(row.attributes);
    const different = before.filter((code) => code === row.code || !asked.includes(code));
    if (different.length === before.length) return [];
    const kept = keptIn(row.attributes);
    return [elementOf(row, { different, ...(kept === undefined ? {} : { sameAs: kept }) })];
  });
  const said = await sayAgain(ctx, deps, { asked: known.length, elements });
  if (said.stored > 0) {
    await ctx.write((tx) => noteHere(tx, ctx, { kind: 'difference.undone', detail: { codes: asked } }), {
      as: 'identity',
    });
  }
  return said;
}

/** What is said of each, in the order of the codes, which may be in any spelling. */
async function lastOf(tx: Queryable, codes: readonly string[]): Promise<(VersionRow | undefined)[]> {
  const keys = codes.map((code) => [...new Set([...keysToAsk(code), code])]);
  const rows = new Map((await selectLast(tx, keys.flat())).map((row) => [row.code, row]));
  return keys.map((spellings) => spellings.map((code) => rows.get(code)).find((row) => row !== undefined));
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const told = findings.slice(0, FINDINGS_TOLD_MAX);
  throw new Problem('registry.invalid', { count: findings.length }, { findings: told, findingCount: findings.length });
}

async function sayAgain(
  ctx: Ctx,
  deps: Deps,
  { asked, elements }: { readonly asked: number; readonly elements: readonly unknown[] },
): Promise<SaidBody> {
  const stored = elements.length === 0 ? 0 : await captureVocabulary(ctx, deps, elements);
  return { stored, unchanged: asked - stored };
}

/** The whole of what is said of it, with these words. */
function elementOf({ code, type, attributes, children }: VersionRow, words: MergeWords): unknown {
  const rest = Object.entries(attributes).filter(([name]) => !isMergeWord(name));
  const said = rest.flatMap(([id, value]) => [value].flat().map((attribute) => ({ id, attribute })));
  return {
    type,
    vocabularyElementList: [
      {
        id: code,
        attributes: [...said, ...mergeAttributes(words)],
        ...(children.length === 0 ? {} : { children }),
      },
    ],
  };
}

export interface MergeWords {
  readonly sameAs?: string;
  readonly different: readonly string[];
}

/** Behind all others, and always in one order. */
export function mergeAttributes({ sameAs, different }: MergeWords): { id: string; attribute: string }[] {
  return [
    ...(sameAs === undefined ? [] : [{ id: SAME_AS, attribute: sameAs }]),
    ...different.map((attribute) => ({ id: DIFFERENT_FROM, attribute })),
  ];
}

/** What was said of these codes beside what they are: whoever changes an entry says nothing else of it. */
export async function readMergeWords(db: Queryable, codes: readonly string[]): Promise<Map<string, MergeWords>> {
  const rows = await selectLast(db, codes);
  return new Map(
    rows.map(({ code, attributes }): [string, MergeWords] => {
      const sameAs = keptIn(attributes);
      return [code, { different: differentIn(attributes), ...(sameAs === undefined ? {} : { sameAs }) }];
    }),
  );
}
