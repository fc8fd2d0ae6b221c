/**
 * The engine as the agreement tests ask it: raw events become facts as they do on capture, and are read from memory
 * as a store gives them. Error declarations are linked by eventID.
 */
import { canonical } from '@suyuan/codes';
import { epochMs, eventFacts, readContext } from '@suyuan/epcis';
import type { TraceEvent } from '../../src/modules/trace/reader.ts';
import { openTies, traceUnits } from '../../src/modules/trace/trace-units.ts';
import { World } from '../../src/modules/trace/world.fixture.ts';
import type { Engine } from './oracle-agreement.ts';
import type { RawEvent } from './raw-event.ts';

const CONTEXT = readContext('https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld');

// All questions about one world come with the same array.
const worlds = new WeakMap<readonly RawEvent[], World>();

export const askEngine: Engine = (events, { start, direction, at }) => {
  let world = worlds.get(events);
  if (world === undefined) {
    world = captured(events);
    worlds.set(events, world);
  }
  return traceUnits(openTies(world), {
    start: start.map(canonical),
    direction,
    language: 'en',
    ...(at === undefined ? {} : { atMs: epochMs(at) }),
  });
};

function captured(events: readonly RawEvent[]): World {
  const declared = new Set<string>();
  for (const { eventID, errorDeclaration } of events) if (errorDeclaration !== undefined) declared.add(eventID);
  const world = new World();
  events.forEach((raw, position) => {
    const facts = eventFacts(raw, CONTEXT);
    const isDeclaration = facts.errorDeclaration !== undefined;
    const event: TraceEvent = {
      id: `row${position}`,
      position,
      facts,
      eventID: raw.eventID,
      declaredInError: !isDeclaration && declared.has(raw.eventID),
      isDisputed: false,
      isDeclaration,
      recordedBy: [1],
    };
    world.events.push(event);
  });
  return world;
}
