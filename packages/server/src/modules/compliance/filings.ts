/**
 * Filings: what records say, handed in to an authority once, in its own form (ADR 0025). What was sent is kept as it was sent, so that the same file
 * can be sent again after a failure, and is held against what the records say today.
 */
import { type NewFiling, type NewReceipt, Problem } from '@suyuan/api';
import { type Pack, startOfDay } from '@suyuan/profiles';
import type { Ctx } from '../../platform/ctx.ts';
import { rowIdFloor } from '../events/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { type Book, type Cell, type Line, readLines } from './lines.ts';
import {
  deleteFiling,
  type FiledLine,
  type FilingOf,
  type FilingRow,
  findFiling,
  insertFiling,
  type NewLine,
  noteReceipt,
  refuseLines,
  selectLines,
  selectStanding,
  selectWaiting,
} from './store-filings.ts';

/** Records of one filing: a file that people can still look through, and a second of work. */
const RECORDS_MAX = 1_000;
/** Lines of it: events of pallets have many. */
const LINES_MAX = 10_000;
const DAY_MS = 86_400_000;
const AS = { as: 'identity' } as const;

export interface FilingKind extends Book {
  readonly item: Pack['filings'][number];
  readonly of: FilingOf;
}

/** As it is in its newest version, for records since its first. Undefined where the pack has no such filing. */
function filingKind(inUse: PackInUse, id: string): FilingKind | undefined {
  const versions = inUse.pack.filings
    .filter((filing) => filing.id === id)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const [item] = versions;
  if (item === undefined) return undefined;
  const first = versions.at(-1)?.from;
  const stages = [...new Set(versions.flatMap((each) => each.stages))];
  return {
    ...{ inUse, item, stages, elements: elementsOf(item) },
    of: {
      ...{ pack: inUse.pack.id, filing: id, stages },
      from: first === undefined ? undefined : rowIdFloor(startOfDay(first)),
    },
  };
}

/** Each filing of these packs once. */
export function filingKinds(packs: readonly PackInUse[]): FilingKind[] {
  return packs.flatMap((inUse) =>
    [...new Set(inUse.pack.filings.map(({ id }) => id))].flatMap((id) => filingKind(inUse, id) ?? []),
  );
}

function elementsOf({ columns }: Pick<FilingRow, 'columns'>): string[] {
  return columns.map(({ element }) => element);
}

/** @throws Problem `resource.not-found` */
export function kindOf(packs: readonly PackInUse[], { pack, filing }: Pick<FilingOf, 'pack' | 'filing'>): FilingKind {
  const inUse = packs.find((each) => each.pack.id === pack);
  const kind = inUse && filingKind(inUse, filing);
  if (kind === undefined) throw new Problem('resource.not-found', { what: `${pack}/${filing}` });
  return kind;
}

/** @throws Problem `filing.nothing` where nothing waits, `filing.busy` where another has handed it in meanwhile */
export async function fileRecords(ctx: Ctx, kind: FilingKind, span: NewFiling): Promise<FilingRow> {
  mustBe(ctx.actor, 'capture');
  const { no: orgNo } = actingFor(ctx.actor);
  const wanted = { ...kind.of, ...within(kind.of, span) };
  const records = await ctx.read((tx) => selectWaiting(tx, wanted, RECORDS_MAX));
  const lines = fitting(numbered(await readLines(ctx, kind, { records, language: 'zh' })));
  if (lines.length === 0) throw new Problem('filing.nothing');
  const { pack, filing } = kind.of;
  const { version } = kind.inUse.pack;
  return ctx.write(async (tx) => {
    const at = ctx.clock.now();
    const by = ctx.actor.personId ?? null;
    const { format, columns } = kind.item;
    const id = await insertFiling(tx, { orgNo, pack, filing, version, format, columns, at, by, lines });
    if (id === undefined) throw new Problem('filing.busy');
    await noteHere(tx, ctx, { kind: 'filing.made', about: id, detail: { pack, filing, lines: lines.length } });
    return kept(await findFiling(tx, id), id);
  }, AS);
}

function within(
  { from: first }: FilingOf,
  { from, until }: NewFiling,
): { readonly from: string | undefined; readonly before: string | undefined } {
  const floor = from === undefined ? undefined : rowIdFloor(startOfDay(from));
  return {
    from: floor === undefined || (first !== undefined && first > floor) ? first : floor,
    before: until === undefined ? undefined : rowIdFloor(startOfDay(until) + DAY_MS),
  };
}

/** With their places among the units of their event. */
function numbered(lines: readonly Line[]): NewLine[] {
  const places = new Map<string, number>();
  return lines.map(({ record: { identity, eventTime }, unit, cells }) => {
    const place = places.get(identity) ?? 0;
    places.set(identity, place + 1);
    return { identity, place, eventTime, unit, cells };
  });
}

/** Whole records: none is handed in by halves, unless it alone is more than a file may hold. */
function fitting(lines: readonly NewLine[]): readonly NewLine[] {
  if (lines.length <= LINES_MAX) return lines;
  const cut = lines[LINES_MAX];
  const whole = lines.slice(0, LINES_MAX).filter(({ identity }) => identity !== cut?.identity);
  return whole.length > 0 ? whole : lines.filter(({ identity }) => identity === cut?.identity);
}

/** @throws Problem `resource.not-found` */
export async function findOwnFiling(ctx: Ctx, id: string): Promise<FilingRow> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  return kept(await ctx.read((tx) => findFiling(tx, id), AS), id);
}

function kept(row: FilingRow | undefined, id: string): FilingRow {
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  return row;
}

export interface ReconciledLine extends FiledLine {
  readonly state: 'same' | 'changed' | 'withdrawn' | 'refused';
  readonly now?: readonly Cell[];
}

/** Lines as they were sent, held against what the records say today. */
export async function reconcile(
  ctx: Ctx,
  { inUse, stages, of }: FilingKind,
  { filing, after, limit }: { readonly filing: FilingRow; readonly after: number; readonly limit: number },
): Promise<ReconciledLine[]> {
  const filed = await ctx.read((tx) => selectLines(tx, filing.id, { after, limit }));
  const identities = [...new Set(filed.map(({ identity }) => identity))];
  const records = await ctx.read((tx) => selectStanding(tx, of, identities));
  const today = new Map(
    // By the columns of then: a filing whose form has changed since says the same.
    numbered(await readLines(ctx, { inUse, stages, elements: elementsOf(filing) }, { records, language: 'zh' })).map(
      ({ identity, place, cells }) => [`${place} ${identity}`, cells] as const,
    ),
  );
  return filed.map((line) => {
    if (line.refusal !== null) return { ...line, state: 'refused' };
    const now = today.get(`${line.place} ${line.identity}`);
    if (now === undefined) return { ...line, state: 'withdrawn' };
    return JSON.stringify(now) === JSON.stringify(line.cells)
      ? { ...line, state: 'same' }
      : { ...line, state: 'changed', now };
  });
}

/** @throws Problem `filing.receipt-noted`, `filing.not-in-it` with a record that the filing does not have */
export async function takeReceipt(ctx: Ctx, id: string, { number, refused = [] }: NewReceipt): Promise<FilingRow> {
  mustBe(ctx.actor, 'capture');
  await findOwnFiling(ctx, id);
  return ctx.write(async (tx) => {
    const isNoted = await noteReceipt(tx, id, { at: ctx.clock.now(), number: number ?? null });
    if (!isNoted) throw new Problem('filing.receipt-noted');
    const found = await refuseLines(tx, id, refused);
    const strange = refused.find(({ eventID }) => !found.has(eventID));
    if (strange !== undefined) throw new Problem('filing.not-in-it', { event: strange.eventID });
    const detail = { ...(number === undefined ? {} : { number }), refused: found.size };
    await noteHere(tx, ctx, { kind: 'filing.receipt', about: id, detail });
    return kept(await findFiling(tx, id), id);
  }, AS);
}

/** Takes back what was not sent. @throws Problem `filing.receipt-noted` */
export async function takeBack(ctx: Ctx, id: string): Promise<void> {
  mustBe(ctx.actor, 'capture');
  const { pack, filing, lines } = await findOwnFiling(ctx, id);
  await ctx.write(async (tx) => {
    if (!(await deleteFiling(tx, id))) throw new Problem('filing.receipt-noted');
    await noteHere(tx, ctx, { kind: 'filing.taken-back', about: id, detail: { pack, filing, lines } });
  }, AS);
}
