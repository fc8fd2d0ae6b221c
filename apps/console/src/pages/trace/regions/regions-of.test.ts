import type { TraceEventRow } from '@suyuan/api';
import { provinceNameEn } from '@suyuan/codes';
import { divisionName } from '@suyuan/codes/divisions';
import { expect, test } from 'vitest';
import { en } from '../../../i18n/en/regions.ts';
import { zh } from '../../../i18n/zh/regions.ts';
import { COLUMNS, provinceOf, ROWS, TILES } from './provinces.ts';
import { levelOf, regionsOf, UNKNOWN } from './regions-of.ts';

const step = (unit: string, day: string, more: Partial<TraceEventRow>): TraceEventRow => ({
  ...{ eventID: `${unit} ${day}`, type: 'ObjectEvent', eventTime: `2026-03-${day}T02:00:00.000Z` },
  units: [{ code: unit, role: 'epc' }],
  ...more,
});
const at = (bizLocation: string, region?: string): Partial<TraceEventRow> => ({
  bizLocation,
  ...(region === undefined ? {} : { place: { region } }),
});
const told = (events: TraceEventRow[]) =>
  regionsOf({ units: [{ code: 'a', role: 'start', hops: 0 }], events, links: [] });

test('every province has one tile in the grid, and a name in both languages', () => {
  const listed = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')).filter((code) => divisionName(code));
  expect(TILES.map(({ code }) => code).toSorted()).toEqual(listed);
  expect(listed).toHaveLength(34);
  for (const { column, row } of TILES) expect(column < COLUMNS && row < ROWS).toBe(true);
  expect(new Set(TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(34);
  for (const words of [zh, en] as const) {
    const byKey: Readonly<Record<string, string>> = words;
    const shorts = listed.map((code) => byKey[`short.${code}`]);
    expect(new Set(shorts).size).toBe(34);
    for (const code of listed) expect(byKey[`province.${code}`]).toBeTruthy();
  }
  const names: Readonly<Record<string, string>> = zh;
  expect(listed.map((code) => names[`province.${code}`])).toEqual(listed.map((code) => divisionName(code)));
  const english: Readonly<Record<string, string>> = en;
  expect(listed.map((code) => english[`province.${code}`])).toEqual(listed.map(provinceNameEn));
});

test('counts places, steps and days of each province; what is in none is unknown', () => {
  const { regions } = told([
    step('a', '03', at('farm', '370612')),
    step('a', '01', at('mill', '370100')),
    step('a', '05', at('mill', '370100')),
    step('a', '06', at('port')),
    step('a', '07', { place: { kind: 'shop', region: '3302' } }),
  ]);
  expect(
    regions.map(({ code, places, events, firstDay, lastDay }) => [
      code,
      places.length,
      events.length,
      firstDay,
      lastDay,
    ]),
  ).toEqual([
    ['37', 2, 3, '2026-03-01', '2026-03-05'],
    [UNKNOWN, 1, 1, '2026-03-06', '2026-03-06'],
    ['33', 1, 1, '2026-03-07', '2026-03-07'],
  ]);
});

test('goods that went from one province to another count once a unit; within one they went nowhere', () => {
  const way = (unit: string) => [
    step(unit, '01', at('farm', '370612')),
    step(unit, '02', at('mill', '370100')),
    step(unit, '03', at('shop', '330100')),
  ];
  const { moves } = told([...way('a'), ...way('b'), step('b', '04', at('store', '310000'))]);
  expect(moves).toEqual([
    { from: '37', to: '33', units: 2 },
    { from: '33', to: '31', units: 1 },
  ]);
});

test('what was declared in error was nowhere', () => {
  const { regions, moves, wrong } = told([
    step('a', '01', at('farm', '370612')),
    step('a', '02', { ...at('shop', '330100'), declaredInError: true }),
  ]);
  expect([regions.map(({ code }) => code), moves, wrong]).toEqual([['37'], [], 1]);
});

test('a region is of a province by its first two digits, if there is one', () => {
  expect(['810000', '71', '990000', '', undefined].map(provinceOf)).toEqual([
    '81',
    '71',
    undefined,
    undefined,
    undefined,
  ]);
});

test('colours go by steps', () => {
  expect([0, 1, 2, 3, 9, 10, 49, 50, 9_999].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
});
