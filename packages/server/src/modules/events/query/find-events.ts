import { Problem } from '@suyuan/api';
import { canonical } from '@suyuan/codes';
import type { Ctx } from '../../../platform/ctx.ts';
import { UNIT_ROLES } from '../roles.ts';
import { type Condition, pageToken, type QueryString, readEventQuery } from './parameters.ts';
import { queryDocument } from './query-document.ts';
import { readEventsByIdentity } from './read-events.ts';
import { type StoredEvent, selectContexts, selectPage } from './store.ts';

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
  const rows = await selectPage(ctx.db, asked);
  const page = rows.slice(0, asked.perPage);
  const last = page.at(-1);
  const document = await write(ctx, page);
  if (rows.length === page.length || last === undefined) return { document, perPage: asked.perPage };
  return { document, perPage: asked.perPage, next: pageToken(last.position) };
}

/** Every mention of a code, as a unit in any role. */
export function mentioning(code: string): Condition {
  return { on: 'touch', codes: [canonical(code)], roles: UNIT_ROLES };
}

/** `GET /events/{eventID}`: the event, and declarations that it was in error. Throws `resource.not-found`. */
export async function getEvent(ctx: Ctx, eventID: string): Promise<string> {
  const rows = await readEventsByIdentity(ctx.db, eventID);
  if (rows.length === 0) throw new Problem('resource.not-found', { what: eventID.slice(0, 200) });
  return write(ctx, rows);
}

async function write(ctx: Ctx, rows: readonly StoredEvent[]): Promise<string> {
  const contexts = await selectContexts(ctx.db, [...new Set(rows.map((row) => row.contextId))]);
  return queryDocument(rows, contexts, ctx.clock.now());
}
