/**
 * Every element, every kind of viewer, every kind of event: asked of the trace, of the facts that pages are made of, and of the
 * events that queries give.
 */
import {
  ELEMENT_NAMES,
  EVENT_ELEMENTS,
  type EventElement,
  LEVEL_TEXTS,
  LEVELS,
  type Level,
  MASTER_ELEMENT_NAMES,
  MASTER_ELEMENTS,
  type MasterElement,
  RANK_OF,
} from '@suyuan/api';
import { type EventFacts, eventFacts, eventOfFacts, readContext } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { cutFacts } from '../src/modules/disclosure/cut-facts.ts';
import { masterElementOf, PUBLIC_MASTER } from '../src/modules/disclosure/master-sight.ts';
import { sightOf } from '../src/modules/disclosure/sight.ts';
import type { Viewer } from '../src/modules/disclosure/standing.ts';
import type { TraceEvent } from '../src/modules/trace/reader.ts';
import { openTies, traceUnits } from '../src/modules/trace/trace-units.ts';
import { World } from '../src/modules/trace/world.fixture.ts';

const CAN = 'https://id.gs1.org/01/06901234567892/21/1';
const CBV = 'https://ref.gs1.org/cbv/';
const OWNER = 1;

/** Every element of an event, each once. */
const FULL: EventFacts = {
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTimeMs: Date.UTC(2026, 2, 1),
  eventTimeZoneOffset: '+08:00',
  eventID: 'urn:x:event',
  bizStep: `${CBV}BizStep-storing`,
  disposition: `${CBV}Disp-in_progress`,
  readPoint: 'urn:x:gate',
  bizLocation: 'urn:x:shed',
  units: [{ code: CAN, role: 'object', isClass: true, quantity: 7 }],
  sources: [{ kind: 'possession', party: 'urn:x:giver' }],
  destinations: [{ kind: 'possession', party: 'urn:x:taker' }],
  bizTransactions: [{ id: 'urn:x:order' }],
  ilmd: [
    ['https://ref.gs1.org/cbv/countryOfOrigin', 'CN'],
    ['https://x.example/colour', 'red'],
  ],
  certificationInfo: ['urn:x:certificate'],
  sensors: [{ reports: [{ value: 4 }] }],
  errorDeclaration: { declarationTimeMs: 0, correctiveEventIDs: [] },
  extensions: [
    ['https://x.example/testReport', 'passed'],
    ['https://x.example/recall', 'why'],
    ['https://x.example/price', '12'],
  ],
};

const KINDS: Readonly<Record<string, Partial<EventFacts>>> = {
  ordinary: {},
  making: { action: 'ADD', bizStep: `${CBV}BizStep-commissioning` },
  notice: { disposition: `${CBV}Disp-expired` },
  warning: { disposition: `${CBV}Disp-recalled`, bizStep: `${CBV}BizStep-holding` },
};

/** What of the facts is the element; `undefined` where facts do not hold it. */
const IN_FACTS: Readonly<Record<EventElement, ((facts: EventFacts) => unknown) | undefined>> = {
  eventID: ({ eventID }) => eventID,
  time: ({ eventTimeMs }) => (Number.isNaN(eventTimeMs) ? undefined : eventTimeMs),
  step: ({ bizStep }) => bizStep,
  state: ({ disposition }) => disposition,
  placeKind: undefined,
  region: undefined,
  place: ({ readPoint, bizLocation }) => readPoint ?? bizLocation,
  party: ({ sources: [source], destinations: [destination] }) => source ?? destination,
  document: ({ bizTransactions: [document] }) => document,
  quantity: ({ units: [unit] }) => unit?.quantity,
  product: ({ ilmd }) => ilmd?.find(([name]) => name.endsWith('countryOfOrigin')),
  productMore: ({ ilmd }) => ilmd?.find(([name]) => name.endsWith('colour')),
  test: ({ extensions, certificationInfo }) =>
    certificationInfo ?? extensions?.find(([name]) => name.endsWith('testReport')),
  sensor: ({ sensors }) => sensors,
  noticeWords: ({ extensions }) => extensions?.find(([name]) => name.endsWith('recall')),
  errorWords: ({ errorDeclaration }) => errorDeclaration,
  recorder: undefined,
  other: ({ extensions }) => extensions?.find(([name]) => name.endsWith('price')),
};

const VIEWERS: Readonly<Record<Level, Viewer>> = {
  owner: { orgNo: OWNER, partners: new Set(), supervised: new Set(), isRegulator: false },
  partner: { orgNo: 2, partners: new Set([OWNER]), supervised: new Set(), isRegulator: false },
  chain: { orgNo: 3, partners: new Set(), supervised: new Set(), isRegulator: false },
  regulator: { orgNo: 4, partners: new Set(), supervised: new Set(), isRegulator: true },
  public: { partners: new Set(), supervised: new Set(), isRegulator: false },
};

const eventOf = (id: string, by: number, facts: EventFacts): TraceEvent => ({
  id,
  position: 0,
  facts,
  eventID: facts.eventID ?? id,
  declaredInError: false,
  isDisputed: false,
  isDeclaration: false,
  recordedBy: [by],
});

/** What goes out of an event query, read again. */
function sentAs(facts: EventFacts): unknown {
  return JSON.parse(JSON.stringify(eventOfFacts(facts)));
}

/** What goes out of master data that its owner said of a product, to a viewer: the elements of its attributes, and its parts. */
function masterTold(level: Level): ReadonlySet<MasterElement> {
  const event = eventOf('full', OWNER, FULL);
  const { sources: _, destinations: __, ...plain } = FULL;
  const after = { ...plain, eventTimeMs: FULL.eventTimeMs + 1, sources: [], destinations: [] };
  const events = [event, ...(level === 'chain' ? [eventOf('9', 9, after), eventOf('3', 3, after)] : [])];
  const { seesMaster } = sightOf({
    shape: { units: new Map([[CAN, events]]), ties: [] },
    viewer: VIEWERS[level],
    directory: { organisationOf: () => undefined, placeOf: () => ({}), regionOf: () => undefined },
    openings: [],
    nameKey: Buffer.alloc(32),
  });
  const said = { orgNo: OWNER, code: 'urn:x:product' };
  for (const element of MASTER_ELEMENT_NAMES) {
    const isPublic = PUBLIC_MASTER(said, element);
    expect([element, seesMaster({ ...said, orgNo: 77 }, element)]).toEqual([element, isPublic]);
    if (isPublic) expect([level, element, seesMaster(said, element)]).toEqual([level, element, true]);
  }
  return new Set(MASTER_ELEMENT_NAMES.filter((element) => seesMaster(said, element)));
}

test('an attribute is of one element, by the last part of its name; what nobody knows is nobody else’s', () => {
  const all = MASTER_ELEMENT_NAMES.flatMap((element) => [...MASTER_ELEMENTS[element].attributes]);
  expect(all).toHaveLength(new Set(all).size);
  expect(
    ['descriptionShort', 'nameZh', 'nameEn', 'city', 'latitude', 'telephone', 'secret'].map(masterElementOf),
  ).toEqual([
    ...['masterName', 'masterName', 'masterName', 'masterRegion', 'masterAddress', 'masterContact', 'masterOther'],
  ]);
});

/** The elements of an event of this kind that this viewer is told, by every surface. */
async function toldOf(kind: string, level: Level): Promise<ReadonlySet<EventElement>> {
  const event = eventOf('full', OWNER, { ...FULL, ...KINDS[kind] });
  // Two more of the same unit lie between, so that whoever is of the chain is not beside it.
  const others = [9, 3].map((by, i) => {
    const { eventID: _, sources: __, destinations: ___, ...plain } = FULL;
    return eventOf(`other ${by}`, by, {
      ...plain,
      eventTimeMs: FULL.eventTimeMs + i + 1,
      sources: [],
      destinations: [],
    });
  });
  const world = new World();
  world.events.push(event, ...(level === 'chain' ? others : []));
  const sight = sightOf({
    shape: { units: new Map([[CAN, world.events]]), ties: [] },
    viewer: VIEWERS[level],
    directory: {
      organisationOf: () => undefined,
      placeOf: () => ({ kind: 'warehouse', region: '370602' }),
      regionOf: () => '370602',
    },
    openings: [],
    nameKey: Buffer.alloc(32),
  });
  const seen = new Set(ELEMENT_NAMES.filter((element) => sight.sees(event, element)));
  const facts = cutFacts(event, sight);
  for (const element of ELEMENT_NAMES) {
    const read = IN_FACTS[element];
    if (read === undefined) continue;
    expect([kind, level, element, read(facts) !== undefined]).toEqual([kind, level, element, seen.has(element)]);
    // As an event query tells it; one whose time is hidden is in none.
    const queried = seen.has('time') ? eventFacts(sentAs(facts), readContext(undefined)) : undefined;
    if (queried !== undefined)
      expect([kind, level, element, read(queried) !== undefined]).toEqual([kind, level, element, seen.has(element)]);
  }
  const look = { at: async () => sight, lookedAt: [] };
  const answer = await traceUnits(openTies(world), { start: [CAN], direction: 'both', language: 'en', look });
  const [row] = answer.events;
  const inTrace: Partial<Record<EventElement, boolean>> = {
    eventID: row?.eventID === 'urn:x:event',
    time: row?.eventTime !== undefined,
    step: row?.bizStep !== undefined,
    state: row?.disposition !== undefined,
    place: row?.readPoint !== undefined && row.bizLocation !== undefined,
    party: row?.party !== undefined,
    placeKind: row?.bizLocation !== undefined || row?.place?.kind !== undefined,
    region: row?.bizLocation !== undefined || row?.place?.region !== undefined,
  };
  for (const [element, isTold] of Object.entries(inTrace)) {
    const isSeen = [...seen].some((each) => each === element);
    expect([kind, level, element, isTold]).toEqual([kind, level, element, isSeen]);
  }
  expect([kind, level, row?.hidden ?? []]).toEqual([
    kind,
    level,
    ELEMENT_NAMES.filter((element) => !seen.has(element)),
  ]);
  return seen;
}

test('who is told what, in docs/reference/disclosure.md', async () => {
  const lines = [
    '# Who sees which element',
    '',
    'Written by `packages/server/test/disclosure-table.test.ts`, which asks the trace, the facts of pages and the events of queries for each',
    'cell. An event query leaves out an event whose ID or time is hidden.',
    'What is told of an ordinary event, and where an event is a making of goods (m), a notice (n) or a warning (w: a recall or a',
    'failed test that passes nothing on) that opens more: ● always, letters where only then, · never.',
    'Owners open further by `/v1/openings`.',
    '',
    ...LEVELS.map((level) => `- **${level}** ${LEVEL_TEXTS[level].name.zh}: ${LEVEL_TEXTS[level].who.en}`),
    '',
    `| element | | members | ${LEVELS.join(' | ')} |`,
    `| --- | --- | --- | ${LEVELS.map(() => '---').join(' | ')} |`,
  ];
  const told = new Map<string, ReadonlySet<EventElement>>();
  for (const kind of Object.keys(KINDS))
    for (const level of LEVELS) told.set(`${kind} ${level}`, await toldOf(kind, level));
  const cell = (element: EventElement, level: Level): string => {
    if (told.get(`ordinary ${level}`)?.has(element)) return '●';
    const kinds = ['making', 'notice', 'warning'].filter((kind) => told.get(`${kind} ${level}`)?.has(element));
    return kinds.length === 0 ? '·' : kinds.map((kind) => kind.charAt(0)).join(' ');
  };
  for (const element of ELEMENT_NAMES) {
    const { name, members } = EVENT_ELEMENTS[element];
    lines.push(
      `| \`${element}\` | ${name.zh} · ${name.en} | ${members.join(', ')} | ${LEVELS.map((level) => cell(element, level)).join(' | ')} |`,
    );
  }
  lines.push(
    '',
    '## Master data',
    '',
    'What an organisation says of products, parties and places (CBV 2.0 §9), by the last part of the name of an attribute. It is told with',
    'exports of chains, names alone by `/v1/codes/names`; public pages know what is public. Whoever looks stands to it as to the nearest of',
    'the records that its organisation has in the same chain.',
    '',
    `| element | | attributes | ${LEVELS.join(' | ')} |`,
    `| --- | --- | --- | ${LEVELS.map(() => '---').join(' | ')} |`,
  );
  const master = new Map(LEVELS.map((level) => [level, masterTold(level)]));
  for (const element of MASTER_ELEMENT_NAMES) {
    const { name, attributes } = MASTER_ELEMENTS[element];
    const cells = LEVELS.map((level) => (master.get(level)?.has(element) ? '●' : '·'));
    lines.push(`| \`${element}\` | ${name.zh} · ${name.en} | ${attributes.join(', ')} | ${cells.join(' | ')} |`);
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../../docs/reference/disclosure.md');
});

test('whoever stands nearer sees no less', async () => {
  for (const kind of Object.keys(KINDS)) {
    for (const [at, level] of LEVELS.slice(1).entries()) {
      const nearer = await toldOf(kind, LEVELS[at] ?? 'owner');
      for (const element of await toldOf(kind, level))
        expect([kind, level, element, nearer.has(element)]).toEqual([kind, level, element, true]);
    }
  }
  expect(RANK_OF.owner).toBe(LEVELS.length - 1);
});
