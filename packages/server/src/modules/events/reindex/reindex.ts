/**
 * Derives the store anew from what was received, beside a running server, block by block: each in a transaction of its
 * own, so that it may be stopped at any moment and goes on where it was. At the end the derived tables are those of a store
 * that captures everything today.
 */
import { type Context, readContext, readReceived } from '@suyuan/epcis';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable, Tx } from '../../../platform/db/index.ts';
import { deleteVersions, deriveMasterData, insertVersions } from '../../registry/index.ts';
import { claimRecords } from '../capture/claim-records.ts';
import { DERIVATION, type Derived, derive } from '../capture/derive.ts';
import { insertBlocks, insertEvents, insertRecords } from '../capture/store.ts';
import { bindingOf, isOfEvents, textsAndBodies } from '../query/received.ts';
import { type ReceivedRow, selectContexts, selectReceived } from '../query/store.ts';
import {
  addIndexes,
  countBlocks,
  deleteEvents,
  deleteStrays,
  dropIndexes,
  selectBlocksAfter,
  selectCurrent,
  selectRecorded,
  selectVersion,
  takeRecords,
  takeTurn,
  updateVersion,
} from './store-reindex.ts';

interface ReindexOptions {
  /** Also what is derived by today's rules already: repairs what was changed behind the program's back. */
  readonly isAll?: boolean;
  /** How many blocks are looked at, of how many. */
  onProgress?(done: number, total: number): void;
  /** Stops between two blocks. */
  readonly signal?: AbortSignal;
}

/** Blocks looked at in one go. */
const PAGE = 100;

/** Whether events are derived by rules of before. */
export async function isOutdated(ctx: Ctx): Promise<boolean> {
  return (await ctx.read(selectVersion)) < DERIVATION;
}

/**
 * False where another process is at it. As the program itself; `owner` owns the tables, and makes indexes for the time.
 */
export async function reindex(
  ctx: Ctx,
  owner: Queryable,
  { isAll = false, onProgress, signal }: ReindexOptions = {},
): Promise<boolean> {
  // A transaction that does nothing but hold the turn, so that it ends with the process.
  return ctx.write(async (turn) => {
    if (!(await takeTurn(turn))) return false;
    const isStopped = (): boolean => signal?.aborted === true;
    let isIndexed = false;
    const total = await ctx.read(countBlocks);
    let done = 0;
    for (let after = 0; !isStopped(); ) {
      const from = after;
      const page = await ctx.read((tx) => selectBlocksAfter(tx, from, { count: PAGE, isAll }));
      if (page === undefined) {
        if (isAll) await ctx.write(deleteStrays);
        await ctx.write(updateVersion);
        break;
      }
      if (page.blocks.length > 0 && !isIndexed) {
        await addIndexes(owner);
        isIndexed = true;
      }
      for (const block of page.blocks) {
        if (!isStopped()) await ctx.write((tx) => reindexBlock(tx, block, isAll));
      }
      done += page.seen;
      onProgress?.(done, Math.max(total, done));
      after = page.last;
    }
    // Also those that a run left which was killed.
    await dropIndexes(owner);
    return true;
  });
}

async function reindexBlock(tx: Tx, block: number, isAll: boolean): Promise<void> {
  const [row] = await selectReceived(tx, [block]);
  if (row === undefined) return;
  const contexts = await selectContexts(tx, [row.contextId]);
  const given: unknown = JSON.parse(contexts.get(row.contextId) ?? 'null');
  const context = readContext(given);
  if (!isOfEvents(row)) return reindexVocabulary(tx, row, context);
  const binding = bindingOf(row);
  const derived = textsAndBodies(row).map(({ body }) => derive(readReceived(body, given, binding), context));
  const before = await takeRecords(tx, block);
  const records = await claimRecords(tx, derived, { orgNo: row.orgNo, block });
  if (!(await insertRecords(tx, records, row.orgNo))) throw new Error(`two records of block ${block} are one`);
  await insertBlocks(tx, new Map([[block, derived.map(({ rowId }) => rowId)]]), row.orgNo);
  await replaceEvents(tx, { before, derived, isAll });
}

async function reindexVocabulary(tx: Tx, row: ReceivedRow, context: Context): Promise<void> {
  const { block, orgNo } = row;
  await takeRecords(tx, block);
  await deleteVersions(tx, block);
  const said = textsAndBodies(row).map(({ body }) => deriveMasterData(body, context));
  await insertVersions(
    tx,
    said.map((data, place) => ({ ...data, orgNo, block, place })),
  );
  await insertBlocks(tx, new Map([[block, []]]), orgNo);
}

async function replaceEvents(
  tx: Tx,
  {
    before,
    derived,
    isAll,
  }: { readonly before: readonly string[]; readonly derived: readonly Derived[]; readonly isAll: boolean },
): Promise<void> {
  const now = new Map(derived.map((each) => [each.rowId, each]));
  const current = isAll ? new Set<string>() : await selectCurrent(tx, [...now.keys()]);
  const stale = [...now.keys()].filter((id) => !current.has(id));
  const recorded = await selectRecorded(tx, before);
  await deleteEvents(tx, [...stale, ...before.filter((id) => !now.has(id) && !recorded.has(id))]);
  const events = stale.flatMap((id) => now.get(id) ?? []);
  if (events.length > 0) await insertEvents(tx, events);
}
