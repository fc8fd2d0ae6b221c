/** Files of records: sent in parts, checked, and recorded once. */
import { type ImportBody, type Imports, type ImportWhole, type NewImport, Problem } from '@suyuan/api';
import type { Ctx } from '../../platform/ctx.ts';
import { actingFor, mustBe } from '../identity/index.ts';
import type { PackInUse } from '../standards/index.ts';
import { FAULTS_TOLD_MAX } from './check-import.ts';
import type { ImportDeps } from './deps.ts';
import { bytesOfPart, digestOf, missingParts, partCount, sealPart } from './file-parts.ts';
import { formFor } from './reading-of.ts';
import {
  askCheck,
  askRecording,
  countOpen,
  deleteImport,
  findFaults,
  findImport,
  findSame,
  type ImportRow,
  insertImport,
  lockImport,
  selectImports,
  selectRefusals,
} from './store-imports.ts';
import { deleteParts, selectPartNumbers, upsertPart } from './store-parts.ts';

const AS = { as: 'identity' } as const;
/** Fifty files of 200 MiB are 10 GB: what an organisation leaves lying is bounded. */
const OPEN_MAX = 50;

/** @throws Problem `import.draft-only`, `right.missing` and what else refuses a right */
export function mustImport({ actor }: Pick<Ctx, 'actor'>): void {
  if (!actor.rights.has('capture') && actor.rights.has('draft')) throw new Problem('import.draft-only');
  mustBe(actor, 'capture');
}

export async function listImports(
  ctx: Ctx,
  { packs }: Pick<ImportDeps, 'packs'>,
  { after, count }: { readonly after: string | null; readonly count: number },
): Promise<Imports> {
  actingFor(ctx.actor);
  const rows = await ctx.read((tx) => selectImports(tx, { after, limit: count + 1 }), AS);
  const told = rows.slice(0, count);
  const last = told.at(-1);
  const all = await packs();
  return {
    imports: told.map((row) => importBody(row, all)),
    ...(rows.length > count && last !== undefined ? { next: last.id } : {}),
  };
}

/** @throws Problem `resource.not-found` */
export async function readImport(ctx: Ctx, { packs }: Pick<ImportDeps, 'packs'>, id: string): Promise<ImportWhole> {
  const found = await ctx.read(async (tx) => {
    const row = present(await findImport(tx, id), id);
    const isWhole = row.state !== 'uploading' && (await selectPartNumbers(tx, id)).length === 0;
    const faults = await findFaults(tx, id);
    const refused = await selectRefusals(tx, id, { after: 0, limit: FAULTS_TOLD_MAX - faults.length });
    return { row, hasFile: !isWhole, faults, refused, missing: isWhole ? [] : await missingParts(tx, row) };
  }, AS);
  const { row, hasFile, missing, faults, refused } = found;
  return {
    ...importBody(row, await packs()),
    ...{ hasFile, missing },
    faults: [...faults, ...refused.map(({ row: at, zh, en }) => ({ row: at, message: { zh, en } }))],
  };
}

/** Begins one, as often as it is sent. @throws Problem `resource.not-found`, `import.closed` where the id is of another file, `import.many` */
export async function beginImport(ctx: Ctx, deps: ImportDeps, { id, ...given }: NewImport & { readonly id: string }) {
  const { no: orgNo } = actingFor(ctx.actor);
  await formFor(ctx, deps, given);
  await ctx.write(async (tx) => {
    const before = await lockImport(tx, id);
    if (before !== undefined) {
      const { pack, stage, name, bytes } = before;
      if (pack !== given.pack || stage !== given.stage || name !== given.name || bytes !== given.bytes)
        throw new Problem('import.closed');
      return;
    }
    if ((await countOpen(tx)) >= OPEN_MAX) throw new Problem('import.many');
    const made = { ...given, ...{ orgNo, id, by: ctx.actor.personId ?? null, at: ctx.clock.now() } };
    if (!(await insertImport(tx, made))) throw new Problem('import.closed');
  }, AS);
  return readImport(ctx, deps, id);
}

/** @throws Problem `resource.not-found`, `import.closed`, `import.part` */
export async function putPart(
  ctx: Ctx,
  { keyring }: Pick<ImportDeps, 'keyring'>,
  { id, number, bytes }: { readonly id: string; readonly number: number; readonly bytes: Buffer },
): Promise<void> {
  const { no: orgNo } = actingFor(ctx.actor);
  const part = { orgNo, id, number, ...sealPart(keyring, { orgNo, id, number }, bytes) };
  await ctx.write(async (tx) => {
    const row = present(await lockImport(tx, id), id);
    if (row.state !== 'uploading') throw new Problem('import.closed');
    if (number > partCount(row.bytes)) throw new Problem('import.part', { number, bytes: 0 });
    const expected = bytesOfPart(row.bytes, number);
    if (bytes.length !== expected) throw new Problem('import.part', { number, bytes: expected });
    await upsertPart(tx, part);
  }, AS);
}

/**
 * Has the file read and told what of it can be recorded; of one that was checked, anew.
 * @throws Problem `resource.not-found`, `import.closed`, `import.incomplete`, `import.exists`, `import.gone`
 */
export async function checkAgain(ctx: Ctx, deps: ImportDeps, id: string): Promise<ImportWhole> {
  const row = present(await ctx.read((tx) => findImport(tx, id), AS), id);
  if (row.state === 'checking') return readImport(ctx, deps, id);
  mayBeChecked(row);
  const missing = await ctx.read((tx) => missingParts(tx, row), AS);
  if (missing.length > 0) throw new Problem('import.incomplete', { count: missing.length });
  const sha256 = await digestOf(ctx, deps.keyring, row);
  await ctx.write(async (tx) => {
    const now = present(await lockImport(tx, id), id);
    if (now.state === 'checking') return;
    mayBeChecked(now);
    const same = await findSame(tx, { ...now, sha256 });
    if (same !== undefined) throw sentBefore(same);
    await askCheck(tx, id, { sha256, at: ctx.clock.now() });
  }, AS);
  deps.nudge();
  return readImport(ctx, deps, id);
}

/** With the id of the other, so that a page can open it. */
function sentBefore({ id, name }: { readonly id: string; readonly name: string }): Problem {
  const message = { zh: '原来的导入', en: 'The import that is there' };
  const finding = { pointer: '/id', rule: 'import.exists', value: JSON.stringify(id), message };
  return new Problem('import.exists', { id, name }, { findings: [finding] });
}

function mayBeChecked({ state }: ImportRow): void {
  if (state === 'recording' || state === 'recorded') throw new Problem('import.closed');
}

/** Has the rows recorded that can be. @throws Problem `resource.not-found`, `import.unchecked` */
export async function recordRows(ctx: Ctx, deps: ImportDeps, id: string): Promise<ImportWhole> {
  const { actor } = ctx;
  await ctx.write(async (tx) => {
    const row = present(await lockImport(tx, id), id);
    if (row.state === 'recording' || row.state === 'recorded') return;
    if (row.state !== 'checked' || row.good === 0) throw new Problem('import.unchecked');
    await askRecording(tx, id, {
      person: actor.personId ?? null,
      key: actor.keyId ?? null,
      site: actor.site ?? null,
      via: actor.via?.no ?? null,
      at: ctx.clock.now(),
    });
  }, AS);
  deps.nudge();
  return readImport(ctx, deps, id);
}

/** Of one that is recorded the file alone goes; that it was recorded stays. @throws Problem `import.closed` while it is worked on */
export async function removeImport(ctx: Ctx, id: string): Promise<void> {
  actingFor(ctx.actor);
  await ctx.write(async (tx) => {
    const { state } = present(await lockImport(tx, id), id);
    if (state === 'checking' || state === 'recording') throw new Problem('import.closed');
    await (state === 'recorded' ? deleteParts(tx, id) : deleteImport(tx, id));
  }, AS);
}

function present(row: ImportRow | undefined, id: string): ImportRow {
  if (row === undefined) throw new Problem('resource.not-found', { what: id });
  return row;
}

function importBody(row: ImportRow, packs: readonly PackInUse[]): ImportBody {
  const { id, pack, stage, name, bytes, state, sheet, problem, madeBy, madeAt, changedAt } = row;
  const { rows, good, faulty, handled, recorded, refused } = row;
  const stages = packs.find((each) => each.pack.id === pack)?.pack.stages ?? [];
  return {
    ...{ id, pack, stage, name, bytes, state, rows, good, faulty, handled, recorded, refused },
    stageName: stages.find((each) => each.id === stage)?.name ?? { zh: stage, en: stage },
    ...(sheet === null || sheet === '' ? {} : { sheet }),
    ...(problem === null ? {} : { problem: { code: problem.code, message: { zh: problem.zh, en: problem.en } } }),
    ...(madeBy === null ? {} : { madeBy }),
    ...{ madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() },
  };
}
