/** What became of labels: stuck on goods of a lot, which is recorded as their beginning, or spoilt. Each once. */
import { createHash } from 'node:crypto';
import { Problem } from '@suyuan/api';
import { type BindLabels, LABELS_BOUND_MAX, type LabelRunBody } from '@suyuan/api/labels';
import { readCode } from '@suyuan/codes';
import type { Ctx } from '../../platform/ctx.ts';
import { type CaptureDeps, captureText } from '../events/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import { codeOf, numberOfSerial, numbersIn } from './numbered.ts';
import { readRun, theRun } from './runs.ts';
import { overlaps } from './spans.ts';
import {
  type BindingRow,
  deleteBinding,
  findKey,
  findRunOf,
  finishBinding,
  insertBinding,
  lockNumbering,
  type RunRow,
  selectBindings,
} from './store-labels.ts';

const AS = { as: 'identity' } as const;
/** Of one event: what a reader of it still looks through. */
const UNITS = 500;

/**
 * As often as it is sent: its events have ids that follow from its own.
 * @throws Problem `labels.span`, `labels.bound`, `labels.bind-many`, and what refuses a capture
 */
export async function bindLabels(
  ctx: Ctx,
  deps: CaptureDeps,
  given: BindLabels & { readonly id: string },
): Promise<LabelRunBody> {
  mustBe(ctx.actor, 'capture');
  const { no: orgNo } = actingFor(ctx.actor);
  const run = await theRun(ctx, given.run);
  const { id, first, last, lot = null } = given;
  if (last < first || last > run.count) throw new Problem('labels.span', { count: run.count });
  if (last - first >= LABELS_BOUND_MAX) throw new Problem('labels.bind-many', { max: LABELS_BOUND_MAX });
  if (lot !== null) mustBeLot(run, lot);
  const now = ctx.clock.now();
  const row = { id, run: run.id, first, last, lot, at: given.at === undefined ? now : new Date(given.at) };
  const kept = await ctx.write(async (tx) => {
    await lockNumbering(tx, { orgNo, product: run.product, key: run.key });
    const bound = (await selectBindings(tx, [run.id])).get(run.id) ?? [];
    const before = bound.find((each) => each.id === id);
    if (before !== undefined) return mustBeSame(before, row);
    const other = bound.find((each) => overlaps(each, row));
    if (other !== undefined)
      throw new Problem('labels.bound', { first: other.first, last: other.last, lot: other.lot ?? '—' });
    await insertBinding(tx, { ...row, orgNo, by: ctx.actor.personId ?? null, now });
    return row;
  }, AS);
  await recordBinding(ctx, deps, { run, kept });
  return readRun(ctx, run.id);
}

async function recordBinding(
  ctx: Ctx,
  deps: CaptureDeps,
  { run, kept }: { readonly run: RunRow; readonly kept: BindingRow },
): Promise<void> {
  const { id, lot, first, last } = kept;
  try {
    if (lot !== null) await captureText(ctx, deps, documentOf(run, { ...kept, lot }, ctx.clock.now()));
  } catch (error) {
    // It is not so: the labels are free as before.
    await ctx.write((tx) => deleteBinding(tx, id), AS);
    throw error;
  }
  await ctx.write(async (tx) => {
    await finishBinding(tx, id, ctx.clock.now());
    await noteHere(tx, ctx, { kind: 'labels.bound', about: run.id, detail: { first, last, lot: lot ?? null } });
  }, AS);
}

function mustBeSame(before: BindingRow, { run, first, last, lot }: BindingRow): BindingRow {
  if (before.run === run && before.first === first && before.last === last && before.lot === lot) return before;
  throw new Problem('labels.other');
}

/** A unit that carries the lot: what a lot of the product may be called (GS1 General Specifications §3.4.1). */
function mustBeLot({ product }: RunRow, lot: string): void {
  const { wellFormed } = readCode(`${product}/10/${encodeURIComponent(lot)}`);
  if (!wellFormed || product.startsWith('sscc:')) throw new Problem('labels.lot', { lot });
}

function documentOf(
  run: RunRow,
  { id, first, last, lot, at }: BindingRow & { readonly lot: string },
  now: Date,
): string {
  const events = [];
  for (let from = first; from <= last; from += UNITS) {
    const numbers = Array.from({ length: Math.min(UNITS, last - from + 1) }, (_, i) => run.first + from - 1 + i);
    events.push({
      ...{ type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', disposition: 'active' },
      ...{ eventID: idOf(id, from), eventTime: at.toISOString(), eventTimeZoneOffset: '+08:00' },
      epcList: numbers.map((number) => codeOf(run, number)),
      ilmd: { 'cbvmda:lotNumber': lot },
    });
  }
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: now.toISOString() },
    epcisBody: { eventList: events },
  });
}

/** A UUID (RFC 9562, version 8) of what it is made of. */
function idOf(id: string, from: number): string {
  const digest = createHash('sha256').update(`${id}.${from}`).digest('hex');
  return `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** Of which run a scanned label is, and which of it. @throws Problem `resource.not-found` */
export async function findLabel(ctx: Ctx, code: string): Promise<{ run: string; number: number; lot?: string }> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const found = await ctx.read(async (tx) => {
    const named = numbersIn(readCode(code).canonical);
    const key = named === undefined ? undefined : await findKey(tx, named.product);
    if (named === undefined || key === undefined) return undefined;
    const number = numberOfSerial(key, named.serial);
    const run = number === undefined ? undefined : await findRunOf(tx, named.product, number);
    if (run === undefined || number === undefined) return undefined;
    const at = number - run.first + 1;
    const bound = (await selectBindings(tx, [run.id])).get(run.id) ?? [];
    return {
      run: run.id,
      number: at,
      lot: bound.find(({ first, last }) => first <= at && at <= last)?.lot ?? undefined,
    };
  }, AS);
  if (found === undefined) throw new Problem('resource.not-found', { what: code.slice(0, 200) });
  const { lot, ...label } = found;
  return { ...label, ...(lot === undefined ? {} : { lot }) };
}
