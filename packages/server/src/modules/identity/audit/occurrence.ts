/** What is kept of what people and programs did: who, where from, on whose behalf, to what. */
import { createHash } from 'node:crypto';
import type { ActingOrganisation } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueueLeaves } from '../../integrity/index.ts';
import { drawBlocks, insertOccurrences, type OccurrenceRow } from './store-occurrences.ts';

/** Everything that is noted, by what it is about. */
export const OCCURRENCE_KINDS = [
  'sign-in.done',
  'sign-in.failed',
  'sign-in.blocked',
  'sign-in.factor-failed',
  'sign-in.proven',
  'session.ended',
  'session.placed',
  'device.known',
  'device.removed',
  'person.made',
  'person.changed',
  'person.password-set',
  'person.factor-set',
  'person.factor-removed',
  'person.codes-made',
  'person.code-used',
  'person.disabled',
  'person.enabled',
  'link.made',
  'link.used',
  'link.revoked',
  'member.added',
  'member.changed',
  'member.ended',
  'role.set',
  'role.removed',
  'key.made',
  'key.rotated',
  'key.revoked',
  'sheet.recorded',
  'order.made',
  'order.closed',
  'order.reopened',
  'order.withdrawn',
  'drill.run',
  'import.recorded',
  'draft.made',
  'draft.released',
  'draft.refused',
  'event.countersigned',
  'site.made',
  'site.changed',
  'site.closed',
  'licence.made',
  'licence.changed',
  'licence.ended',
  'licence.verified',
  'holding.made',
  'holding.ended',
  'jurisdiction.given',
  'jurisdiction.ended',
  'organisation.viewed',
  'records.read',
  'records.exported',
  'chains.exported',
  'balance.exported',
  'ledger.exported',
  'quota.entered',
  'quota.withdrawn',
  'filing.made',
  'filing.receipt',
  'filing.taken-back',
  'pack.added',
  'pack.withdrawn',
  'picture.set',
  'picture.removed',
  'map.set',
  'map.removed',
  'confidential.asked',
  'confidential.approved',
  'confidential.ended',
  'opening.made',
  'opening.ended',
  'share.made',
  'share.revoked',
  'share.opened',
  'organisation.registered',
  'branch.made',
  'organisation.made',
  'organisation.changed',
  'organisation.status',
  'organisation.merged',
  'organisation.unmerged',
  'provider.made',
  'provider.changed',
  'provider.ended',
  'subject.linked',
  'subject.unlinked',
  'mandate.made',
  'mandate.ended',
  'partner.invited',
  'partner.accepted',
  'partner.declined',
  'partner.ended',
  'space.founded',
  'space.changed',
  'space.handed-over',
  'space.invited',
  'space.joined',
  'space.declined',
  'space.taken-back',
  'space.left',
  'space.removed',
  'space.dissolved',
  'dispute.made',
  'dispute.withdrawn',
  'dispute.accepted',
  'labels.made',
  'labels.printed',
  'labels.bound',
  'difference.undone',
  'audit.exported',
  'personal.read',
  'personal.erased',
  'demonstration.begun',
  'demonstration.left',
  'backup.begun',
  'backup.made',
] as const;
export type OccurrenceKind = (typeof OCCURRENCE_KINDS)[number];

/** What was done. No secret and no login name is among its words. */
export interface Occurrence {
  readonly kind: OccurrenceKind;
  /** Whom it is told to. */
  readonly org: ActingOrganisation;
  readonly at: Date;
  /** UUIDs of who did it; none for the program itself, and for whoever is not known. */
  readonly personId?: string | undefined;
  readonly keyId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** UUID of the organisation whose member or key acted for this one. */
  readonly viaId?: string | undefined;
  readonly address?: string | undefined;
  /** UUID of the person, key, link, organisation it was done to. */
  readonly about?: string | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>> | undefined;
}

/** The text that the leaf is of, names in one order. */
function bodyOf({ kind, org, at, ...more }: Occurrence): string {
  const { personId, keyId, sessionId, viaId, address, about, detail } = more;
  return JSON.stringify({
    kind,
    org: org.id,
    at: at.toISOString(),
    person: personId,
    key: keyId,
    session: sessionId,
    via: viaId,
    address,
    about,
    detail,
  });
}

/** The leaf of an occurrence (RFC 9162 §2.1.1): 32 bytes. No entry of a record begins like this. */
export function occurrenceLeaf(body: string): Buffer {
  return createHash('sha256').update(`\0suyuan occurrence 1\n${body}`).digest();
}

/** Notes it in the transaction that does it: neither is there without the other. The transaction is the organisation's. */
export function noteOccurrence(tx: Tx, occurrence: Occurrence): Promise<void> {
  return noteOccurrences(tx, occurrence.org, [occurrence]);
}

/** The same of several of one organisation, in their order. */
export async function noteOccurrences(
  tx: Tx,
  { no: orgNo }: ActingOrganisation,
  occurrences: readonly Occurrence[],
): Promise<void> {
  const blocks = await drawBlocks(tx, occurrences.length);
  const rows = occurrences.map((occurrence, place): OccurrenceRow => {
    const { at, kind, personId = null } = occurrence;
    const block = blocks[place];
    if (block === undefined) throw new Error('no number was drawn');
    return { block, orgNo, at, kind, personId, body: bodyOf(occurrence) };
  });
  await insertOccurrences(tx, rows);
  await enqueueLeaves(
    tx,
    rows.map(({ block, body }) => ({ block, leaves: [occurrenceLeaf(body)] })),
    orgNo,
  );
}
