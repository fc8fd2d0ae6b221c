import { Problem } from '@suyuan/api';
import { keysToAsk } from '@suyuan/codes';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { listOrganisations, type Organisation } from '../../identity/index.ts';
import { textKey } from '../keys.ts';
import { UNIT_ROLES } from '../roles.ts';
import { type FindOthers, findOthers, findOthersNamed, type OthersEvent } from './find-others.ts';
import { identityOf } from './identity.ts';
import { type PagedEvent, selectPage } from './page.ts';
import { type Condition, type EventQuery, pageToken, type QueryString, readEventQuery } from './parameters.ts';
import { queryDocument, recorderOf, type ShownEvent } from './query-document.ts';
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

export interface FindEvents extends FindOthers {
  readonly query: QueryString;
  /** Conditions beside those of the query string. */
  readonly more?: readonly Condition[];
}

/**
 * `GET /events`, `GET /epcs/{epc}/events`: what the query string asks for, in log order: what the caller has recorded, and of
 * the units that are asked for what is open to it of others' records.
 */
export async function findEvents(
  ctx: Ctx,
  { query, more = [], nameKey, publicMembers }: FindEvents,
): Promise<EventPage> {
  const asked = readEventQuery(query, more);
  // Side by side, and neither waits within the other's transaction: a page takes as long as the longer of the two.
  const [own, others] = await Promise.all([ownRows(ctx, asked), findOthers(ctx, asked, { nameKey, publicMembers })]);
  const rows = inLogOrder(own.rows, others.events);
  const page = rows.slice(0, asked.perPage);
  const last = page.at(-1);
  const around = { createdAt: ctx.clock.now(), isWhole: !others.more };
  const hasOthers = page.some((row) => 'text' in row);
  const recorders = page.map((row) => recorderOf('text' in row ? row.recorder : own.self));
  const document = queryDocument(
    page.map((row) => ('text' in row ? row : row.shown)),
    hasOthers ? { ...around, recorders } : around,
  );
  if (rows.length === page.length || last === undefined) return { document, perPage: asked.perPage };
  return { document, perPage: asked.perPage, next: pageToken(last.position) };
}

/** What the caller has recorded, as it is shown. */
interface OwnRow {
  readonly id: string;
  readonly position: number;
  readonly shown: ShownEvent;
}

function ownRows(ctx: Ctx, asked: EventQuery): Promise<{ rows: OwnRow[]; self: Organisation | undefined }> {
  return ctx.read(async (db) => {
    const events = await selectPage(db, asked);
    const bodies = (await shown(db, events.map(shownRecord(ctx)))).values();
    const rows = events.flatMap(({ id, first: { position } }) => {
      const { value } = bodies.next();
      return value === undefined ? [] : [{ id, position, shown: value }];
    });
    return { rows, self: (await organisationsOf(db)).get(ctx.actor.org?.no ?? 0) };
  });
}

function inLogOrder(own: readonly OwnRow[], others: readonly OthersEvent[]): (OwnRow | OthersEvent)[] {
  if (others.length === 0) return [...own];
  // What the caller has recorded between the two looks is its own.
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...others.filter(({ id }) => !ids.has(id))].sort((a, b) => a.position - b.position);
}

async function organisationsOf(db: Queryable): Promise<ReadonlyMap<number, Organisation>> {
  return new Map((await listOrganisations(db)).map((each) => [each.no, each]));
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
export async function getEvent(ctx: Ctx, eventID: string, deps: FindOthers): Promise<string> {
  const { events: others } = await findOthersNamed(ctx, eventID, deps);
  return ctx.read(async (db) => {
    const records = await withPositions(db, await selectByIdentity(db, textKey(eventID)));
    const organisations = await organisationsOf(db);
    const events = [...(await shown(db, records)), ...others];
    if (events.length === 0) throw new Problem('resource.not-found', { what: eventID.slice(0, 200) });
    const recorders = [
      ...records.map(({ orgNo }) => organisations.get(orgNo)),
      ...others.map(({ recorder }) => recorder),
    ];
    return queryDocument(events, { createdAt: ctx.clock.now(), recorders: recorders.map(recorderOf) });
  });
}

/** The records as they came, each with what it is found under. */
async function shown(db: Queryable, records: readonly PlacedRecord[]): Promise<ShownEvent[]> {
  const received = await readReceivedOf(db, records);
  const rows = await selectOwn(db, records);
  const identities = new Map(rows.map((row) => [row.id, identityOf(row)]));
  return received.map((each, i) => ({ ...each, identity: identities.get(records[i]?.eventId ?? '') ?? '' }));
}
