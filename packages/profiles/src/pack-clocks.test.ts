/**
 * Each clock of each pack, over a day for which the calendar matters: until when it runs is written here by hand, from the law and the
 * notices of the State Council. A clock without a case fails.
 */
import { type EventFacts, eventFacts, readContext, validateBareEvent } from '@suyuan/epcis';
import { describe, expect, test } from 'vitest';
import { CHECKS, clockRuns, KNOWN_CHECKS, type LoadedPack, loadPack, PACKS, readPack } from './index.ts';
import type { PackClock } from './pack/pack.ts';

type Json = Readonly<Record<string, unknown>>;
interface Case {
  readonly clock: string;
  readonly why: string;
  /** The first starts the clock, and no more is recorded of it. */
  readonly events: readonly Json[];
  /** The last day; or, of hours, the first moment that is late. */
  readonly until: string;
}

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { ex: 'https://example.com/clocks/' },
] as const;

const packs = new Map(
  PACKS.map((written) => {
    const read = readPack(written, KNOWN_CHECKS);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return [read.pack.id, loadPack(read.pack, CHECKS)] as const;
  }),
);

function observed(at: string, bizStep: string, said: Json): Json {
  return {
    ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep },
    ...{ eventTime: `${at}:00+08:00`, eventTimeZoneOffset: '+08:00' },
    ...Object.fromEntries(Object.entries(said).map(([name, value]) => [`ex:${name}`, value])),
  };
}
const recall = (at: string, recallClass: string): Json => ({
  ...observed(at, 'holding', { activity: 'recall-start', recallClass, recallReason: '菌落总数超标' }),
  quantityList: [{ epcClass: 'https://id.gs1.org/01/06901234567892/10/F1', quantity: 10 }],
});
const lift = (at: string, activity: string, said: Json = {}, bizStep = 'other'): Json => ({
  ...observed(at, bizStep, { activity, ...said }),
  epcList: ['cn-special-equipment:311035060201600012'],
});
const registered = (at: string): Json =>
  lift(at, 'use-registration', { equipmentKind: '3110', inspectionDue: '2030-12-31' });
const inspected = (at: string, said: Json): Json =>
  lift(at, 'periodic-inspection', { result: 'fit', ...said }, 'inspecting');
const governor = (at: string, governorInUseSince: string): Json =>
  lift(at, 'governor-check', { result: 'fit', governorInUseSince }, 'inspecting');
const cylinder = (at: string, inspectionDue: string): Json => ({
  ...observed(at, 'commissioning', { activity: 'cylinder-dossier', fillerNumber: 'TS4235011-2027', inspectionDue }),
  ...{ action: 'ADD', epcList: ['cn-gas-cylinder:A1'] },
});

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'edible-agri': [],
  food: [
    {
      clock: 'recall-complete-1',
      // 24, 28–30 September, 8–10, 12–14 October: Mid-Autumn and National Day are off, Saturday the 10th is worked.
      why: '10 working days over Mid-Autumn and National Day, with a worked Saturday',
      events: [recall('2026-09-23T10:00', '1')],
      until: '2026-10-14',
    },
    {
      clock: 'recall-complete-2',
      // 20–24 and 28–30 September, 8–10, 12–16 and 19–22 October.
      why: '20 working days, the first of them a worked Sunday',
      events: [recall('2026-09-18T23:59', '2')],
      until: '2026-10-22',
    },
    {
      clock: 'recall-complete-3',
      // 12–14 and 24–28 February, then 22 days from Monday 2 March.
      why: '30 working days over Spring Festival, with a worked Saturday before and after it',
      events: [recall('2026-02-11T10:00', '3')],
      until: '2026-03-31',
    },
  ],
  'special-equipment': [
    {
      clock: 'use-registration',
      why: '30 days from the day of first use, over the 29th of February, whenever that was recorded',
      events: [lift('2028-02-10T09:00', 'put-into-use', { inUseFrom: '2028-01-31' })],
      until: '2028-03-01',
    },
    {
      clock: 'document-handover',
      why: '30 days run through National Day, and from acceptance',
      events: [lift('2026-09-20T09:00', 'installation', { acceptedOn: '2026-09-15' }, 'installing')],
      until: '2026-10-15',
    },
    {
      clock: 'maintenance',
      why: '15 days over the 29th of February, to a day at its end',
      events: [registered('2028-02-20T23:30')],
      until: '2028-03-06',
    },
    {
      clock: 'maintenance-quarter',
      why: 'three months from the 30th end on the last of a leap February',
      events: [registered('2027-11-30T09:00')],
      until: '2028-02-29',
    },
    {
      clock: 'maintenance-half-year',
      why: 'six months from the 31st end on the last of February',
      events: [registered('2026-08-31T09:00')],
      until: '2027-02-28',
    },
    {
      clock: 'maintenance-year',
      why: 'a year from a leap day ends on the 28th',
      events: [registered('2028-02-29T09:00')],
      until: '2029-02-28',
    },
    {
      clock: 'monthly-check',
      why: 'a month from the 31st of January ends on the last of a leap February',
      events: [registered('2028-01-31T09:00')],
      until: '2028-02-29',
    },
    {
      clock: 'yearly-self-inspection',
      why: 'a year from the 28th ends on the 28th, also where February has a 29th',
      events: [registered('2027-02-28T09:00')],
      until: '2028-02-28',
    },
    {
      clock: 'inspection-application',
      why: 'the day that the record says, which is a leap day',
      events: [inspected('2027-03-31T09:00', { inspectionDue: '2028-03-31', inspectionApplyBy: '2028-02-29' })],
      until: '2028-02-29',
    },
    {
      clock: 'periodic-inspection',
      why: 'an inspection that ends during National Day is not held longer',
      events: [inspected('2025-10-03T09:00', { inspectionDue: '2026-10-03', inspectionApplyBy: '2026-09-03' })],
      until: '2026-10-03',
    },
    {
      clock: 'cylinder-inspection',
      why: 'a leap day that the dossier says',
      events: [cylinder('2026-11-20T09:00', '2028-02-29')],
      until: '2028-02-29',
    },
    {
      clock: 'rescue-arrival',
      why: 'an hour from the call, over the end of the year and through New Year’s Day',
      events: [lift('2026-12-31T23:45', 'rescue-call', { calledAt: '2026-12-31T23:40:00+08:00', isCity: 'false' })],
      until: '2027-01-01T00:40:00+08:00',
    },
    {
      clock: 'rescue-arrival-city',
      why: 'half an hour from the call in a city, on New Year’s Eve',
      events: [lift('2026-12-31T23:45', 'rescue-call', { calledAt: '2026-12-31T23:40:00+08:00', isCity: 'true' })],
      until: '2027-01-01T00:10:00+08:00',
    },
    {
      clock: 'rescue-drill',
      why: 'a half-year from the 31st of August ends on the last of February',
      events: [lift('2027-08-31T09:00', 'rescue-drill', { drillReport: 'YL-2027-02' })],
      until: '2028-02-29',
    },
    {
      clock: 'governor-check',
      why: 'two years from a leap day end on the 28th; in its fifteenth year the governor is not old yet',
      events: [governor('2028-02-29T09:00', '2013-03-01')],
      until: '2030-02-28',
    },
    {
      clock: 'governor-check-old',
      why: 'a year from a leap day ends on the 28th; the governor is past its fifteenth year',
      events: [governor('2028-02-29T09:00', '2013-02-27')],
      until: '2029-02-28',
    },
  ],
};

test('every clock of every pack has a case', () => {
  expect(Object.keys(CASES).sort()).toEqual([...packs.keys()].sort());
  for (const [id, cases] of Object.entries(CASES)) {
    const run = new Set(cases.flatMap((each) => runsOf(packOf(id), each).map(({ clock }) => versionOf(clock))));
    for (const clock of packOf(id).pack.clocks)
      expect([id, [...run]]).toEqual([id, expect.arrayContaining([versionOf(clock)])]);
  }
});

describe.each(Object.entries(CASES).filter(([, cases]) => cases.length > 0))('%s', (id, cases) => {
  test.each(cases.map((each) => [each.clock, each.why, each] as const))('%s: %s', (_, __, each) => {
    const runs = runsOf(packOf(id), each);
    expect(runs).toHaveLength(1);
    const [{ due } = {}] = runs;
    const isDay = !each.until.includes('T');
    expect(due?.lastDay).toBe(isDay ? each.until : undefined);
    // The last day counts to its end, in China.
    expect(due?.atMs).toBe(Date.parse(isDay ? `${each.until}T24:00:00+08:00` : each.until));
    expect(due).toMatchObject({ isPaused: false, isProvisional: false });
  });
});

function packOf(id: string): LoadedPack {
  const loaded = packs.get(id);
  if (loaded === undefined) throw new Error(`no pack ${id}`);
  return loaded;
}

function runsOf(loaded: LoadedPack, { clock, events }: Case) {
  const facts = events.map((event) => ({ facts: factsOf(event) }));
  return (['unit', 'event', 'recorder'] as const)
    .flatMap((of) => clockRuns(loaded, of, facts))
    .filter((run) => run.clock.id === clock);
}

/** A clock has a version for each law that it was under. */
function versionOf({ id, from = '' }: PackClock): string {
  return `${id} ${from}`.trim();
}

function factsOf(event: Json): EventFacts {
  expect(validateBareEvent({ '@context': CONTEXT, ...event })).toEqual([]);
  return eventFacts(event, readContext(CONTEXT));
}
