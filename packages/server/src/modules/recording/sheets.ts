/** What people fill in: saved as it stands, checked, and recorded once. */
import {
  type Difference,
  Problem,
  type SaveSheet,
  type SheetBody,
  type SheetContent,
  type SheetState,
  type Sheets,
  type SheetWhole,
  type SubmitSheet,
} from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import { dispute } from '../disputes/index.ts';
import { captureText, makeDraft } from '../events/index.ts';
import { actingFor, mustBe, noteHere } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { checkSheet } from './check-sheet.ts';
import type { RecordingDeps } from './deps.ts';
import { findPack } from './forms.ts';
import { contentOf, sealContent } from './sealed-content.ts';
import { signedSheet } from './signed-sheet.ts';
import {
  findSheet,
  insertSheet,
  lockSheet,
  type SheetRow,
  type SignedSheet,
  selectSheets,
  setSigned,
  setState,
  updateSheet,
  type WholeRow,
} from './store-sheets.ts';

const AS = { as: 'identity' } as const;

/** Whoever records, or writes what another lets in. @throws Problem `right.missing` and what else refuses a right */
export function mustRecord({ actor }: Ctx): void {
  if (!actor.rights.has('draft')) mustBe(actor, 'capture');
}

export async function listSheets(
  ctx: Ctx,
  { packs }: RecordingDeps,
  wanted: { readonly state: SheetState | null; readonly after: string | null; readonly count: number },
): Promise<Sheets> {
  mustBe(ctx.actor, 'query');
  actingFor(ctx.actor);
  const rows = await ctx.read((tx) => selectSheets(tx, { ...wanted, limit: wanted.count + 1 }), AS);
  const told = rows.slice(0, wanted.count);
  const last = told.at(-1);
  const all = await packs();
  return {
    sheets: told.map((row) => sheetBody(row, all)),
    ...(rows.length > wanted.count && last !== undefined ? { next: last.id } : {}),
  };
}

/** @throws Problem `resource.not-found` */
export async function readSheet(ctx: Ctx, deps: RecordingDeps, id: string): Promise<SheetWhole> {
  mustBe(ctx.actor, 'query');
  const { no: orgNo } = actingFor(ctx.actor);
  const row = present(await ctx.read((tx) => findSheet(tx, id), AS), id);
  return { ...sheetBody(row, await deps.packs()), content: contentOf(deps.keyring, { orgNo, id }, row) };
}

/**
 * Saves one, as often as it is sent: what is the same again changes nothing.
 * @throws Problem `sheet.changed` where somebody else has changed it since, `sheet.closed` where it is recorded or discarded
 */
export async function saveSheet(ctx: Ctx, deps: RecordingDeps, { id, ...given }: SaveSheet & { readonly id: string }) {
  mustRecord(ctx);
  const { no: orgNo } = actingFor(ctx.actor);
  const { pack } = findPack(await deps.packs(), given.pack);
  if (!pack.stages.some((stage) => stage.id === given.stage))
    throw new Problem('resource.not-found', { what: `${given.pack}/${given.stage}` });
  const { name, content } = given;
  const row = {
    ...{ orgNo, id, pack: given.pack, stage: given.stage, name },
    ...sealContent(deps.keyring, { orgNo, id }, content),
    ...{ by: ctx.actor.personId ?? null, at: ctx.clock.now() },
  };
  await ctx.write(async (tx) => {
    if (await insertSheet(tx, row)) return;
    const before = present(await lockSheet(tx, id), id);
    if (isSame(before, given, contentOf(deps.keyring, { orgNo, id }, before))) return;
    if (before.state !== 'open') throw new Problem('sheet.closed', { state: before.state });
    if (before.version !== given.version) throw new Problem('sheet.changed', { version: before.version });
    await updateSheet(tx, row);
  }, AS);
  return readSheet(ctx, deps, id);
}

function isSame(before: SheetRow, given: SaveSheet, content: SheetContent): boolean {
  return (
    before.name === given.name &&
    before.pack === given.pack &&
    before.stage === given.stage &&
    JSON.stringify(content) === JSON.stringify(given.content)
  );
}

/** Takes one away that was not recorded, or brings it back. @throws Problem `sheet.closed` */
export async function discardSheet(ctx: Ctx, id: string, state: 'discarded' | 'open' = 'discarded'): Promise<void> {
  mustRecord(ctx);
  actingFor(ctx.actor);
  await ctx.write(async (tx) => {
    const before = present(await lockSheet(tx, id), id);
    if (before.state === state) return;
    if (before.state !== 'open' && before.state !== 'discarded')
      throw new Problem('sheet.closed', { state: before.state });
    await setState(tx, id, { state, at: ctx.clock.now() });
  }, AS);
}

/**
 * Records it as one event of its own identity, however often it is asked for; of whoever may only draft it waits for a release.
 * @throws Problem `sheet.changed`, `sheet.closed`, `sheet.invalid`, and what refuses a capture
 */
export async function submitSheet(
  ctx: Ctx,
  deps: RecordingDeps,
  { id, version, tell, command }: SubmitSheet & { readonly id: string },
): Promise<SheetWhole> {
  mustRecord(ctx);
  const { no: orgNo } = actingFor(ctx.actor);
  const row = present(await ctx.read((tx) => findSheet(tx, id), AS), id);
  if (row.state === 'recorded' || row.state === 'waiting') return readSheet(ctx, deps, id);
  if (row.state !== 'open') throw new Problem('sheet.closed', { state: row.state });
  if (row.version !== version) throw new Problem('sheet.changed', { version: row.version });
  const content = contentOf(deps.keyring, { orgNo, id }, row);
  const signed = command === undefined ? undefined : await signedSheet(ctx, command, { ...row, content });
  const {
    faults,
    event,
    differences = [],
  } = await checkSheet(ctx, deps, { id, pack: row.pack, stage: row.stage, content });
  if (event === undefined) {
    const findings = faults.map(({ field, message }) => ({ pointer: `/${field}`, rule: 'sheet.field', message }));
    throw new Problem('sheet.invalid', { count: faults.length }, { findings, findingCount: faults.length });
  }
  const text = documentOf(event, ctx.clock.now());
  const eventID = `urn:uuid:${id}`;
  if (ctx.actor.rights.has('capture')) {
    await captureText(ctx, deps, text);
    if (tell !== undefined && content.notice !== undefined)
      await tellSender(ctx, deps, { eventID: content.notice, words: tell, differences });
    await close(ctx, row, { state: 'recorded', eventID, signed });
  } else {
    const draft = await makeDraft(ctx, deps, { text, note: row.name });
    await close(ctx, row, { state: 'waiting', eventID, draft, signed });
  }
  return readSheet(ctx, deps, id);
}

/** Whoever sent it is told what differs, once. */
async function tellSender(
  ctx: Ctx,
  { nameKey }: RecordingDeps,
  {
    differences,
    ...said
  }: { readonly eventID: string; readonly words: string; readonly differences: readonly Difference[] },
): Promise<void> {
  const named = differences.find(({ kind }) => kind !== 'extra');
  if (differences.length === 0) return;
  const isOfGoods = differences.some(({ kind }) => kind === 'missing' || kind === 'extra');
  const about = { ...said, subject: isOfGoods ? ('goods' as const) : ('quantity' as const) };
  try {
    await dispute(ctx, { ...about, ...(named === undefined ? {} : { code: named.code }), differences }, nameKey);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'dispute.exists')) throw error;
  }
}

interface Closing {
  readonly state: SheetState;
  readonly eventID: string;
  readonly draft?: string;
  readonly signed: SignedSheet | undefined;
}

async function close(ctx: Ctx, { id, pack, stage }: SheetRow, { signed, ...as }: Closing): Promise<void> {
  await ctx.write(async (tx) => {
    await setState(tx, id, { ...as, at: ctx.clock.now() });
    if (signed !== undefined) await setSigned(tx, id, signed);
    const by = signed === undefined ? {} : { device: signed.device, signedAt: signed.at.toISOString() };
    await noteHere(tx, ctx, { kind: 'sheet.recorded', about: id, detail: { pack, stage, event: as.eventID, ...by } });
  }, AS);
}

function documentOf(event: unknown, at: Date): string {
  return JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: at.toISOString() },
    epcisBody: { eventList: [event] },
  });
}

function present<Row>(row: Row | undefined, id: string): Row {
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  return row;
}

function sheetBody(row: SheetRow | WholeRow, packs: readonly PackInUse[]): SheetBody {
  const { id, pack, stage, name, version, state, eventID, draft, changedBy, changedAt, signed } = row;
  const stages = packs.find((each) => each.pack.id === pack)?.pack.stages ?? [];
  return {
    ...{ id, pack, stage, name, version, state, changedAt: changedAt.toISOString() },
    stageName: stages.find((each) => each.id === stage)?.name ?? { zh: stage, en: stage },
    ...(eventID === null ? {} : { eventID }),
    ...(draft === null ? {} : { draft }),
    ...(changedBy === null ? {} : { changedBy }),
    ...(signed === null ? {} : { signed: { ...signed, at: new Date(signed.at).toISOString() } }),
  };
}
