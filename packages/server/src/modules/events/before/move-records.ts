/**
 * Moves the events of a store from before received, event and record (migration 0010). The log keeps its positions and its
 * leaves, which are of version 1; what is kept of each record is what such a leaf is made of.
 */
import { type Context, readContext } from '@suyuan/epcis';
import type { DataMigration, Tx } from '../../../platform/db/index.ts';
import { spellCodes } from '../../identity/index.ts';
import { enqueueLeaves } from '../../integrity/index.ts';
import { inBlocks, packTexts } from '../blocks.ts';
import { claimRecords } from '../capture/claim-records.ts';
import { derive } from '../capture/derive.ts';
import { keepContext } from '../capture/given-context.ts';
import { insertBlocks, insertEvents, insertReceived, insertRecords } from '../capture/store.ts';
import { storeVocabulary } from '../capture/store-vocabulary.ts';
import { selectContexts } from '../query/store.ts';
import {
  addOrganisations,
  countOld,
  deleteOld,
  dropOld,
  insertRun,
  isMoved,
  type OldEvent,
  ownOrganisation,
  selectOld,
  selectOldPending,
  takeOldMasterData,
} from './store-before.ts';

/** A transaction's worth: some 3 MB, and lost work of a second when it is stopped. */
const PAGE = 2_000;

export const moveRecords: DataMigration = async ({ transaction, report }) => {
  await transaction(addOrganisations);
  let left = await transaction(async (tx) => ((await isMoved(tx)) ? 0 : countOld(tx)));
  const total = left;
  for (;;) {
    const moved = await transaction(async (tx) => {
      if (await isMoved(tx)) return 0;
      const page = await selectOld(tx, PAGE);
      await move(tx, page);
      return page.length;
    });
    if (moved === 0) break;
    left -= moved;
    report(total - left, total);
  }
  for (let moved = PAGE; moved > 0; ) {
    moved = await transaction(async (tx) => ((await isMoved(tx)) ? 0 : moveMasterData(tx)));
  }
  await transaction(spellCodes);
  await transaction(async (tx) => {
    if (await isMoved(tx)) return;
    await move(tx, await selectOldPending(tx));
    await dropOld(tx);
  });
};

/**
 * Nobody kept who had said it, so the installation's own organisation says it now. The names of attributes were kept without
 * what stands before them; nearly all were of the CBV.
 */
async function moveMasterData(tx: Tx): Promise<number> {
  const page = await takeOldMasterData(tx, PAGE);
  const org = await ownOrganisation(tx);
  for (const { code, type, attributes, capturedAt } of page) {
    const named = Object.entries(attributes).map(([name, attribute]) => ({
      id: `urn:epcglobal:cbv:mda#${name}`,
      attribute,
    }));
    const lists = [[{ type, vocabularyElementList: [{ id: code, attributes: named }] }]];
    const { context, contextId } = await keepContext(tx, null);
    const by = {
      org,
      keyId: null,
      personId: null,
      via: null,
      jobId: null,
      receivedAt: capturedAt,
      binding: 'json' as const,
      contextId,
    };
    // What is moved is taken away where it was, so it was never said before.
    await storeVocabulary(tx, lists, { by, context, digestsOf: async () => new Map() });
  }
  return page.length;
}

async function move(tx: Tx, events: readonly OldEvent[]): Promise<void> {
  if (events.length === 0) return;
  const contexts = await contextsOf(tx, events);
  for (const run of alike(events)) {
    for (const block of inBlocks(run, keptOf)) await moveBlock(tx, block, contexts);
  }
  await deleteOld(tx, events);
}

async function contextsOf(tx: Tx, events: readonly OldEvent[]): Promise<ReadonlyMap<string, Context>> {
  const texts = await selectContexts(tx, [...new Set(events.map(({ contextId }) => contextId))]);
  return new Map([...texts].map(([id, text]) => [id, readContext(JSON.parse(text))]));
}

/** What is kept of a record of version 1. */
function keptOf({ identity, body }: OldEvent): string {
  return `${identity}\n${body}`;
}

/** Runs of neighbours in the log that came together. */
function alike(events: readonly OldEvent[]): OldEvent[][] {
  const runs: OldEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && areTogether(last, event)) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

function areTogether(one: OldEvent, next: OldEvent): boolean {
  const follows = one.position < 0 ? next.position < 0 : next.position === one.position + 1;
  return (
    follows &&
    one.recordTime.getTime() === next.recordTime.getTime() &&
    one.contextId === next.contextId &&
    one.jobId === next.jobId
  );
}

async function moveBlock(tx: Tx, events: readonly OldEvent[], contexts: ReadonlyMap<string, Context>): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const { orgNo, keyId, jobId, recordTime: receivedAt, contextId } = first;
  const by = {
    org: { no: orgNo, id: '' },
    keyId,
    personId: null,
    via: null,
    jobId,
    receivedAt,
    binding: 'json' as const,
    contextId,
  };
  const [block = 0] = await insertReceived(tx, [packTexts(events.map(keptOf))], { by, leafVersion: 1 });
  const context = contexts.get(contextId) ?? readContext(undefined);
  const derived = events.map(({ body }) => derive(JSON.parse(body), context));
  const records = await claimRecords(tx, derived, { orgNo, block });
  if (!(await insertRecords(tx, records, orgNo))) throw new Error(`two records of block ${block} are one`);
  await insertEvents(tx, [...new Map(derived.map((each) => [each.rowId, each])).values()]);
  await insertBlocks(tx, new Map([[block, derived.map(({ rowId }) => rowId)]]), orgNo);
  const leaves = events.map(({ leaf }) => leaf);
  if (first.position < 0) await enqueueLeaves(tx, [{ block, leaves }], orgNo);
  else await insertRun(tx, { first: first.position, block, orgNo, leaves });
}
