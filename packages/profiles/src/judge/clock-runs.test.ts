import type { EventFacts } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import { HONEY } from '../pack/pack.fixture.ts';
import type { Pack, PackClock } from '../pack/pack.ts';
import { readPack } from '../pack/read-pack.ts';
import { clockRuns } from './clock-runs.ts';
import { loadPack } from './loaded-pack.ts';

type Event = { readonly name: string; readonly facts: EventFacts };

const LOT = { code: 'https://id.gs1.org/01/06901234567892/10/L1', role: 'object', isClass: true } as const;

/** Of the honey pack `receiving` is receipt and `retail_selling` sale; other stages are of other steps here. */
function event(step: string, at: string, said: Readonly<Record<string, string>> = {}): Event {
  const facts: EventFacts = {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: `https://ref.gs1.org/cbv/BizStep-${step}` },
    ...{ eventTimeMs: Date.parse(`${at}:00+08:00`), eventTimeZoneOffset: '+08:00' },
    ...{ units: [LOT], sources: [], destinations: [], bizTransactions: [] },
    ilmd: Object.entries(said),
  };
  return { name: `${step} ${at.slice(5)}`, facts };
}

const dated = { source: 'act', confidence: 'A' } as const;
const stage = (id: string, step: string): Pack['stages'][number] => ({
  ...{ id, name: { zh: id, en: id }, event: { types: ['ObjectEvent'], bizSteps: [step] } },
  ...dated,
});
const STAGES = [
  stage('check', 'inspecting'),
  stage('stop', 'storing'),
  stage('end', 'destroying'),
  stage('rest', 'holding'),
  stage('resume', 'accepting'),
  stage('grant', 'arriving'),
];
const CHECK: PackClock = {
  ...{ id: 'checked', name: { zh: '检查', en: 'Check' }, starts: ['receipt', 'check'], ends: ['check'] },
  ...{ of: 'unit', within: { amount: 15, unit: 'day' }, isRepeated: true },
  ...dated,
};

function runs(clocks: readonly PackClock[], events: readonly Event[]): (string | undefined)[][] {
  const [source = 'act'] = Object.keys(HONEY.sources);
  const own = <Item extends object>(items: readonly Item[]) => items.map((each) => ({ ...each, source }));
  const read = readPack({ ...HONEY, stages: [...HONEY.stages, ...own(STAGES)], clocks: own(clocks) }, new Set());
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return clockRuns(loadPack(read.pack, {}), 'unit', events).map(({ startedBy, due, doneBy, stoppedBy }) => [
    startedBy.name,
    due === undefined ? undefined : due.isPaused ? 'paused' : due.lastDay,
    doneBy?.name,
    stoppedBy?.name,
  ]);
}

test('each end begins it anew, and the last run is open', () => {
  expect(
    runs(
      [CHECK],
      [
        event('receiving', '2026-01-01T08:00'),
        event('inspecting', '2026-01-16T08:00'),
        event('inspecting', '2026-02-01T08:00'),
      ],
    ),
  ).toEqual([
    ['receiving 01-01T08:00', '2026-01-16', 'inspecting 01-16T08:00', undefined],
    ['inspecting 01-16T08:00', '2026-01-31', 'inspecting 02-01T08:00', undefined],
    ['inspecting 02-01T08:00', '2026-02-16', undefined, undefined],
  ]);
});

test('another start while it runs changes nothing, and what comes before any start neither', () => {
  const again = [
    event('inspecting', '2026-01-01T07:00'),
    event('receiving', '2026-01-01T08:00'),
    event('receiving', '2026-01-10T08:00'),
  ];
  const once: PackClock = { ...CHECK, starts: ['receipt'], isRepeated: false };
  expect(runs([once], again)).toEqual([['receiving 01-01T08:00', '2026-01-16', undefined, undefined]]);
});

test('what stops it ends the duty without its being done, and a later start begins a new one', () => {
  const stopping: PackClock = { ...CHECK, stops: ['stop'] };
  const events = [
    event('receiving', '2026-01-01T08:00'),
    event('storing', '2026-01-05T08:00'),
    event('inspecting', '2026-03-01T08:00'),
  ];
  expect(runs([stopping], events)).toEqual([
    ['receiving 01-01T08:00', '2026-01-16', undefined, 'storing 01-05T08:00'],
    ['inspecting 03-01T08:00', '2026-03-16', undefined, undefined],
  ]);
});

test('pauses and an extension while it runs move it; paused, nothing is due', () => {
  const paused: PackClock = {
    ...CHECK,
    pauses: [{ from: 'rest', until: 'resume' }],
    extension: { by: { amount: 5, unit: 'day' }, on: 'grant' },
  };
  const started = [event('receiving', '2026-01-01T08:00'), event('holding', '2026-01-03T08:00')];
  expect(runs([paused], started)).toMatchObject([[expect.anything(), 'paused', undefined, undefined]]);
  // Two days, of which the first and the last are partly paused, do not count.
  expect(runs([paused], [...started, event('accepting', '2026-01-04T08:00')])[0]?.[1]).toBe('2026-01-18');
  expect(runs([paused], [event('receiving', '2026-01-01T08:00'), event('arriving', '2026-01-04T08:00')])[0]?.[1]).toBe(
    '2026-01-21',
  );
});

test('it runs from the day that an element says; where that is not recorded it cannot be told', () => {
  const dueOn: PackClock = {
    ...CHECK,
    starts: ['receipt'],
    isRepeated: false,
    startsAt: 'expiry',
    within: { amount: 0, unit: 'day' },
  };
  const expiring = { 'urn:epcglobal:cbv:mda:itemExpirationDate': '2026-05-31' };
  expect(runs([dueOn], [event('receiving', '2026-01-01T08:00', expiring)])[0]?.[1]).toBe('2026-05-31');
  expect(runs([dueOn], [event('receiving', '2026-01-01T08:00')])[0]?.[1]).toBeUndefined();
});

test('the law of the day of the start counts, and its end ends what began under the law before', () => {
  const old: PackClock = { ...CHECK, until: '2026-01-31' };
  const young: PackClock = { ...CHECK, from: '2026-02-01', within: { amount: 1, unit: 'month' } };
  const events = [event('receiving', '2026-01-31T23:30'), event('inspecting', '2026-02-01T00:10')];
  expect(runs([old, young], events)).toEqual([
    ['receiving 01-31T23:30', '2026-02-15', 'inspecting 02-01T00:10', undefined],
    ['inspecting 02-01T00:10', '2026-03-01', undefined, undefined],
  ]);
});

test('a condition that the start does not meet, or does not answer, starts nothing', () => {
  const heavy: PackClock = { ...CHECK, starts: ['receipt'], isRepeated: false, when: 'it.weight > 20.0' };
  expect(runs([heavy], [event('receiving', '2026-01-01T08:00')])).toEqual([]);
});

test('each start runs by itself where the clock is of events', () => {
  const [source = 'act'] = Object.keys(HONEY.sources);
  const each: PackClock = { ...CHECK, starts: ['receipt'], isRepeated: false, of: 'event', source };
  const stages = STAGES.map((its) => ({ ...its, source }));
  const read = readPack({ ...HONEY, stages: [...HONEY.stages, ...stages], clocks: [each] }, new Set());
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const events = [
    event('receiving', '2026-01-01T08:00'),
    event('receiving', '2026-01-02T08:00'),
    event('inspecting', '2026-01-03T08:00'),
  ];
  const found = clockRuns(loadPack(read.pack, {}), 'event', events);
  expect(found.map(({ startedBy, doneBy }) => [startedBy.name, doneBy?.name])).toEqual([
    ['receiving 01-01T08:00', 'inspecting 01-03T08:00'],
    ['receiving 01-02T08:00', 'inspecting 01-03T08:00'],
  ]);
});
