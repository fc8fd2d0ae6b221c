/** Walks the log and what waits for it, computes every leaf again and derives every event anew from what was received. */
import { type Context, readContext, readReceived } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { type KeptOccurrence, occurrenceFaults, occurrenceLeaf, selectOccurrencesOf } from '../../identity/index.ts';
import { leafHash } from '../../integrity/index.ts';
import { deriveMasterData } from '../../registry/index.ts';
import { type Derived, derive } from '../capture/derive.ts';
import { textKey } from '../keys.ts';
import { bindingOf, textsAndBodies } from '../query/received.ts';
import { BINDING_NUMBERS } from '../roles.ts';
import { checkVersions } from './check-versions.ts';
import type { Tell } from './fault.ts';
import { type ReceivedBlock, type RunRow, selectLog, selectPending, selectReceived } from './store-verify.ts';

/** Some 1,000 events and their rows at a time. */
const RUNS = 16;

/** A record as it should be. */
export interface Expected {
  readonly position: number | undefined;
  readonly block: number;
  readonly place: number;
  readonly orgNo: number;
  readonly derived: Derived;
  /** Whether this is the first time that the event stands in the log, so that its rows are counted once. */
  isFirst: boolean;
}

/** Every record of the log, then those that wait for it, derived again from what was received. */
export async function* derivedAgain(tx: Tx, tell: Tell): AsyncGenerator<readonly Expected[]> {
  const contexts = new Map<string, Context>();
  let expected = 0;
  for (let after = -1; ; ) {
    const runs = await selectLog(tx, after, RUNS);
    const last = runs.at(-1);
    if (last?.first == null) break;
    for (const { first, leaves } of runs) {
      if (first !== expected) tell({ kind: 'gap', position: expected });
      expected = (first ?? 0) + leaves.length / LEAF;
    }
    yield await readRuns(tx, runs, { contexts, tell });
    tell({ checked: expected });
    after = last.first;
  }
  for (let after: number | null = null; ; ) {
    const runs: Awaited<ReturnType<typeof selectPending>> = await selectPending(tx, after, RUNS);
    const last = runs.at(-1);
    if (last === undefined) break;
    for (const { block, isLogged } of runs) if (isLogged) tell({ kind: 'block-logged-twice', block });
    yield await readRuns(tx, runs, { contexts, tell });
    after = last.id;
  }
}

const LEAF = 32;

const BINDINGS: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(BINDING_NUMBERS).map(([name, number]) => [number, name]),
);

async function readRuns(
  tx: Tx,
  runs: readonly RunRow[],
  { contexts, tell }: { readonly contexts: Map<string, Context>; readonly tell: Tell },
): Promise<Expected[]> {
  const blocks = await selectReceived(
    tx,
    runs.map(({ block }) => block),
  );
  const byNumber = new Map(blocks.map((row) => [row.block, row]));
  const others = runs.filter(({ block }) => !byNumber.has(block)).map(({ block }) => block);
  const occurrences = new Map(
    (others.length === 0 ? [] : await selectOccurrencesOf(tx, others)).map((kept) => [kept.block, kept]),
  );
  return runs.flatMap((run) => {
    const row = byNumber.get(run.block);
    const at = { block: run.block, ...(run.first === null ? {} : { position: run.first }) };
    const occurrence = occurrences.get(run.block);
    if (occurrence !== undefined) {
      checkOccurrence(run, occurrence, tell);
      return [];
    }
    if (row === undefined) {
      tell({ kind: 'received-missing', ...at });
      return [];
    }
    try {
      return readRun(run, row, { contexts, tell });
    } catch (error) {
      tell({ kind: 'received-broken', ...at, what: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
}

function checkOccurrence({ first, block, leaves, orgNo }: RunRow, kept: KeptOccurrence, tell: Tell): void {
  const at = { block, ...(first === null ? {} : { position: first }) };
  if (leaves.length !== LEAF) tell({ kind: 'leaf-count', block });
  if (!occurrenceLeaf(kept.body).equals(leaves.subarray(0, LEAF))) tell({ kind: 'leaf-differs', ...at });
  if (orgNo !== kept.orgNo) tell({ kind: 'run-differs', block, what: 'orgNo' });
  for (const what of occurrenceFaults(kept)) tell({ kind: 'occurrence-differs', ...at, what });
}

function readRun(
  { first, leaves, orgNo }: RunRow,
  row: ReceivedBlock,
  { contexts, tell }: { readonly contexts: Map<string, Context>; readonly tell: Tell },
): Expected[] {
  const { block } = row;
  const texts = textsAndBodies(row);
  if (texts.length !== leaves.length / LEAF) tell({ kind: 'leaf-count', block });
  if (orgNo !== row.orgNo) tell({ kind: 'run-differs', block, what: 'orgNo' });
  const isOfBinding = Object.values<number>(BINDING_NUMBERS).includes(row.binding);
  if (!row.isWholeMs || !isOfBinding)
    tell({ kind: 'received-broken', block, what: isOfBinding ? 'receivedAt' : 'binding' });
  // A leaf of before covers no more than a key.
  if (row.leafVersion < 3 && (row.personId !== null || row.viaNo !== null)) {
    tell({ kind: 'received-broken', block, what: row.personId === null ? 'via' : 'personId' });
  }
  const binding = bindingOf(row);
  const contextText = row.context ?? '';
  const leafBlock = {
    ...row,
    version: row.leafVersion,
    orgId: row.orgId ?? '',
    // One that there is not has been told.
    binding: BINDINGS[row.binding] ?? binding,
    contextId: textKey(contextText),
  };
  const given: unknown = JSON.parse(contextText);
  const context = contexts.get(row.contextId) ?? readContext(given);
  contexts.set(row.contextId, context);
  for (const [place, { kept }] of texts.entries()) {
    const position = first === null ? {} : { position: first + place };
    const leaf = leaves.subarray(place * LEAF, (place + 1) * LEAF);
    if (!leafHash(leafBlock, kept).equals(leaf)) tell({ kind: 'leaf-differs', block, ...position });
  }
  if (row.binding === BINDING_NUMBERS.vocabulary) {
    checkVersions(row, { said: texts.map(({ body }) => deriveMasterData(body, context)), tell });
    if (!isBlockOf(row, [])) tell({ kind: 'block-differs', block });
    return [];
  }
  const expected = texts.map(({ body }, place): Expected => {
    const position = first === null ? undefined : first + place;
    const derived = derive(readReceived(body, given, binding), context);
    return { position, block, place, orgNo: row.orgNo, derived, isFirst: false };
  });
  const ids = expected.map(({ derived }) => derived.rowId);
  if (!isBlockOf(row, ids)) tell({ kind: 'block-differs', block });
  return expected;
}

/** Whether `events.block` has a row for it, of the same organisation and these events. */
function isBlockOf({ eventIds, blockOrgNo, orgNo }: ReceivedBlock, ids: readonly string[]): boolean {
  return eventIds !== null && blockOrgNo === orgNo && eventIds.length === ids.length && eventIds.join() === ids.join();
}
