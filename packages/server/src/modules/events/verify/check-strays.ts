/** Rows that nothing which was received explains, table by table. */
import type { Tx } from '../../../platform/db/index.ts';
import { selectUnloggedOccurrences } from '../../identity/index.ts';
import { DERIVATION } from '../capture/derive.ts';
import { variantOf } from '../capture/variant.ts';
import { textKey } from '../keys.ts';
import { checkCountersignatures } from './check-countersignatures.ts';
import type { Tell } from './fault.ts';
import {
  selectBlocks,
  selectContexts,
  selectDerivations,
  selectIdentities,
  selectJobFaults,
  selectRecordsAfter,
  selectStrayBlocks,
  selectStrayVersions,
  selectUnloggedBlocks,
  selectUnrecorded,
  selectWaitingTwice,
} from './store-verify.ts';

const PAGE = 2_000;

/** Each finds rows of its own. */
export const STRAY_CHECKS: readonly ((tx: Tx, tell: Tell) => Promise<void>)[] = [
  checkLogged,
  checkBlocks,
  checkVersionRows,
  checkEvents,
  checkRecords,
  checkContexts,
  checkJobs,
  checkDerivation,
  checkCountersignatures,
];

async function checkLogged(tx: Tx, tell: Tell): Promise<void> {
  for (let after: number | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectUnloggedBlocks>> = await selectUnloggedBlocks(tx, after, PAGE);
    if (page === undefined) break;
    for (const block of page.unlogged) tell({ kind: 'block-not-logged', block });
    after = page.last;
  }
  for (const block of await selectWaitingTwice(tx)) tell({ kind: 'block-logged-twice', block });
  for (const block of await selectUnloggedOccurrences(tx)) tell({ kind: 'occurrence-not-logged', block });
}

async function checkBlocks(tx: Tx, tell: Tell): Promise<void> {
  for (const block of await selectStrayBlocks(tx)) tell({ kind: 'block-stray', block });
}

async function checkVersionRows(tx: Tx, tell: Tell): Promise<void> {
  for (const { block, place } of await selectStrayVersions(tx)) {
    tell({ kind: 'version-stray', block, what: String(place) });
  }
}

async function checkEvents(tx: Tx, tell: Tell): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectUnrecorded>> = await selectUnrecorded(tx, after, PAGE);
    if (page === undefined) break;
    for (const eventId of page.unrecorded) tell({ kind: 'event-unrecorded', eventId });
    after = page.last;
  }
}

const BEFORE_RECORDS = {
  identityKey: '00000000-0000-0000-0000-000000000000',
  orgNo: -(2 ** 31),
  variant: String(-(2n ** 63n)),
};

/** Every record is the one of its place, and no place has two. */
async function checkRecords(tx: Tx, tell: Tell): Promise<void> {
  let after = BEFORE_RECORDS;
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

async function checkContexts(tx: Tx, tell: Tell): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectContexts>> = await selectContexts(tx, after, PAGE);
    for (const { id, body } of page) if (textKey(body) !== id) tell({ kind: 'context-differs', what: id });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
}

async function checkJobs(tx: Tx, tell: Tell): Promise<void> {
  for (const id of await selectJobFaults(tx)) tell({ kind: 'job-differs', what: id });
}

/** One row, which may lag behind the program (then the events are derived anew at its next start), and never leads. */
async function checkDerivation(tx: Tx, tell: Tell): Promise<void> {
  const versions = await selectDerivations(tx);
  const [version = -1] = versions;
  if (versions.length !== 1 || version < 0 || version > DERIVATION) {
    tell({ kind: 'derivation-differs', what: versions.join(' ') });
  }
}
