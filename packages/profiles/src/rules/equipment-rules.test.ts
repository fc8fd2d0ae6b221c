/** The smaller rules of special equipment: scrapping, inspection, records that are not altered. */
import { expect, test } from 'vitest';
import { answers, askedOf, day, told, UNIT } from './equipment.fixture.ts';
import { inspectionInDate } from './inspection-in-date.ts';
import { notAltered } from './not-altered.ts';
import { notScrapped } from './not-scrapped.ts';

const maintenance = told('maintenance-half-month', '11-20 09:00');

test('what is scrapped before or at the moment of its use is not used, and nothing recorded is no scrapping', () => {
  expect(notScrapped(askedOf(maintenance, [told('scrapping', '11-20 09:00')]))).toEqual([{ unit: UNIT }]);
  expect(answers(notScrapped, askedOf(maintenance, [told('scrapping', '11-20 09:01')]))).toEqual([]);
  expect(answers(notScrapped, askedOf(maintenance, [told('deregistration', '11-01 09:00')]))).toEqual([]);
  expect(answers(notScrapped, askedOf(maintenance))).toEqual([]);
});

test('an inspection holds until the end of its last day, by the newest record of it', () => {
  const inspected = (at: string, due: string) => told('periodic-inspection', at, { inspectionDue: day(due) });
  const on = (at: string, ...history: ReturnType<typeof inspected>[]) =>
    answers(inspectionInDate, askedOf(told('maintenance-half-month', at), history));
  const old = inspected('2025-11-18T10:00:00+08:00', '2026-11-20');
  expect(on('11-20 23:59', old)).toEqual([]);
  expect(on('11-21 00:01', old)).toEqual(['it held until 2026-11-20']);
  expect(on('11-21 00:01', old, inspected('11-19 10:00', '2027-11-20'))).toEqual([]);
  expect(on('11-21 00:01', old, inspected('11-22 10:00', '2027-11-20'))).toEqual(['it held until 2026-11-20']);
  expect(on('11-21 00:01')).toEqual(['unknown']);
});

test('what the event itself says of its inspection goes before its history', () => {
  const event = told('monthly-check', '11-20 09:00', { inspectionDue: day('2026-11-19') });
  const history = [told('periodic-inspection', '11-01 10:00', { inspectionDue: day('2027-11-01') })];
  expect(answers(inspectionInDate, askedOf(event, history))).toEqual(['it held until 2026-11-19']);
});

test('a record that is declared wrong within four years is told', () => {
  const declared = (at: string) =>
    answers(
      notAltered,
      askedOf(maintenance, [], { errorDeclaration: { declarationTimeMs: Date.parse(at), correctiveEventIDs: [] } }),
    );
  expect(answers(notAltered, askedOf(maintenance))).toEqual([]);
  expect(declared('2026-11-20T09:05:00+08:00')).toEqual(['it was declared wrong on 2026-11-20']);
  expect(declared('2030-11-20T23:59:00+08:00')).toEqual(['it was declared wrong on 2030-11-20']);
  expect(declared('2030-11-21T00:00:00+08:00')).toEqual([]);
});
