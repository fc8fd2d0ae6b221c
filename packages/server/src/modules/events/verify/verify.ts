/**
 * Holds the whole store against what was received and the log, which alone are trusted: every leaf is computed again,
 * every event derived again, every row of every table compared, and every row that nothing explains is named.
 */
import { type Context, readContext, readReceived, writeFacts } from '@suyuan/epcis';
import type { Db, Queryable, Tx } from '../../../platform/db/index.ts';
import { leafHash } from '../../integrity/index.ts';
import { deriveMasterData } from '../../registry/index.ts';
import { DERIVATION, type Derived, derive } from '../capture/derive.ts';
import { variantOf } from '../capture/variant.ts';
import { textKey } from '../keys.ts';
import { bindingOf, textsAndBodies } from '../query/received.ts';
import { ACTION_NUMBERS, BINDING_NUMBERS, TYPE_NUMBERS } from '../roles.ts';
import { shortTerm } from '../terms.ts';
import { checkVersions } from './check-versions.ts';
import type { Step, Tell } from './fault.ts';
import {
  copyTouches,
  countRows,
  type EventColumns,
  explainTouches,
  type ReceivedBlock,
  type RecordColumns,
  type RunRow,
  selectBlocks,
  selectContexts,
  selectEvents,
  selectIdentities,
  selectJobFaults,
  selectLog,
  selectMissingTouches,
  selectPending,
  selectReceived,
  selectRecords,
  selectRecordsAfter,
  selectSharedPlaces,
  selectStrayBlocks,
  selectStrayVersions,
  selectUnexplained,
  selectUnloggedBlocks,
  selectUnrecorded,
  type TouchColumns,
} from './store-verify.ts';

/** Some 1,000 events and their rows at a time. */
const RUNS = 16;
const PAGE = 2_000;
const TOLD_MAX = 10_000;
const NO_ID = '00000000-0000-0000-0000-000000000000'; // of no row: the ids are UUIDs of version 8

/** Sees one state of the database. Faults come as they are found, and between them how far the log is checked. */
export async function* verify(db: Db): AsyncGenerator<Step> {
  // A generator cannot stand inside the transaction of a callback, so steps are handed over in pages.
  const steps: Step[] = [];
  let wake = (): void => undefined;
  const tell = (step: Step): void => {
    steps.push(step);
    wake();
  };
  let isDone = false;
  const run = db
    .snapshot((tx) => checkAll(tx, tell), { writesTemporary: true })
    .finally(() => {
      isDone = true;
      wake();
    });
  for (;;) {
    yield* steps.splice(0);
    if (isDone) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (steps.length > 0 || isDone) resolve();
    });
  }
  await run;
}

/** The same in a transaction that is open. */
export async function checkAll(tx: Tx, tell: Tell): Promise<void> {
  const expected = { touches: 0, records: 0 };
  let isTouchMissing = false;
  for await (const checked of derivedAgain(tx, tell)) {
    await checkRows(tx, checked, tell);
    expected.records += checked.length;
    const touches = touchesOf(checked);
    expected.touches += touches.length;
    for (const { eventId, unit, role } of await selectMissingTouches(tx, touches)) {
      isTouchMissing = true;
      tell({ kind: 'touch-missing', eventId, what: `${role} ${unit}` });
    }
  }
  await checkStrays(tx, tell);
  const count = await countRows(tx);
  // Where all that should be there is, and no more, nothing was added.
  if (isTouchMissing || count.touches !== expected.touches) await findStrayTouches(tx, tell);
  if (count.records !== expected.records) {
    for (const { block, place } of await selectSharedPlaces(tx)) {
      tell({ kind: 'record-stray', block, what: `place ${place} twice` });
    }
  }
}

/** A record as it should be. */
interface Expected {
  readonly position: number | undefined;
  readonly block: number;
  readonly place: number;
  readonly orgNo: number;
  readonly derived: Derived;
  /** Whether this is the first time that the event stands in the log, so that its rows are counted once. */
  isFirst: boolean;
}

/** Every record of the log, then those that wait for it, derived again from what was received. */
async function* derivedAgain(tx: Tx, tell: Tell): AsyncGenerator<readonly Expected[]> {
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
  for (let after = 0; ; ) {
    const runs = await selectPending(tx, after, RUNS);
    const last = runs.at(-1);
    if (last === undefined) break;
    for (const { block, isLogged } of runs) if (isLogged) tell({ kind: 'block-logged-twice', block });
    yield await readRuns(tx, runs, { contexts, tell });
    after = last.id;
  }
}

const LEAF = 32;

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
  return runs.flatMap((run) => {
    const row = byNumber.get(run.block);
    const at = { block: run.block, ...(run.first === null ? {} : { position: run.first }) };
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

function readRun(
  { first, leaves }: RunRow,
  row: ReceivedBlock,
  { contexts, tell }: { readonly contexts: Map<string, Context>; readonly tell: Tell },
): Expected[] {
  const { block } = row;
  const texts = textsAndBodies(row);
  if (texts.length !== leaves.length / LEAF) tell({ kind: 'leaf-count', block });
  const binding = bindingOf(row);
  const contextText = row.context ?? '';
  const leafBlock = {
    ...row,
    version: row.leafVersion,
    orgId: row.orgId ?? '',
    binding: BINDINGS[row.binding] ?? String(row.binding),
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
    if (row.eventIds === null || row.eventIds.length > 0) tell({ kind: 'block-differs', block });
    return [];
  }
  const expected = texts.map(({ body }, place): Expected => {
    const position = first === null ? undefined : first + place;
    const derived = derive(readReceived(body, given, binding), context);
    return { position, block, place, orgNo: row.orgNo, derived, isFirst: false };
  });
  const ids = expected.map(({ derived }) => derived.rowId);
  if (row.eventIds === null || row.eventIds.join() !== ids.join()) tell({ kind: 'block-differs', block });
  return expected;
}

const BINDINGS: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(BINDING_NUMBERS).map(([name, number]) => [number, name]),
);

async function checkRows(tx: Tx, expected: readonly Expected[], tell: Tell): Promise<void> {
  const records = await selectRecords(tx, [...new Set(expected.map(({ derived }) => derived.identityKey))]);
  const byEvent = Map.groupBy(records, ({ eventId }) => eventId);
  const events = await selectEvents(tx, [...new Set(expected.map(({ derived }) => derived.rowId))]);
  const byId = new Map(events.map((row) => [row.id, row]));
  const seen = new Set<string>();
  for (const each of expected) {
    const { rowId, identityKey } = each.derived;
    const own = (byEvent.get(rowId) ?? []).filter(({ orgNo }) => orgNo === each.orgNo);
    const at = { eventId: rowId, ...(each.position === undefined ? {} : { position: each.position }) };
    const record = own.find(({ block, place }) => block === each.block && place === each.place);
    if (record === undefined) tell({ kind: own.length === 0 ? 'record-missing' : 'record-differs', ...at });
    else if (record.variant !== '0' && record.variant !== String(variantOf(rowId))) {
      tell({ kind: 'record-differs', ...at, what: 'variant' });
    }
    const claims = records.filter((row) => row.identityKey === identityKey && row.orgNo === each.orgNo);
    if (record !== undefined && !claims.some(({ variant }) => variant === '0')) {
      tell({ kind: 'record-differs', ...at, what: 'variant' });
    }
    each.isFirst = !seen.has(rowId) && isFirst(each, byEvent.get(rowId) ?? []);
    if (seen.has(rowId)) continue;
    seen.add(rowId);
    const row = byId.get(rowId);
    if (row === undefined) tell({ kind: 'event-missing', ...at });
    else if (row.derivation !== DERIVATION) tell({ kind: 'event-outdated', ...at, what: String(row.derivation) });
    else {
      const what = differing(row, columnsOf(each.derived));
      if (what !== undefined) tell({ kind: 'event-differs', ...at, what });
    }
  }
}

/** Blocks are drawn in order, so that the least of an event's records is the same one at every look. */
function isFirst(each: Expected, records: readonly RecordColumns[]): boolean {
  return records.every(({ block, place }) => block > each.block || (block === each.block && place >= each.place));
}

function columnsOf({ rowId, identityKey, facts, declares, hash, content }: Derived): EventColumns {
  return {
    id: rowId,
    identityKey,
    eventTime: new Date(facts.eventTimeMs).toISOString(),
    type: TYPE_NUMBERS[facts.type],
    action: ACTION_NUMBERS[facts.action ?? 'none'],
    declares,
    derivation: DERIVATION,
    bizStep: shortTerm(facts.bizStep),
    disposition: shortTerm(facts.disposition),
    hash: hash.toString('hex'),
    content: content.toString('hex'),
    facts: Buffer.from(writeFacts(facts)).toString('hex'),
  };
}

/** The first column that is another than it should be. */
function differing(row: EventColumns, expected: EventColumns): string | undefined {
  const same = (name: string, value: unknown): boolean =>
    name === 'eventTime'
      ? new Date(row.eventTime).getTime() === new Date(expected.eventTime).getTime()
      : value === Reflect.get(expected, name);
  return Object.entries(row).find(([name, value]) => !same(name, value))?.[0];
}

function touchesOf(expected: readonly Expected[]): TouchColumns[] {
  return expected
    .filter(({ isFirst }) => isFirst)
    .flatMap(({ derived }) => derived.touches.map((touch) => ({ ...touch, eventId: derived.rowId })));
}

/** Rows that nothing which was received explains. */
async function checkStrays(tx: Tx, tell: Tell): Promise<void> {
  for (let after = 0; ; ) {
    const page = await selectUnloggedBlocks(tx, after, PAGE);
    if (page === undefined) break;
    for (const block of page.unlogged) tell({ kind: 'block-not-logged', block });
    after = page.last;
  }
  for (const block of await selectStrayBlocks(tx)) tell({ kind: 'block-stray', block });
  for (const { block, place } of await selectStrayVersions(tx))
    tell({ kind: 'version-stray', block, what: String(place) });
  for (let after = NO_ID; ; ) {
    const page = await selectUnrecorded(tx, after, PAGE);
    if (page === undefined) break;
    for (const eventId of page.unrecorded) tell({ kind: 'event-unrecorded', eventId });
    after = page.last;
  }
  await checkRecords(tx, tell);
  for (let after = NO_ID; ; ) {
    const page = await selectContexts(tx, after, PAGE);
    for (const { id, body } of page) if (textKey(body) !== id) tell({ kind: 'context-differs', what: id });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const id of await selectJobFaults(tx)) tell({ kind: 'job-differs', what: id });
}

/** Every record is the one of its place, and no place has two. */
async function checkRecords(tx: Queryable, tell: Tell): Promise<void> {
  let after = { identityKey: NO_ID, orgNo: 0, variant: '0' };
  for (;;) {
    const page = await selectRecordsAfter(tx, after, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    const blocks = await selectBlocks(tx, [...new Set(page.map(({ block }) => block))]);
    const identities = await selectIdentities(tx, [...new Set(page.map(({ eventId }) => eventId))]);
    for (const { eventId, identityKey, orgNo, block, place, variant } of page) {
      const held = blocks.get(block);
      const isOfPlace = held?.eventIds[place] === eventId && held.orgNo === orgNo;
      // An event that is gone is told once.
      const isOfEvent = (identities.get(eventId) ?? identityKey) === identityKey;
      if (!isOfPlace || !isOfEvent) tell({ kind: 'record-stray', eventId, block });
      else if (variant !== '0' && variant !== String(variantOf(eventId))) {
        tell({ kind: 'record-differs', eventId, what: 'variant' });
      }
    }
    after = last;
  }
}

async function findStrayTouches(tx: Tx, tell: Tell): Promise<void> {
  await copyTouches(tx);
  const silent = (): void => undefined;
  for await (const checked of derivedAgain(tx, silent)) {
    await explainTouches(
      tx,
      checked.flatMap(({ derived }) => derived.touches.map((touch) => ({ ...touch, eventId: derived.rowId }))),
    );
  }
  for (const { eventId, unit, role } of await selectUnexplained(tx, TOLD_MAX)) {
    tell({ kind: 'touch-stray', eventId, what: `${role} ${unit}` });
  }
}
