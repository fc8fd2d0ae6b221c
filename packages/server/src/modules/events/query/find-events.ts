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

export interface FindEvents extends FindOthers {
  readonly query: QueryString;
  /** Conditions beside those of the query string. */
  readonly more?: readonly Condition[];
}

/**
 * `GET /events`, `GET /epcs/{epc}/events`: what the query string asks for, in log order: what the caller has recorded, and of
 * the units that are asked for what is open to it of others' records.
 */
export async function findEvents(ctx: Ctx, { query, more = [], nameKey }: FindEvents): Promise<EventPage> {
  const asked = readEventQuery(query, more);
  const others = await findOthers(ctx, asked, { nameKey });
  return ctx.read(async (db) => {
    const own = await selectPage(db, asked);
    const rows = inLogOrder(own, others.events);
    const page = rows.slice(0, asked.perPage);
    const last = page.at(-1);
    const document = await pageDocument(db, { ctx, page, isWhole: !others.more });
    if (rows.length === page.length || last === undefined) return { document, perPage: asked.perPage };
    return { document, perPage: asked.perPage, next: pageToken(positionOf(last)) };
  });
}

type Row = PagedEvent | OthersEvent;

function positionOf(row: Row): number {
  return 'text' in row ? row.position : row.first.position;
}

function inLogOrder(own: readonly PagedEvent[], others: readonly OthersEvent[]): Row[] {
  return others.length === 0 ? [...own] : [...own, ...others].sort((a, b) => positionOf(a) - positionOf(b));
}

interface PageOf {
  readonly ctx: Ctx;
  readonly page: readonly Row[];
  /** All that others recorded of the units was looked at. */
  readonly isWhole: boolean;
}

async function pageDocument(db: Queryable, { ctx, page, isWhole }: PageOf): Promise<string> {
  const mine = page.filter((row): row is PagedEvent => !('text' in row));
  const own = (await shown(db, mine.map(shownRecord(ctx)))).values();
  const events = page.map((row) => ('text' in row ? row : own.next().value)).filter((event) => event !== undefined);
  const around = { createdAt: ctx.clock.now(), isWhole };
  if (mine.length === page.length) return queryDocument(events, around);
  const organisations = await organisationsOf(db);
  const self = recorderOf(organisations.get(ctx.actor.org?.no ?? 0));
  const recorders = page.map((row) => ('text' in row ? recorderOf(row.recorder) : self));
  return queryDocument(events, { ...around, recorders });
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

/** Nothing, where it may not be told. */
function recorderOf(organisation: Organisation | undefined): Recorder {
  if (organisation === undefined) return {};
  const { id, code, name } = organisation;
  return { id: `urn:uuid:${id}`, ...(code === null ? {} : { code }), ...(name === null ? {} : { name }) };
}

/** The records as they came, each with what it is found under. */
async function shown(db: Queryable, records: readonly PlacedRecord[]): Promise<ShownEvent[]> {
  const received = await readReceivedOf(db, records);
  const rows = await selectOwn(db, records);
  const identities = new Map(rows.map((row) => [row.id, identityOf(row)]));
  return received.map((each, i) => ({ ...each, identity: identities.get(records[i]?.eventId ?? '') ?? '' }));
}
