/** What people of other organisations confirmed: held against what was noted of it, which the log covers, and its signature. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { type PublicJwk, selectPublicKeys, verifySignature } from '../../identity/index.ts';
import { textKey } from '../keys.ts';
import type { Tell } from './fault.ts';
import {
  type CountersignatureRow,
  countCountersignatures,
  type NotedCountersignature,
  selectCountersignatureIds,
  selectCountersignatures,
  selectNotedCountersignatures,
} from './store-countersignatures.ts';
import { selectIdentities } from './store-verify.ts';

const PAGE = 1_000;

export async function checkCountersignatures(tx: Tx, tell: Tell): Promise<void> {
  const keys = await selectPublicKeys(tx);
  let found = 0;
  for await (const page of notedPages(tx)) {
    const rows = await selectCountersignatures(
      tx,
      page.map(({ id }) => id),
    );
    const identities = await selectIdentities(
      tx,
      [...rows.values()].map(({ eventId }) => eventId),
    );
    for (const noted of page) {
      const row = rows.get(noted.id);
      if (row === undefined) {
        tell({ kind: 'countersignature-missing', block: noted.block, what: noted.id });
        continue;
      }
      found += 1;
      const isOfEvent = identities.get(row.eventId) === textKey(noted.eventID);
      for (const what of [...(isOfEvent ? [] : ['event_id']), ...differences(row, noted, keys)]) {
        tell({ kind: 'countersignature-differs', block: noted.block, what });
      }
    }
  }
  // Where all that was noted is there, and no more, nothing was added.
  if ((await countCountersignatures(tx)) > found) await tellStrays(tx, tell);
}

/** Columns that say something else than what was noted, or than the statement itself. */
function differences(row: CountersignatureRow, noted: NotedCountersignature, keys: readonly PublicJwk[]): string[] {
  const { statement, keyId, signature } = row;
  if (createHash('sha256').update(statement).digest('hex') !== noted.sha256) return ['statement'];
  // Noted as it is, so that it is one of ours.
  const { signedAt }: { readonly signedAt: string } = JSON.parse(statement);
  const isSigned = verifySignature(Buffer.from(statement), { keyId, signature }, keys);
  return [
    ...(row.orgNo === noted.orgNo ? [] : ['org_no']),
    ...(row.personId === noted.personId ? [] : ['person_id']),
    ...(row.isWholeMs && row.signedAt.toISOString() === signedAt ? [] : ['signed_at']),
    ...(isSigned ? [] : ['signature']),
  ];
}

/** One whose text is none of ours is told where what happened is checked. */
async function* notedPages(tx: Tx): AsyncGenerator<NotedCountersignature[]> {
  for (let after: number | null = null; ; ) {
    const page: Awaited<ReturnType<typeof selectNotedCountersignatures>> = await selectNotedCountersignatures(
      tx,
      after,
      PAGE,
    );
    if (page === undefined) return;
    yield page.noted;
    after = page.last;
  }
}

/** Holds the ids of all that were noted: some 100 bytes each. */
async function tellStrays(tx: Tx, tell: Tell): Promise<void> {
  const known = new Set<string>();
  for await (const page of notedPages(tx)) for (const { id } of page) known.add(id);
  for (let after: string | null = null; ; ) {
    const ids: readonly string[] = await selectCountersignatureIds(tx, after, PAGE);
    for (const id of ids) if (!known.has(id)) tell({ kind: 'countersignature-stray', what: id });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}
