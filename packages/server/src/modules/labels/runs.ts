/** Labels with numbers of their own: given once, whoever asks and however often, and told with what became of each. */
import { randomBytes } from 'node:crypto';
import { Problem } from '@suyuan/api';
import type { LabelRunBody, LabelRuns, NewLabelRun } from '@suyuan/api/labels';
import { holdsPersonalNumber } from '@suyuan/codes';
import { numberingOf } from '@suyuan/labels/layouts';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import { findLayout, mustPrint } from './layouts.ts';
import { codeOf, givenOf, numbersMax, numbersOf } from './numbered.ts';
import { free, joined } from './spans.ts';
import {
  findRun,
  insertRun,
  lockNumbering,
  type RunRow,
  selectBindings,
  selectPrints,
  selectRuns,
  setNext,
} from './store-labels.ts';

const AS = { as: 'identity' } as const;
const KEY_BYTES = 16;

/**
 * @param origin that links on the labels begin with
 * @throws Problem `labels.not-numbered`, `labels.product`, `labels.numbers`, `label.invalid`
 */
export async function makeRun(
  ctx: Ctx,
  { id, ...given }: NewLabelRun & { readonly id: string },
  origin: string,
): Promise<LabelRunBody> {
  mustBe(ctx.actor, 'capture');
  const { no: orgNo } = actingFor(ctx.actor);
  const layout = findLayout(given.layout);
  const numbering = numberingOf(layout);
  if (numbering === undefined) throw new Problem('labels.not-numbered');
  const product = numbersOf(given.product, numbering.by);
  if (product === undefined) throw new Problem('labels.product', { code: given.product.slice(0, 100) });
  if (Object.values(given.values).some(holdsPersonalNumber)) throw new Problem('request.personal-number');
  const sample = { product, key: Buffer.alloc(KEY_BYTES) };
  await mustPrint(layout, { ...given.values, [numbering.field]: givenOf(sample, numbersMax(product), origin) });
  await ctx.write(async (tx) => {
    const { next } = await lockNumbering(tx, { orgNo, product, key: randomBytes(KEY_BYTES) });
    const before = await findRun(tx, id);
    if (before !== undefined) return mustBeSame(before, { ...given, product });
    if (next + given.count - 1 > numbersMax(product))
      throw new Problem('labels.numbers', { left: numbersMax(product) - next + 1 });
    await setNext(tx, product, next + given.count);
    const by = { by: ctx.actor.personId ?? null, at: ctx.clock.now() };
    await insertRun(tx, {
      ...by,
      orgNo,
      id,
      product,
      layout: layout.id,
      content: given.values,
      first: next,
      count: given.count,
    });
    await noteHere(tx, ctx, {
      kind: 'labels.made',
      about: id,
      detail: { product, layout: layout.id, count: given.count },
    });
  }, AS);
  return readRun(ctx, id);
}

function mustBeSame(before: RunRow, given: Pick<NewLabelRun, 'product' | 'layout' | 'count'>): void {
  if (before.product === given.product && before.layout === given.layout && before.count === given.count) return;
  throw new Problem('labels.other');
}

export async function listRuns(
  ctx: Ctx,
  { after, count }: { readonly after: string | null; readonly count: number },
): Promise<LabelRuns> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const rows = await ctx.read((tx) => selectRuns(tx, { after, limit: count + 1 }), AS);
  const told = rows.slice(0, count);
  const last = told.at(-1);
  return {
    runs: await runBodies(ctx, told),
    ...(rows.length > count && last !== undefined ? { next: last.id } : {}),
  };
}

/** @throws Problem `resource.not-found` */
export async function readRun(ctx: Ctx, id: string): Promise<LabelRunBody> {
  const [body] = await runBodies(ctx, [await theRun(ctx, id)]);
  if (body === undefined) throw new Problem('resource.not-found', { what: id });
  return body;
}

/** @throws Problem `resource.not-found` */
export async function theRun(ctx: Ctx, id: string): Promise<RunRow> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const run = await ctx.read((tx) => findRun(tx, id), AS);
  if (run === undefined) throw new Problem('resource.not-found', { what: id });
  return run;
}

async function runBodies(ctx: Ctx, rows: readonly RunRow[]): Promise<LabelRunBody[]> {
  const ids = rows.map(({ id }) => id);
  const [prints, bindings] = await ctx.read(
    async (tx) => [await selectPrints(tx, ids), await selectBindings(tx, ids)] as const,
    AS,
  );
  const names = new Map<string, LabelRunBody['layoutName']>();
  for (const { layout } of rows) names.set(layout, findLayout(layout).name);
  return rows.map((run) => {
    const { id, product, layout, content, first, count, madeAt } = run;
    const bound = bindings.get(id) ?? [];
    return {
      ...{ id, layout, layoutName: names.get(layout) ?? { zh: layout, en: layout }, product, values: content, count },
      firstCode: codeOf(run, first),
      lastCode: codeOf(run, first + count - 1),
      printed: joined(prints.get(id) ?? []),
      bound: bound.map(({ id, first, last, lot, at }) => ({
        ...{ id, first, last, at: at.toISOString() },
        ...(lot === null ? {} : { lot }),
      })),
      free: free(count, bound),
      madeAt: madeAt.toISOString(),
    };
  });
}
