/** Events and records as they are, beside what they should be. */
import { writeFacts } from '@suyuan/epcis';
import type { Tx } from '../../../platform/db/index.ts';
import { DERIVATION, type Derived } from '../capture/derive.ts';
import { variantOf } from '../capture/variant.ts';
import { ACTION_NUMBERS, TYPE_NUMBERS } from '../roles.ts';
import { shortTerm } from '../terms.ts';
import type { Expected } from './derive-again.ts';
import type { Tell } from './fault.ts';
import { type EventColumns, type RecordColumns, selectEvents, selectRecords } from './store-verify.ts';

/** Holds the events and records of a page of what was derived again against their rows. */
export async function checkRows(tx: Tx, expected: readonly Expected[], tell: Tell): Promise<void> {
  const records = await selectRecords(tx, [...new Set(expected.map(({ derived }) => derived.identityKey))]);
  const byEvent = Map.groupBy(records, ({ eventId }) => eventId);
  const events = await selectEvents(tx, [...new Set(expected.map(({ derived }) => derived.rowId))]);
  const byId = new Map(events.map((row) => [row.id, row]));
  const seen = new Set<string>();
  for (const each of expected) {
    const { rowId } = each.derived;
    const own = (byEvent.get(rowId) ?? []).filter(({ orgNo }) => orgNo === each.orgNo);
    const at = { eventId: rowId, ...(each.position === undefined ? {} : { position: each.position }) };
    const record = own.find(({ block, place }) => block === each.block && place === each.place);
    if (record === undefined) tell({ kind: own.length === 0 ? 'record-missing' : 'record-differs', ...at });
    else if (record.variant !== wantedVariant(record, records))
      tell({ kind: 'record-differs', ...at, what: 'variant' });
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

/** The first record that one recorder has of an identity claims it. Who comes second draws the number of its block later. */
function wantedVariant(record: RecordColumns, records: readonly RecordColumns[]): string {
  const isClaim = records.every(
    ({ identityKey, orgNo, block, place }) =>
      identityKey !== record.identityKey ||
      orgNo !== record.orgNo ||
      block > record.block ||
      (block === record.block && place >= record.place),
  );
  return isClaim ? '0' : String(variantOf(record.eventId));
}

/** Blocks are drawn in order, so that the least of an event's records is the same one at every look. */
function isFirst(each: Expected, records: readonly RecordColumns[]): boolean {
  return records.every(({ block, place }) => block > each.block || (block === each.block && place >= each.place));
}

function columnsOf({ rowId, identityKey, facts, declares, hash, content }: Derived): EventColumns {
  return {
    id: rowId,
    identityKey,
    eventTime: String(facts.eventTimeMs),
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
  return Object.entries(row).find(([name, value]) => value !== Reflect.get(expected, name))?.[0];
}
