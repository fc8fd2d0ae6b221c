/** Holds what the trace tells a viewer against the oracle, row by row; for tests. */
import { ELEMENT_NAMES, RANK_OF, type TraceAnswer, type TraceLink } from '@suyuan/api';
import { expect } from 'vitest';
import { bitsOfElement } from '../../src/modules/disclosure/element-mask.ts';
import { type Sight, sightOf } from '../../src/modules/disclosure/sight.ts';
import type { TraceEvent } from '../../src/modules/trace/reader.ts';
import { openTies, traceUnits } from '../../src/modules/trace/trace-units.ts';
import type { WorldSize } from '../trace-oracle/world.ts';
import { drawGraph, type Graph } from './graph.ts';
import { seenOf } from './oracle.ts';

/** Changes what is seen, to find out whether that is found. */
export type Spoil = (sight: Sight) => Sight;

export async function agreeOnGraphs(
  size: WorldSize,
  { from, count, spoil = (sight) => sight }: { readonly from: number; readonly count: number; readonly spoil?: Spoil },
): Promise<number> {
  let hidden = 0;
  for (let seed = from; seed < from + count; seed += 1) hidden += await agree(drawGraph(seed, size), seed, spoil);
  return hidden;
}

/** @returns how many rows of the answer are cut */
async function agree(graph: Graph, seed: number, spoil: Spoil): Promise<number> {
  const whole = await tell(graph);
  const told = await tell(graph, spoil);
  const byId = new Map<string, TraceEvent>();
  for (const event of graph.events)
    if (!event.isDeclaration || !byId.has(event.eventID)) byId.set(event.eventID, event);
  const seen = new Map([...byId].map(([id, event]) => [id, seenOf(graph, whole, event)]));
  const sees = (id: string | undefined, element: (typeof ELEMENT_NAMES)[number]): boolean =>
    id === undefined || seen.get(id)?.has(element) === true;
  const listed = new Set(whole.units.map(({ code }) => code));
  const times = { told: new Set<string>(), hidden: new Set<string>() };
  for (const event of graph.events.filter(({ facts }) => facts.units.some(({ code }) => listed.has(code)))) {
    const isSeen = seenOf(graph, whole, event).has('time');
    times[isSeen ? 'told' : 'hidden'].add(new Date(event.facts.eventTimeMs).toISOString());
  }
  const time = (at: string | undefined): string | undefined =>
    at !== undefined && times.told.has(at) && !times.hidden.has(at) ? at : undefined;
  const at = `seed ${seed}`;
  expect([at, told.start, told.completeness]).toEqual([
    at,
    whole.start,
    {
      ...whole.completeness,
      hidden: whole.events.filter(({ eventID }) => seen.get(eventID)?.size !== ELEMENT_NAMES.length).length,
    },
  ]);
  expect([at, told.events.map(({ verified: _, place: __, ...row }) => row)]).toEqual([
    at,
    whole.events.map(
      (
        { eventID, eventTime, eventTimeZoneOffset, bizStep, disposition, readPoint, bizLocation, party, ...shape },
        i,
      ) => ({
        ...shape,
        eventID: sees(eventID, 'eventID')
          ? eventID
          : told.events[i]?.eventID.replace(/^(?!urn:suyuan:record:).*/s, 'a name that tells nothing'),
        ...(sees(eventID, 'time') ? { eventTime, eventTimeZoneOffset } : {}),
        ...(bizStep !== undefined && sees(eventID, 'step') ? { bizStep } : {}),
        ...(disposition !== undefined && sees(eventID, 'state') ? { disposition } : {}),
        ...(readPoint !== undefined && sees(eventID, 'place') ? { readPoint } : {}),
        ...(bizLocation !== undefined && sees(eventID, 'place') ? { bizLocation } : {}),
        ...(party !== undefined && sees(eventID, 'party') && sees(eventID, 'step') ? { party } : {}),
        ...(seen.get(eventID)?.size === ELEMENT_NAMES.length
          ? {}
          : { hidden: ELEMENT_NAMES.filter((name) => !sees(eventID, name)) }),
      }),
    ),
  ]);
  /** How much went in may stand in another event of the same transformation; of several it is not said which: what was told counts. */
  const isMeasureSeen = (link: TraceLink, i: number): boolean => {
    const id = byId.get(link.eventID ?? '')?.facts.transformationID;
    if (link.kind !== 'transformation' || id === undefined) return sees(link.eventID, 'quantity');
    const measuring = graph.events.filter(
      ({ facts, declaredInError, isDeclaration }) =>
        !declaredInError &&
        !isDeclaration &&
        facts.transformationID === id &&
        facts.units.some((unit) => unit.code === link.from && unit.role === 'input' && unit.quantity === link.quantity),
    );
    const seenBy = new Set(measuring.map((event) => sees(event.eventID, 'quantity')));
    return seenBy.size === 1 ? seenBy.has(true) : told.links[i]?.quantity !== undefined;
  };
  const bounded = <Row extends { since?: string; until?: string }>({ since, until, ...row }: Row) => ({
    ...row,
    ...(time(since) === undefined ? {} : { since }),
    ...(time(until) === undefined ? {} : { until }),
  });
  expect([at, told.links.map(({ eventID: _, ...link }) => link)]).toEqual([
    at,
    whole.links.map((link, i) => {
      const { eventID: _, quantity, uom, ...shape } = link;
      const measure = { ...(quantity === undefined ? {} : { quantity }), ...(uom === undefined ? {} : { uom }) };
      return { ...bounded(shape), ...(isMeasureSeen(link, i) ? measure : {}) };
    }),
  ]);
  expect([at, told.units.map(({ holder: _, ...unit }) => unit)]).toEqual([
    at,
    whole.units.map(({ holder: _, ...unit }) => bounded(unit)),
  ]);
  // Custody of whoever is told is custody; nobody is told of whom the event behind it does not tell.
  const claimed = new Set(
    graph.events.flatMap(({ facts }) => [
      facts.readPoint,
      facts.bizLocation,
      ...[...facts.sources, ...facts.destinations].map(({ party }) => party),
    ]),
  );
  for (const { party, eventID } of told.custody) {
    expect([at, claimed.has(party)]).toEqual([at, true]);
    if (byId.has(eventID))
      expect([at, eventID, sees(eventID, 'party') || sees(eventID, 'place')]).toEqual([at, eventID, true]);
  }
  return told.completeness.hidden;
}

export async function tell(graph: Graph, spoil?: Spoil): Promise<TraceAnswer> {
  const { viewer, agreed, supervised, isRegulator, opened, whose, start, world } = graph;
  const asked = { start, direction: 'both', language: 'en' } as const;
  if (spoil === undefined) return traceUnits(openTies(world), asked);
  const openings = opened.map(({ by, element, product = null, level, partner = null }) => ({
    orgNo: by,
    bits: bitsOfElement(element),
    product,
    rank: level === undefined ? RANK_OF.owner : RANK_OF[level],
    partnerNo: partner,
  }));
  const directory = { organisationOf: whose, placeOf: () => ({}), regionOf: () => undefined };
  return traceUnits(openTies(world), {
    ...asked,
    look: {
      at: async (shape) =>
        spoil(
          sightOf({
            shape,
            viewer: { orgNo: viewer, partners: agreed, supervised, isRegulator },
            directory,
            openings,
            nameKey: Buffer.alloc(32, 7),
          }),
        ),
      lookedAt: [],
    },
  });
}
