/** Who sees which element of an event, written from the definition (ADR 0022) without regard to time; shares no code with the server. */
import { EVENT_ELEMENTS, type EventElement, LEVELS, type Level } from '@suyuan/api';
import type { TraceEvent } from '../../src/modules/trace/reader.ts';
import type { Graph } from './graph.ts';

/** What is tied to what, as the whole trace tells it. */
export interface Whole {
  readonly units: readonly { readonly code: string }[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

export function seenOf(graph: Graph, { units, links }: Whole, event: TraceEvent): ReadonlySet<EventElement> {
  const { viewer = Number.NaN, agreed, supervised, isRegulator, opened, whose } = graph;
  const own = (e: TraceEvent): boolean => e.recordedBy.includes(viewer);
  const effective = (e: TraceEvent): boolean => !e.declaredInError && !e.isDeclaration;
  const named = (e: TraceEvent): boolean =>
    effective(e) && [...e.facts.sources, ...e.facts.destinations].some(({ party }) => whose(party) === viewer);
  const watched = (e: TraceEvent): boolean => e.recordedBy.some((no) => supervised.has(no));
  const of = (code: string): TraceEvent[] =>
    graph.events.filter((e) => e.facts.units.some((unit) => unit.code === code));
  const listed = new Set(units.map(({ code }) => code));
  const all = event.facts.units.map(({ code }) => code);
  const codes = all.filter((code) => listed.has(code));
  const beside = codes.some((code) => {
    const steps = of(code)
      .filter(effective)
      .sort((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs || a.position - b.position);
    return steps.some((step, i) => {
      const next = steps[i + 1];
      if (next === undefined || own(step) === own(next) || (step !== event && next !== event)) return false;
      return handedOn(step, next, code) && names(step, next, whose);
    });
  });
  const reached = new Set(codes);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of links) if (reached.has(from) || reached.has(to)) reached.add(from).add(to);
  }
  const takesPart = [...reached].flatMap(of).some((e) => named(e) || (effective(e) && (own(e) || watched(e))));
  const isPartner = event.recordedBy.some((no) => agreed.has(no)) || watched(event) || named(event) || beside;
  const circle: Level = own(event)
    ? 'owner'
    : isPartner
      ? 'partner'
      : takesPart
        ? 'chain'
        : isRegulator
          ? 'regulator'
          : 'public';
  const within = (level: Level): boolean => LEVELS.indexOf(circle) <= LEVELS.indexOf(level);
  const seen = Object.entries(EVENT_ELEMENTS).filter(([name, rule]) => {
    const levels = [
      rule.level,
      ...Object.entries('on' in rule ? rule.on : {}).flatMap(([when, level]) => (is(when, event) ? [level] : [])),
    ];
    return (
      levels.some(within) ||
      opened.some(
        (each) =>
          event.recordedBy.includes(each.by) &&
          (each.element === '*' || each.element === name) &&
          (each.product === undefined ||
            all.some((code) => code.startsWith(`${each.product}/`) || code === each.product)) &&
          (each.level === undefined ? each.partner === viewer : within(each.level)),
      )
    );
  });
  return new Set(seen.map(([name]) => name as EventElement));
}

const step = ({ facts }: TraceEvent): string => facts.bizStep?.replace(/.*-/, '') ?? '';

/** Many have a part of a lot or a class: there one ships and the other receives. */
function handedOn(a: TraceEvent, b: TraceEvent, code: string): boolean {
  const isOne = !code.includes('/01/') || code.includes('/21/');
  return isOne || (/shipping|departing|consigning/.test(step(a)) && /receiving|arriving|accepting/.test(step(b)));
}

/** Neither names somebody else in the other's place. */
function names(a: TraceEvent, b: TraceEvent, whose: Graph['whose']): boolean {
  const isOk = (said: TraceEvent['facts']['sources'], whom: TraceEvent): boolean =>
    said.every(({ kind }) => kind === 'location') ||
    said.some(({ party }) => whom.recordedBy.includes(whose(party) ?? -1));
  return isOk(a.facts.destinations, b) && isOk(b.facts.sources, a);
}

function is(occasion: string, event: TraceEvent): boolean {
  const { type, action, units, disposition = '' } = event.facts;
  const isPassedOn = /shipping|receiving|departing|consigning|arriving|accepting/.test(step(event));
  if (occasion === 'notice') return /Disp-(recalled|non_conformant|expired)$/.test(disposition);
  if (occasion === 'warning') return /Disp-(recalled|non_conformant)$/.test(disposition) && !isPassedOn;
  const makes = units.some(({ code, role }) => code.includes('/01/') && /output|object/.test(role));
  return (
    makes &&
    (type === 'TransformationEvent' ||
      (type === 'ObjectEvent' && action === 'ADD' && /^(|commissioning|packing)$/.test(step(event))))
  );
}
