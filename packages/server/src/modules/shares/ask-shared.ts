/** Asks the trace of a link anew, as its organisation is told it now. */
import { type Language, Problem, type TraceAnswer, type TraceEventRow } from '@suyuan/api';
import type { ActingOrganisation, Actor, Ctx } from '../../platform/ctx.ts';
import { PUBLIC_MASTER, readChain } from '../disclosure/index.ts';
import { PUBLIC_LIMITS } from '../publicwindow/index.ts';
import { findMasterData, type RegistryEntry } from '../registry/index.ts';
import { eventReader, openTies, readCodes, readMoment, startOf, traceUnits, untilLeft } from '../trace/index.ts';
import type { Shared } from './store.ts';

/**
 * Whoever opens a link sees as the organisation does, and may do nothing else. Without `supervise`: what a regulator is shown by
 * its office is not its own to pass on.
 */
export function openerFor(org: ActingOrganisation): Actor {
  return { is: 'public', rights: new Set(['trace']), org };
}

export interface AskShared {
  readonly shared: Shared;
  readonly language: Language;
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Whoever asked has left by now: the walk ends. */
  isLeft(): boolean;
}

export interface ToldShared {
  readonly trace: TraceAnswer;
  /** Where one event is shared. */
  readonly event?: TraceEventRow;
  readonly known: ReadonlyMap<string, RegistryEntry>;
}

/** @throws Problem `query.parameter`, `trace.moment`, `share.event-unknown` */
export async function askShared(ctx: Ctx, { shared, language, nameKey, isLeft }: AskShared): Promise<ToldShared> {
  const { direction, at, eventID } = shared;
  const codes = readCodes(shared.codes);
  const asked = { direction, language, ...(at === undefined ? {} : { atMs: readMoment(at) }) };
  const recorders = new Set(ctx.actor.org === undefined ? [] : [ctx.actor.org.no]);
  return readChain(ctx, { codes, nameKey }, async (tx, look) => {
    const ties = openTies(untilLeft(eventReader(tx), isLeft), PUBLIC_LIMITS);
    const trace = await traceUnits(ties, { ...asked, start: await startOf(ties, codes), look });
    const event = eventID === undefined ? undefined : trace.events.find((row) => row.eventID === eventID);
    if (eventID !== undefined && event === undefined) throw new Problem('share.event-unknown', { id: eventID });
    const known = await findMasterData(tx, namedIn(trace), { recorders, sees: PUBLIC_MASTER });
    return { trace, known, ...(event === undefined ? {} : { event }) };
  });
}

/** Codes of products, parties and places. */
function namedIn({ start, units, events }: TraceAnswer): string[] {
  const products = units.flatMap(({ product }) => product ?? []);
  const whereabouts = events.flatMap(({ readPoint, bizLocation, party }) => [readPoint, bizLocation, party]);
  return [...new Set([...start, ...products, ...whereabouts])].filter((code) => code !== undefined);
}
