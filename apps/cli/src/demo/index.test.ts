import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, gtin14, lgtin, sscc } from './codes.ts';
import type { EpcisEvent } from './event-builders.ts';
import { type DemoDocument, demoDocuments, demoFindings, demoHighlights } from './index.ts';
import { key } from './spelling.fixture.ts';

const ONE = [...demoDocuments({ scale: 1 })];
const EVENTS_OF_ONE = eventsOf(ONE);

function eventsOf(documents: readonly DemoDocument[]): EpcisEvent[] {
  return documents.flatMap(({ document }) => document.epcisBody.eventList);
}

function textOf(documents: Iterable<DemoDocument>): string[] {
  return [...documents].map((document) => JSON.stringify(document));
}

/** Every string value in it that is a code by its form. */
function codesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^urn:epc:|^https:\/\/[^/]+\/\d{2,4}\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(codesIn);
}

describe('codes', () => {
  // Real, printed numbers: the GTIN of a Chinese product, and the SSCC of GS1's own example.
  test('have the check digit of GS1 General Specifications §7.9', () => {
    expect(checkDigit('695118110532')).toBe('6');
    expect(checkDigit('10614141234567890')).toBe('8');
  });

  test('carry a check digit that makes the weighted sum a multiple of ten', () => {
    const number = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(number, number, (prefix, reference) => {
        const item = { prefix: `6990${String(prefix).padStart(4, '0')}`, indicator: '1' as const, reference };
        const digits = [...gtin14(item)].map(Number);
        expect(digits).toHaveLength(14);
        expect(digits.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 3 : 1), 0) % 10).toBe(0);
      }),
    );
  });

  test('are the same key in both spellings', () => {
    const item = { prefix: '69900202', indicator: '1', reference: 9 } as const;
    expect(lgtin(item, 'F1').urn).toBe('urn:epc:class:lgtin:69900202.10009.F1');
    expect(lgtin(item, 'F1').path).toBe('/01/16990020200096/10/F1');
    expect(sscc('69900202', 4).urn).toBe('urn:epc:id:sscc:69900202.000000004');
  });

  test('refuse a reference that does not fit behind the prefix', () => {
    expect(() => sscc('6990020200', 12_345_678)).toThrow(RangeError);
  });
});

describe('documents', () => {
  test('are the same bytes for the same scale and seed', () => {
    expect(textOf(demoDocuments({ scale: 1, seed: 7 }))).toEqual(textOf(demoDocuments({ scale: 1, seed: 7 })));
  });

  test('differ for another seed', () => {
    expect(textOf(demoDocuments({ scale: 1, seed: 7 }))).not.toEqual(textOf(ONE));
  });

  test('of a smaller scale are the first of a larger one, so that loading more repeats nothing else', () => {
    const two = textOf(demoDocuments({ scale: 2 }));
    expect(two.slice(0, ONE.length)).toEqual(textOf(ONE));
    expect(new Set(two).size).toBe(two.length);
  });

  test('hold 3,000 to 5,000 events at scale 1 and about three times as many at scale 3', () => {
    expect(EVENTS_OF_ONE.length).toBeGreaterThan(3000);
    expect(EVENTS_OF_ONE.length).toBeLessThan(5000);
    const three = eventsOf([...demoDocuments({ scale: 3 })]).length;
    expect(three / EVENTS_OF_ONE.length).toBeGreaterThan(2.8);
    expect(three / EVENTS_OF_ONE.length).toBeLessThan(3.2);
  });

  test('have unique names and at most 500 events each', () => {
    expect(new Set(ONE.map(({ name }) => name)).size).toBe(ONE.length);
    for (const { document } of ONE) {
      expect(document.epcisBody.eventList.length).toBeGreaterThan(0);
      expect(document.epcisBody.eventList.length).toBeLessThanOrEqual(500);
    }
  });

  test('say that all is fictitious, and name the extension namespace', () => {
    for (const { document } of ONE) {
      expect(document['suyuan:note']).toContain('虚构');
      expect(document['@context'][1]).toHaveProperty('suyuan');
    }
  });

  test('name several hundred parties, in Chinese and in English', () => {
    const names = new Map<string, string>();
    for (const { document } of ONE) {
      for (const { type, vocabularyElementList } of document.epcisHeader?.epcisMasterData.vocabularyList ?? []) {
        if (!type.endsWith(':SourceDest')) continue;
        for (const { id, attributes } of vocabularyElementList) {
          expect(attributes.find(({ id: name }) => name.endsWith('nameEn'))?.attribute).toMatch(/^[ -~]+$/);
          names.set(id, attributes.find(({ id: name }) => name.endsWith('#name'))?.attribute ?? '');
        }
      }
    }
    expect(names.size).toBeGreaterThan(300);
    for (const name of names.values()) expect(name).toMatch(/\p{Script=Han}/u);
  });

  test.each([0, 1.5, -1, 1001, Number.NaN])('refuse the scale %s', (scale) => {
    expect(() => [...demoDocuments({ scale })]).toThrow(RangeError);
  });

  test('refuse a seed that is no whole number', () => {
    expect(() => [...demoDocuments({ scale: 1, seed: 0.5 })]).toThrow(RangeError);
  });
});

describe('events', () => {
  test('lie in 2026, before November, in local time with its offset', () => {
    for (const { eventTime, eventTimeZoneOffset } of EVENTS_OF_ONE) {
      expect(eventTime).toMatch(/^2026-(0\d|10)-\d\dT\d\d:\d\d:\d\d\.\d{3}[+]\d\d:00$/);
      expect(eventTime.endsWith(eventTimeZoneOffset)).toBe(true);
    }
  });

  test('have no event ID, but for a mistake, its declaration and its correction', () => {
    const named = EVENTS_OF_ONE.filter(({ eventID }) => eventID !== undefined);
    expect(named).toHaveLength(3);
    const declaration = named.find(({ errorDeclaration }) => errorDeclaration !== undefined);
    const [mistake, correction] = named.filter((event) => event !== declaration);
    const { errorDeclaration, ...declared } = declaration ?? {};
    expect(declared).toEqual(mistake);
    expect(errorDeclaration?.correctiveEventIDs).toEqual([correction?.eventID]);
  });

  test('are all different, so that the hash of each is an identity', () => {
    expect(new Set(EVENTS_OF_ONE.map((event) => JSON.stringify(event))).size).toBe(EVENTS_OF_ONE.length);
  });

  test('carry ILMD only where something is made', () => {
    for (const { ilmd, type, action } of EVENTS_OF_ONE) {
      if (ilmd !== undefined) expect(type === 'TransformationEvent' || action === 'ADD').toBe(true);
    }
  });

  test('spell codes one way each', () => {
    for (const event of EVENTS_OF_ONE) {
      const spellings = new Set(codesIn(event).map((code) => (code.startsWith('urn:') ? 'urn' : code.split('/')[2])));
      expect(spellings.size).toBe(1);
    }
    const all = new Set(
      EVENTS_OF_ONE.flatMap(codesIn).map((code) => (code.startsWith('urn:') ? 'urn' : code.split('/')[2])),
    );
    expect([...all].sort()).toEqual(['id.gs1.org', 'q.lvyuan.example', 'urn']);
  });

  test('move goods between two parties, from possession and ownership to possession and ownership', () => {
    for (const { bizStep, sourceList = [], destinationList = [] } of EVENTS_OF_ONE) {
      if (bizStep !== 'shipping' && bizStep !== 'receiving') continue;
      for (const list of [sourceList, destinationList]) {
        expect(list.map(({ type }) => type)).toEqual(['possessing_party', 'owning_party', 'location']);
      }
      expect(sourceList[0]?.source).not.toBe(destinationList[0]?.destination);
    }
  });

  test('report one tanker that warmed up, and no other alarm', () => {
    const alarms = EVENTS_OF_ONE.filter((event) => JSON.stringify(event).includes('ALARM_CONDITION'));
    expect(alarms).toHaveLength(1);
  });
});

describe('highlights', () => {
  test('are codes that the documents mention, each said in Chinese and English', () => {
    const known = new Set(EVENTS_OF_ONE.flatMap(codesIn).map(key));
    for (const code of EVENTS_OF_ONE.flatMap(({ epcList = [] }) => epcList)) known.add(key(code));
    for (const { ilmd, outputEPCList = [] } of EVENTS_OF_ONE) {
      // A lot of cans is known by the ILMD of its cans alone.
      const lot = ilmd?.['cbvmda:lotNumber'];
      for (const can of outputEPCList) known.add(key(can).replace(/\/21\/.*$/, `/10/${lot}`));
    }
    for (const { code, what } of [...demoHighlights({ scale: 1 }), ...demoFindings({ scale: 1 })]) {
      expect(known.has(key(code)), code).toBe(true);
      expect(what.zh).toMatch(/\p{Script=Han}/u);
      expect(what.en).toMatch(/^[ -~°–]+$/);
    }
  });

  test('do not depend on the scale', () => {
    expect(demoHighlights({ scale: 5 })).toEqual(demoHighlights({ scale: 1 }));
    expect(demoHighlights({ scale: 1 }).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['can', 'bad-can', 'pallet', 'raw-milk', 'bad-powder', 'seed-lot', 'patient-lot']),
    );
  });
});
