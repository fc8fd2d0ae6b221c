/** Labels as a file: the span of a run that is wanted, or copies of one. */
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Problem } from '@suyuan/api';
import type { LabelPageName, LabelSpan, PrintLabels } from '@suyuan/api/labels';
import type { LabelValues, Layout, PrinterDpmm } from '@suyuan/labels';
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
  const whole = { layout, as, labels: labelsOf(run, { first, last }, origin) };
  await mustPrint(layout, { ...run.content, ...givenOf(run, run.first + last - 1, origin) });
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

/** Copies of one label; nothing of it is kept. @throws Problem `resource.not-found`, `label.invalid` */
export async function printCopies(
  ctx: Ctx,
  { layout: id, values, copies }: PrintLabels,
  as: Printed,
): Promise<Readable> {
  if (!ctx.actor.rights.has('draft')) mustBe(ctx.actor, 'capture');
  const layout = findLayout(id);
  await mustPrint(layout, values);
  return fileOf({ layout, as, labels: Array.from({ length: copies }, () => values) });
}

/** A label takes some milliseconds of one core: others are answered between them. */
async function* labelsOf(run: RunRow, { first, last }: LabelSpan, origin: string): AsyncGenerator<LabelValues> {
  for (let number = first; number <= last; number += 1) {
    if (number % LABELS_A_TURN === 0) await nextTurn();
    yield { ...run.content, ...givenOf(run, run.first + number - 1, origin) };
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
