import type { EventFacts } from '@suyuan/epcis';
import { expect, test } from 'vitest';
import type { ElementValues } from '../expression.ts';
import type { Asked } from '../judge/check.ts';
import { withinInterval } from './within-interval.ts';

const FIELD = 'urn:x:field';
const CRATE = 'urn:x:crate';

type Recorded = EventFacts & { readonly said: ElementValues };

/** `stage` is told by the business step, what is said stands beside it. */
function recorded(stage: string, at: string, said: ElementValues = {}, units = [unit(FIELD)]): Recorded {
  return {
    ...{ type: 'ObjectEvent', bizStep: stage, eventTimeMs: Date.parse(at), eventTimeZoneOffset: '+08:00' },
    ...{ units, sources: [], destinations: [], bizTransactions: [], said },
  };
}
function unit(code: string, role: EventFacts['units'][number]['role'] = 'object'): EventFacts['units'][number] {
  return { code, role, isClass: true };
}
const sprayed = (at: string, days?: number, more: ElementValues = {}): Recorded =>
  recorded('input-use', at, {
    ...{ inputKind: 'pesticide', inputName: '毒死蜱' },
    ...(days === undefined ? {} : { withdrawalDays: days }),
    ...more,
  });

function asked(event: Recorded, before: readonly Recorded[] | undefined): Asked {
  return {
    facts: event,
    values: event.said,
    known:
      before === undefined
        ? {}
        : { history: (code) => before.filter(({ units }) => units.some((u) => u.code === code)) },
    stageOf: (facts) => ({
      stage: facts.bizStep ?? '',
      values: [event, ...(before ?? [])].find((each) => each === facts)?.said ?? {},
    }),
  };
}
/** Which use it comes of is a test of its own. */
const found = (event: Recorded, before?: readonly Recorded[]) =>
  withinInterval(asked(event, before)).map(({ from: _, ...breach }) => breach);
const harvested = (at: string): Recorded => recorded('harvest', at);

test('an interval of seven days is kept from the seventh day after the use on, by days in China', () => {
  const use = sprayed('2026-06-01T23:30:00+08:00', 7);
  const broken = [
    {
      unit: FIELD,
      detail: {
        zh: '毒死蜱的间隔期为 7 天，2026-06-08 起才满',
        en: 'the interval of 毒死蜱 is 7 days and is over from 2026-06-08 on',
      },
    },
  ];
  expect(found(harvested('2026-06-07T23:59:00+08:00'), [use])).toEqual(broken);
  expect(found(harvested('2026-06-08T00:00:00+08:00'), [use])).toEqual([]);
  // Still the 7th in UTC.
  expect(found(harvested('2026-06-07T16:30:00Z'), [use])).toEqual([]);
});

test.each([
  ['2028-02-28', '2028-02-29', '2028-03-01'],
  ['2027-02-27', '2027-02-28', '2027-03-01'],
])('two days from %s end with %s', (use, last, free) => {
  const before = [sprayed(`${use}T08:00:00+08:00`, 2)];
  expect(found(harvested(`${last}T18:00:00+08:00`), before)).toHaveLength(1);
  expect(found(harvested(`${free}T06:00:00+08:00`), before)).toEqual([]);
});

test('of several inputs the one whose interval is over last is told', () => {
  const before = [
    sprayed('2026-06-01T08:00:00+08:00', 20, { inputName: '甲' }),
    sprayed('2026-06-10T08:00:00+08:00', 7, { inputName: '乙' }),
    sprayed('2026-06-11T08:00:00+08:00', 1, { inputName: '丙' }),
  ];
  expect(found(harvested('2026-06-14T08:00:00+08:00'), before)).toMatchObject([
    { detail: { zh: '甲的间隔期为 20 天，2026-06-21 起才满' } },
  ]);
  expect(found(harvested('2026-06-21T08:00:00+08:00'), before)).toEqual([]);
});

test('it runs from the day on which the use stopped, and is not over while the use goes on', () => {
  const stopped = new Date('2026-06-05T00:00:00+08:00');
  const before = [sprayed('2026-06-01T08:00:00+08:00', 3, { inputStopDate: stopped })];
  expect(found(harvested('2026-06-07T08:00:00+08:00'), before)).toHaveLength(1);
  expect(found(harvested('2026-06-08T08:00:00+08:00'), before)).toEqual([]);
  const none = [sprayed('2026-06-01T08:00:00+08:00', 0, { inputStopDate: stopped })];
  expect(found(harvested('2026-06-04T08:00:00+08:00'), none)).toHaveLength(1);
  expect(found(harvested('2026-06-05T08:00:00+08:00'), none)).toEqual([]);
});

test('it cannot be told where the interval of such an input, or all that happened before, is not known', () => {
  const harvest = harvested('2026-06-30T08:00:00+08:00');
  expect(found(harvest, [sprayed('2026-06-01T08:00:00+08:00')])).toEqual([{ unit: FIELD, isUnknown: true }]);
  expect(found(harvest, [recorded('input-use', '2026-06-01T08:00:00+08:00')])).toEqual([
    { unit: FIELD, isUnknown: true },
  ]);
  expect(found(harvest)).toEqual([{ isUnknown: true }]);
  // What is broken for certain is told as such.
  const both = [sprayed('2026-06-01T08:00:00+08:00'), sprayed('2026-06-29T08:00:00+08:00', 7)];
  expect(found(harvest, both)).toMatchObject([{ unit: FIELD, detail: expect.anything() }]);
});

test('of inputs without an interval, and where none was used, nothing is found', () => {
  const harvest = harvested('2026-06-02T08:00:00+08:00');
  expect(found(harvest, [])).toEqual([]);
  const manured = recorded('input-use', '2026-06-01T08:00:00+08:00', { inputKind: 'fertiliser' });
  expect(found(harvest, [manured, recorded('sowing', '2026-03-01T08:00:00+08:00')])).toEqual([]);
});

test('a use after the harvest does not count for the harvest', () => {
  const use = sprayed('2026-06-02T15:00:00+08:00', 7);
  expect(found(harvested('2026-06-02T09:00:00+08:00'), [use])).toEqual([]);
  expect(found(harvested('2026-06-02T15:00:00+08:00'), [use])).toHaveLength(1);
});

test('what is sold is judged by the day of its harvest, and by its own day of what was used since', () => {
  const use = sprayed('2026-06-01T08:00:00+08:00', 7);
  const early = harvested('2026-06-05T08:00:00+08:00');
  const sale = recorded('sale', '2026-07-20T08:00:00+08:00');
  expect(found(sale, [use, early])).toHaveLength(1);
  expect(found(sale, [use, harvested('2026-06-09T08:00:00+08:00')])).toEqual([]);
  expect(found(sale, [use])).toEqual([]);
  expect(found(sale, [early, sprayed('2026-07-18T08:00:00+08:00', 7)])).toHaveLength(1);
});

test('a lot bears what was used on the field that it was harvested from, and not what was used there since', () => {
  const harvest = recorded('harvest', '2026-06-05T08:00:00+08:00', {}, [unit(FIELD, 'input'), unit(CRATE, 'output')]);
  const sale = recorded('sale', '2026-07-20T08:00:00+08:00', {}, [unit(CRATE)]);
  expect(found(sale, [sprayed('2026-06-01T08:00:00+08:00', 7), harvest])).toMatchObject([{ unit: CRATE }]);
  expect(found(sale, [sprayed('2026-06-06T08:00:00+08:00', 60), harvest])).toEqual([]);
  // The field itself is not among what was sold, and the harvest itself says what was used on it.
  expect(found(harvest, [sprayed('2026-06-01T08:00:00+08:00', 7), harvest])).toMatchObject([{ unit: FIELD }]);
});

test('a breach says which use it comes of', () => {
  const use = sprayed('2026-06-01T08:00:00+08:00', 7);
  expect(withinInterval(asked(harvested('2026-06-03T08:00:00+08:00'), [use]))).toMatchObject([{ from: use }]);
});
