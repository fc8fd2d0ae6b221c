/** Labels as a file: the span of a run that is wanted, or copies of one. */
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Problem } from '@suyuan/api';
import type { LabelPageName, LabelSpan, PrintLabels } from '@suyuan/api/labels';
import type { LabelValues, Layout, PrinterDpmm } from '@suyuan/labels';
import { numberingOf } from '@suyuan/labels/layouts';
import type { Ctx } from '../../platform/ctx.ts';
import { mustBe, noteHere } from '../identity/index.ts';
import { findLayout, mustPrint, pageOf, printing } from './layouts.ts';
import { givenOf } from './numbered.ts';
import { theRun } from './runs.ts';
import { insertPrint, type RunRow } from './store-labels.ts';

const LABELS_A_TURN = 8;

export type Printed =
  | { readonly format: 'pdf'; readonly page: LabelPageName }
  | { readonly format: 'zpl'; readonly dpmm: PrinterDpmm };

export interface PrintRun extends Partial<LabelSpan> {
  readonly id: string;
  readonly as: Printed;
  /** That links on the labels begin with. */
  readonly origin: string;
}

/**
 * From where a printer stopped, or all; that it went out is kept.
 * @throws Problem `resource.not-found`, `labels.span`, `label.invalid`
 */
export async function printRun(ctx: Ctx, { id, as, origin, ...span }: PrintRun): Promise<Readable> {
  mustBe(ctx.actor, 'capture');
  const run = await theRun(ctx, id);
  const { first = 1, last = run.count } = span;
  if (last < first || first < 1 || last > run.count) throw new Problem('labels.span', { count: run.count });
  const layout = findLayout(run.layout);
  const valuesOf = (number: number): LabelValues => valuesOfRun(run, { layout, number, origin });
  const whole = { layout, as, labels: labelsOf({ first, last }, valuesOf) };
  await mustPrint(layout, valuesOf(last));
  const file = await fileOf(whole);
  await ctx.write(
    async (tx) => {
      const by = { by: ctx.actor.personId ?? null, at: ctx.clock.now() };
      await insertPrint(tx, { ...by, orgNo: ctx.actor.org?.no ?? 0, run: id, first, last, format: as.format });
      await noteHere(tx, ctx, { kind: 'labels.printed', about: id, detail: { first, last, format: as.format } });
    },
    { as: 'identity' },
  );
  return file;
}

/**
 * Copies of one label, or one of each code that was given out elsewhere; nothing of them is kept.
 * @throws Problem `resource.not-found`, `label.invalid`, `labels.code`, `labels.codes`, `labels.code-twice`
 */
export async function printCopies(
  ctx: Ctx,
  { layout: id, values, copies, codes }: PrintLabels,
  as: Printed,
): Promise<Readable> {
  if (!ctx.actor.rights.has('draft')) mustBe(ctx.actor, 'capture');
  const layout = findLayout(id);
  const field = layout.fields.find(({ isOfEach }) => isOfEach === true)?.id;
  // A code is on one pack: of a label with one there are no copies.
  if ((field === undefined) !== (codes === undefined) || (field !== undefined && copies !== 1))
    throw new Problem('labels.codes');
  if (field !== undefined)
    return fileOf({ layout, as, labels: await ofEach({ layout, field, values, codes: codes ?? [] }) });
  await mustPrint(layout, values);
  return fileOf({ layout, as, labels: Array.from({ length: copies }, () => values) });
}

interface OfEach {
  readonly layout: Layout;
  readonly field: string;
  readonly values: LabelValues;
  readonly codes: readonly string[];
}

/** All of them can be printed, or none is. */
async function ofEach({ layout, field, values, codes }: OfEach): Promise<readonly LabelValues[]> {
  const labels: LabelValues[] = [];
  const seen = new Set<string>();
  for (const [at, given] of codes.entries()) {
    const code = given.trim();
    if (seen.has(code)) throw new Problem('labels.code-twice', { code, line: at + 1 });
    seen.add(code);
    const label = { ...values, [field]: code };
    await mustPrint(layout, label, { field, at });
    labels.push(label);
    if (at % LABELS_A_TURN === 0) await nextTurn();
  }
  return labels;
}

function valuesOfRun(
  run: RunRow,
  { layout, number, origin }: { readonly layout: Layout; readonly number: number; readonly origin: string },
): LabelValues {
  const numbering = numberingOf(layout);
  const given = givenOf(run, run.first + number - 1, origin);
  return { ...run.content, ...(numbering === undefined ? {} : { [numbering.field]: given }) };
}

/** A label takes some milliseconds of one core: others are answered between them. */
async function* labelsOf(
  { first, last }: LabelSpan,
  valuesOf: (number: number) => LabelValues,
): AsyncGenerator<LabelValues> {
  for (let number = first; number <= last; number += 1) {
    if (number % LABELS_A_TURN === 0) await nextTurn();
    yield valuesOf(number);
  }
}

interface Whole {
  readonly layout: Layout;
  readonly as: Printed;
  readonly labels: Iterable<LabelValues> | AsyncIterable<LabelValues>;
}

async function fileOf({ layout, as, labels }: Whole): Promise<Readable> {
  const { labelPdf, labelZpl } = await printing();
  if (as.format === 'zpl') return Readable.from(labelZpl({ layout, labels, dpmm: as.dpmm }));
  return Readable.from(labelPdf({ layout, labels, page: pageOf(layout, as.page) }));
}
