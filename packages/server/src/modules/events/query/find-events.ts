import { Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { listOrganisations, type Organisation } from '../../identity/index.ts';
import { textKey } from '../keys.ts';
import { UNIT_ROLES } from '../roles.ts';
import { identityOf } from './identity.ts';
import { type PagedEvent, selectPage } from './page.ts';
import { type Condition, pageToken, type QueryString, readEventQuery } from './parameters.ts';
import { queryDocument, type Recorder, type ShownEvent } from './query-document.ts';
import { readReceivedOf } from './received.ts';
import { type PlacedRecord, withPositions } from './records.ts';
import { selectByIdentity, selectOwn } from './store.ts';

/** A page of events as the EPCISQueryDocument to answer with. */
export interface EventPage {
  readonly document: string;
  readonly perPage: number;
  /** Token of the page after this one; absent on the last. */
  readonly next?: string;
}

/** `GET /events`, `GET /epcs/{epc}/events`: what the query string asks for, in log order. */
export async function findEvents(ctx: Ctx, query: QueryString, more: readonly Condition[] = []): Promise<EventPage> {
  const asked = readEventQuery(query, more);
  return ctx.read(async (db) => {
    const rows = await selectPage(db, asked);
    const page = rows.slice(0, asked.perPage);
    const last = page.at(-1);
    const document = queryDocument(await shown(db, page.map(shownRecord(ctx))), { createdAt: ctx.clock.now() });
    if (rows.length === page.length || last === undefined) return { document, perPage: asked.perPage };
    return { document, perPage: asked.perPage, next: pageToken(last.first.position) };
  });
}

/** Whose bytes stand for an event that several recorded: the caller's own, else those that came first. */
function shownRecord({ actor }: Ctx): (event: PagedEvent) => PlacedRecord {
  return ({ first, records }) => records.find(({ orgNo }) => orgNo === actor.org?.no) ?? first;
}

/** Every mention of a code, or of what a bare text may be, as a unit in any role. */
export function mentioning(code: string): Condition {
  return { on: 'touch', codes: keysToAsk(code), roles: UNIT_ROLES };
}

/**
 * `GET /events/{eventID}`: what was recorded under it, the caller's own first: the event, declarations that it was in
 * error, and the events of others that have the same eventID. Throws `resource.not-found`.
 */
export async function getEvent(ctx: Ctx, eventID: string): Promise<string> {
  return ctx.read(async (db) => {
    const records = await withPositions(db, await selectByIdentity(db, textKey(eventID)));
    if (records.length === 0) throw new Problem('resource.not-found', { what: eventID.slice(0, 200) });
    const isOwn = ({ orgNo }: PlacedRecord): boolean => orgNo === ctx.actor.org?.no;
    const ordered = [...records.filter(isOwn), ...records.filter((record) => !isOwn(record))];
    const organisations = new Map((await listOrganisations(db)).map((each) => [each.no, each]));
    const recorders = ordered.map(({ orgNo }) => recorderOf(organisations.get(orgNo)));
    return queryDocument(await shown(db, ordered), { createdAt: ctx.clock.now(), recorders });
  });
}

function recorderOf(organisation: Organisation | undefined): Recorder {
  const { id, code, name } = organisation ?? { id: '', code: null, name: null };
  return { id: `urn:uuid:${id}`, ...(code === null ? {} : { code }), ...(name === null ? {} : { name }) };
}

/** The records as they came, each with what it is found under. */
async function shown(db: Queryable, records: readonly PlacedRecord[]): Promise<ShownEvent[]> {
  const received = await readReceivedOf(db, records);
  const rows = await selectOwn(db, records);
  const identities = new Map(rows.map((row) => [row.id, identityOf(row)]));
  return received.map((each, i) => ({ ...each, identity: identities.get(records[i]?.eventId ?? '') ?? '' }));
}
