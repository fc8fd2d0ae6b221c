/** What the category packs find of the demonstration, each chain by the pack that it is for. */
import { readCode } from '@suyuan/codes';
import { type EventFacts, eventFacts, readContext } from '@suyuan/epcis';
import { CHECKS, clockRuns, judge, type LoadedPack, loadPack, refusalsOf } from '@suyuan/profiles';
import { expect, test } from 'vitest';
import { ownPacks } from '../own-packs.ts';
import { demoDocuments, demoHighlights } from './index.ts';

const DOCUMENTS = [...demoDocuments({ scale: 1 })];
const PACKS = new Map(ownPacks().map((pack) => [pack.id, loadPack(pack, CHECKS)]));

const EVENTS = DOCUMENTS.flatMap((given) => {
  const context = readContext(given.document['@context']);
  return given.document.epcisBody.eventList.map((event) => ({ ...given, facts: eventFacts(event, context) }));
}).toSorted((a, b) => a.facts.eventTimeMs - b.facts.eventTimeMs);

const PAST = new Map<string, EventFacts[]>();
for (const { facts } of EVENTS) {
  for (const code of new Set(facts.units.map((unit) => unit.code))) PAST.set(code, [...(PAST.get(code) ?? []), facts]);
}
const history = (code: string): readonly EventFacts[] => PAST.get(code) ?? [];

function packOf(id: string): LoadedPack {
  const pack = PACKS.get(id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

function judged(chain: string) {
  return EVENTS.filter((event) => event.chain === chain).map(({ facts }) => ({
    facts,
    judged: judge(packOf(chain), facts, { history }),
  }));
}

/** Day in China, stage, rule, element or unit, effect. */
function findingsOf(chain: string): string[] {
  return judged(chain).flatMap(({ facts, judged: all }) =>
    (all?.findings ?? []).map(({ stage, rule, element, unit, effect }) =>
      [day(facts.eventTimeMs), stage, rule, element ?? unit, effect].filter((part) => part !== undefined).join(' '),
    ),
  );
}

function day(timeMs: number): string {
  return new Date(timeMs + 8 * 3_600_000).toISOString().slice(5, 10);
}

test('food: what was left out in haste, and flour past its date', () => {
  expect(findingsOf('food')).toEqual([
    '09-12 receipt element.missing supplierLicence flag',
    '09-12 receipt element.missing certificateNo flag',
    '09-15 release released-by-inspector flag',
    '09-16 shipment element.missing buyerContact flag',
    '10-07 processing expired-input https://id.gs1.org/01/06990060200202/10/W20260902 refuse',
  ]);
});

test('vegetables: a dose not written down, beans picked within the interval, tomatoes without a certificate', () => {
  expect(findingsOf('edible-agri')).toEqual([
    '09-08 input-use element.missing inputDose flag',
    '09-11 harvest harvest-within-interval https://id.gs1.org/01/06990060400251/10/T20260710 flag',
    '09-12 purchase purchase-without-certificate flag',
  ]);
});

test('special equipment: a visit in haste, a late rescue, a cylinder past its inspection', () => {
  expect(findingsOf('special-equipment')).toEqual([
    '06-03 cylinder-delivery delivered-overdue cn-gas-cylinder:YX3205830001863 flag',
    '06-19 cylinder-inspection found-unfit flag',
    '07-31 maintenance-half-month unsigned-maintenance flag',
    '07-31 maintenance-half-month items-too-few flag',
    '09-20 rescue rescue-late-city flag',
  ]);
});

test('special equipment: of all that was due and done, one visit, one rescue and the inspection of that cylinder were late', () => {
  const events = judged('special-equipment');
  const units = new Set(events.flatMap(({ facts }) => facts.units.map(({ code }) => code)));
  expect(units.size).toBe(3);
  const late = [...units].flatMap((unit) => {
    const own = events.filter(({ facts }) => facts.units.some(({ code }) => code === unit));
    return clockRuns(packOf('special-equipment'), 'unit', own).flatMap(({ clock, due, doneBy }) =>
      due !== undefined && doneBy !== undefined && doneBy.facts.eventTimeMs >= due.atMs
        ? [`${day(doneBy.facts.eventTimeMs)} ${clock.id}`]
        : [],
    );
  });
  expect(late.sort()).toEqual(['06-19 cylinder-inspection', '07-31 maintenance', '09-20 rescue-arrival-city']);
});

test('the events of these chains are all of stages of their packs, but for flour and pesticide that are made', () => {
  const others = ['food', 'edible-agri', 'special-equipment'].flatMap((chain) =>
    judged(chain).flatMap(({ facts, judged: all }) =>
      all === undefined ? [`${chain} ${day(facts.eventTimeMs)}`] : [],
    ),
  );
  expect(others).toEqual(['food 09-02', 'food 09-09', 'edible-agri 07-30']);
});

test('what a pack forbids is in a document of its own: all else is taken, whatever an organisation deals in', () => {
  const forbidden = EVENTS.filter(({ facts }) =>
    [...PACKS.values()].some((pack) => refusalsOf(pack, facts, { history }).length > 0),
  );
  expect(forbidden.map(({ name }) => name)).toEqual(['food-0-bakery-old-flour-1']);
  expect(DOCUMENTS.filter(({ isForbidden }) => isForbidden).map(({ name }) => name)).toEqual([
    'food-0-bakery-old-flour-1',
  ]);
});

test('codes that Chinese rules give are in order', () => {
  const text = JSON.stringify(DOCUMENTS.map(({ document }) => document.epcisBody));
  const codes = new Set(text.match(/cn-[a-z-]+:[0-9A-Z]+|SC\d{14}/g));
  expect(codes.size).toBe(6);
  for (const code of codes) expect([code, readCode(code).wellFormed]).toEqual([code, true]);
});

test('each chain has codes to look at', () => {
  expect(demoHighlights({ scale: 1 }).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['food-in-order', 'food-old-flour', 'greens', 'beans', 'lift', 'cylinder-overdue']),
  );
});
