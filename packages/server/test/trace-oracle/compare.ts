/** Two answers side by side, whatever the order of their rows and the spelling of their times. */
import type { Answer, EventRow } from './answer.ts';
import type { World } from './brute-force.ts';

const LISTS = ['units', 'links', 'events', 'custody', 'anomalies'] as const;
type ListName = (typeof LISTS)[number];

/** One line of text a row; equal answers have equal lines. Events keep their order, the other lists are sorted. */
export type Normalised = Readonly<Record<ListName, readonly string[]>>;

export function normalise(answer: Answer): Normalised {
  const lines = {
    units: answer.units.map(({ code, role, since, until, hops, holder }) =>
      line([
        [role, code],
        ['since', time(since)],
        ['until', time(until)],
        ['hops', hops],
        ['holder', holder],
      ]),
    ),
    links: answer.links.map(({ from, to, kind, eventID, since, until, quantity, uom }) =>
      line([
        [kind, from],
        ['to', to],
        ['event', eventID],
        ['since', time(since)],
        ['until', time(until)],
        ['quantity', quantity],
        ['uom', uom],
      ]),
    ),
    events: answer.events.map((event: EventRow) =>
      line([
        ['event', event.eventID],
        ['declared', event.declaredInError === true ? 'in error' : undefined],
        ...event.units
          .map(({ code, role }) => [role, code] as const)
          .sort(([role, code], [otherRole, other]) => (`${role} ${code}` < `${otherRole} ${other}` ? -1 : 1)),
      ]),
    ),
    custody: answer.custody.map(({ code, party, kind, from, to, eventID }) =>
      line([
        [kind, code],
        ['party', party],
        ['from', time(from)],
        ['to', time(to)],
        ['event', eventID],
      ]),
    ),
    anomalies: answer.anomalies.map(({ kind, code, eventIDs }) =>
      line([
        [kind, code],
        ['events', [...eventIDs].join(', ')],
      ]),
    ),
  };
  return {
    units: lines.units.sort(),
    links: lines.links.sort(),
    events: lines.events,
    custody: lines.custody.sort(),
    anomalies: lines.anomalies.sort(),
  };
}

function line(parts: readonly (readonly [string, string | number | undefined])[]): string {
  return parts.map(([name, value]) => (value === undefined ? '' : ` ${name} ${value}`)).join('');
}

function time(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(Date.parse(text)).toISOString();
}

/** Lines that only one answer has, under the name of their list; empty when the answers agree. */
export function diffAnswers(engine: Answer, oracle: Answer): string {
  const left = normalise(engine);
  const right = normalise(oracle);
  return LISTS.flatMap((list) => {
    const onlyLeft = without(left[list], right[list]);
    const onlyRight = without(right[list], left[list]);
    const reordered = onlyLeft.length + onlyRight.length === 0 && left[list].join('\n') !== right[list].join('\n');
    const order = reordered
      ? [`  engine order:${left[list].join(';')}`, `  oracle order:${right[list].join(';')}`]
      : [];
    const rows = [
      ...onlyLeft.map((row) => `  only engine:${row}`),
      ...onlyRight.map((row) => `  only oracle:${row}`),
      ...order,
    ];
    return rows.length === 0 ? [] : [list, ...rows];
  }).join('\n');
}

/** Multiset difference. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return rows.filter((row) => {
    const at = left.indexOf(row);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

// A shrink asks the engine once a trial; worlds of 60 events take about 150 trials.
const SHRINK_TRIALS_MAX = 600;

/** The world without the events that the mismatch does not need: halves first, then single events. */
export async function shrinkWorld(world: World, failing: (world: World) => Promise<boolean>): Promise<World> {
  let events = world.events;
  let trials = 0;
  for (let chunk = Math.ceil(events.length / 2); chunk >= 1; ) {
    let removed = false;
    for (let from = 0; from < events.length && trials < SHRINK_TRIALS_MAX; ) {
      const fewer = [...events.slice(0, from), ...events.slice(from + chunk)];
      trials += 1;
      if (await failing({ ...world, events: fewer })) {
        events = fewer;
        removed = true;
      } else from += chunk;
    }
    if (trials >= SHRINK_TRIALS_MAX) break;
    // Single events are tried again as long as one can go, since one removal can make the next possible.
    if (chunk === 1 && !removed) break;
    chunk = Math.max(1, Math.floor(chunk / 2));
  }
  return { ...world, events };
}
