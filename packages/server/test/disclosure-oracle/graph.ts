/** Random chains with recorders, partners, regulators and openings: who looks, at what, and what is open to whom; for tests. */
import { ELEMENT_NAMES, type EventElement, LEVELS, type Level } from '@suyuan/api';
import { canonical, productCode, readCode } from '@suyuan/codes';
import { eventFacts, readContext } from '@suyuan/epcis';
import type { TraceEvent } from '../../src/modules/trace/reader.ts';
import { World } from '../../src/modules/trace/world.fixture.ts';
import { type Random, seededRandom } from '../trace-oracle/random.ts';
import { drawQuestions, generateWorld, type WorldSize } from '../trace-oracle/world.ts';

const CONTEXT = readContext('https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld');
const ORGANISATIONS = [1, 2, 3, 4, 5];

export interface Opened {
  readonly by: number;
  readonly element: EventElement | '*';
  readonly product?: string;
  readonly level?: Exclude<Level, 'owner'>;
  readonly partner?: number;
}

export interface Graph {
  readonly world: World;
  /** In the order of the log. */
  readonly events: readonly TraceEvent[];
  readonly start: readonly string[];
  /** Number of who looks; the public is nobody. */
  readonly viewer: number | undefined;
  readonly agreed: ReadonlySet<number>;
  readonly supervised: ReadonlySet<number>;
  readonly isRegulator: boolean;
  readonly opened: readonly Opened[];
  whose(code: string): number | undefined;
}

export function drawGraph(seed: number, size: WorldSize): Graph {
  const random = seededRandom(seed ^ 0xd15c);
  const drawn = generateWorld(seed, size);
  const declared = new Set(
    drawn.events.filter((raw) => raw.errorDeclaration !== undefined).map(({ eventID }) => eventID),
  );
  const events = drawn.events.map((raw, position): TraceEvent => {
    const facts = eventFacts(withDisposition(random, raw), CONTEXT);
    const isDeclaration = facts.errorDeclaration !== undefined;
    return {
      id: `row${position}`,
      position,
      facts,
      eventID: raw.eventID,
      declaredInError: !isDeclaration && declared.has(raw.eventID),
      isDisputed: false,
      isDeclaration,
      recordedBy: random.some(ORGANISATIONS, random.chance(0.1) ? 2 : 1),
    };
  });
  const world = new World();
  world.events.push(...events);
  const parties = [
    ...new Set(events.flatMap(({ facts }) => [...facts.sources, ...facts.destinations]).map(({ party }) => party)),
  ];
  const owners = new Map(parties.map((party) => [party, random.chance(0.8) ? random.pick(ORGANISATIONS) : undefined]));
  const [question] = drawQuestions(seed, drawn, 1);
  const isRegulator = random.chance(0.3);
  const viewer = random.chance(0.15) ? undefined : isRegulator ? 6 : random.pick([...ORGANISATIONS, 7]);
  return {
    world,
    events,
    start: [...new Set((question?.start ?? []).map(canonical))],
    viewer,
    agreed: new Set(
      viewer === undefined ? [] : random.some(ORGANISATIONS, random.pick([0, 0, 1])).filter((no) => no !== viewer),
    ),
    supervised: new Set(viewer === 6 ? random.some(ORGANISATIONS, random.below(3)) : []),
    isRegulator: viewer === 6,
    opened: Array.from({ length: random.below(3) }, () => drawOpening(random, events)),
    whose: (code) => owners.get(code),
  };
}

function withDisposition<Raw extends object>(random: Random, raw: Raw): Raw {
  if (!random.chance(0.3)) return raw;
  return { ...raw, disposition: random.pick(['recalled', 'non_conformant', 'expired', 'in_transit', 'in_progress']) };
}

function drawOpening(random: Random, events: readonly TraceEvent[]): Opened {
  const { facts } = random.pick(events);
  const { gtin } = readCode(facts.units[0]?.code ?? '').parts;
  return {
    by: random.pick(ORGANISATIONS),
    element: random.chance(0.2) ? '*' : random.pick(ELEMENT_NAMES),
    ...(gtin !== undefined && random.chance(0.4) ? { product: productCode(gtin) } : {}),
    ...(random.chance(0.5) ? { partner: random.pick([...ORGANISATIONS, 7]) } : { level: random.pick(OPEN_LEVELS) }),
  };
}

const OPEN_LEVELS = LEVELS.filter((level) => level !== 'owner');
