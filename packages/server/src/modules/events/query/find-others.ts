/**
 * What others recorded, as far as it is open to whoever asks (ADR 0022): found by the units that are asked for, and by no other
 * way, so that nobody can list what somebody else does. An event whose ID or time is hidden is not there at all: neither the order
 * of an answer, nor its pages, nor their number tell of it.
 */
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type ChainShape, cutFacts, type PublicMembers, readChain, type Sight } from '../../disclosure/index.ts';
import { UNIT_ROLES } from '../roles.ts';
import { holds } from './holds.ts';
import type { Condition, EventQuery } from './parameters.ts';
import { type ReadEvent, readEventsElsewhere, readEventsOfIdentity, readEventsOfUnits } from './read-events.ts';
import { isOfOthers, isOpen, type ToldEvent, tellOthers, textOf } from './tell-others.ts';

/** An event of others as an answer has it: in EPCIS 2.0 JSON, of what is open of it. */
export interface OthersEvent extends ToldEvent {
  readonly text: string;
}

export interface Others {
  readonly events: readonly OthersEvent[];
  /** Of a unit that has more events than are looked at, the oldest alone are looked at. */
  readonly more: boolean;
}

export const NO_OTHERS: Others = { events: [], more: false };

/** Events that are looked at for one query: some 50 ms of one core. */
const EVENTS_MAX = 5_000;
/** Units by which the standing to one event is judged. */
const UNITS_MAX = 100;

export interface FindOthers {
  /** Under which the names of hidden records are made, 32 bytes. */
  nameKey(): Buffer;
  /** Which members of events are for everybody, now. */
  publicMembers(): Promise<PublicMembers>;
}

/** Those that a query asks for, behind its cursor, in the order of the log; one more than its page has. */
export async function findOthers(ctx: Ctx, asked: EventQuery, { nameKey, publicMembers }: FindOthers): Promise<Others> {
  const codes = unitsAsked(asked.conditions);
  if (codes === undefined || !ctx.actor.rights.has('trace')) return NO_OTHERS;
  return readChain(ctx, { codes, nameKey, publicMembers }, async (tx, look) => {
    const found = await readEventsElsewhere(tx, codes, { max: EVENTS_MAX, orgNo: ctx.actor.org?.no ?? 0 });
    if (found === undefined) return NO_OTHERS;
    const { events, more } = found;
    const theirs = events.filter((event) => isOfOthers(ctx, event));
    if (theirs.length === 0) return { events: [], more };
    const sight = await look.at(shapeOf(codes, events));
    const open = theirs
      .filter((event) => event.position > asked.after && isOpen(event, sight))
      .filter((event) => holds(asked.conditions, cutFacts(event, sight)))
      .sort((a, b) => a.position - b.position)
      .slice(0, asked.perPage + 1);
    return { events: await written(tx, open, sight), more };
  });
}

/** Those under one eventID or CBV hash ID. */
export async function findOthersNamed(
  ctx: Ctx,
  identity: string,
  { nameKey, publicMembers }: FindOthers,
): Promise<Others> {
  if (!ctx.actor.rights.has('trace')) return NO_OTHERS;
  return readChain(ctx, { codes: [identity], nameKey, publicMembers }, async (tx, look) => {
    const theirs = (await readEventsOfIdentity(tx, identity)).filter((event) => isOfOthers(ctx, event));
    if (theirs.length === 0) return NO_OTHERS;
    const codes = [...new Set(theirs.flatMap(({ facts }) => facts.units.map(({ code }) => code)))].slice(0, UNITS_MAX);
    const { events, more } = await readEventsOfUnits(tx, codes, { max: EVENTS_MAX });
    const beside = new Map([...events, ...theirs].map((event) => [event.id, event]));
    const sight = await look.at(shapeOf(codes, [...beside.values()]));
    const open = theirs.filter((event) => isOpen(event, sight) && sight.nameOf(event) === event.eventID);
    return { events: await written(tx, open, sight), more };
  });
}

/** The units that a query asks for; undefined where it asks for none. */
function unitsAsked(conditions: readonly Condition[]): readonly string[] | undefined {
  const ofUnits = conditions.find(
    (condition) => condition.on === 'touch' && condition.roles.every((role) => UNIT_ROLES.includes(role)),
  );
  return ofUnits?.on === 'touch' ? [...new Set(ofUnits.codes)] : undefined;
}

export function shapeOf(codes: readonly string[], events: readonly ReadEvent[]): ChainShape {
  const units = new Map<string, ReadEvent[]>(codes.map((code) => [code, []]));
  const inOrder = events.toSorted((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
  for (const event of inOrder) {
    for (const code of new Set(event.facts.units.map(({ code }) => code))) units.get(code)?.push(event);
  }
  return { units, ties: [] };
}

async function written(tx: Tx, events: readonly ReadEvent[], sight: Sight): Promise<OthersEvent[]> {
  return (await tellOthers(tx, events, sight)).map((event) => ({ ...event, text: textOf(event) }));
}
