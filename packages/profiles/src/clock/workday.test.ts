import { expect, test } from 'vitest';
import { dayNumber, dayText, isWeekend } from './day-number.ts';
import { feastDay } from './feasts.ts';
import { CHINA, isWorkday } from './index.ts';
import type { MovingFeast, WorkCalendar } from './work-calendar.ts';

function daysOf(year: number): readonly string[] {
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, index) => dayText(first + index));
}

function daysOff(year: number): readonly string[] {
  return daysOf(year).filter((day) => !isWorkday(day).isWorkday && !isWeekend(dayNumber(day)));
}

function feasts(feast: MovingFeast, years: readonly number[], table = CHINA.feasts): readonly (string | undefined)[] {
  return years.map((year) => feastDay(feast, year, table)).map((day) => (day === undefined ? day : dayText(day)));
}

test('Spring Festival 2026: nine days off, and the Saturdays before and after it are worked', () => {
  const around = daysOf(2026).slice(dayNumber('2026-02-13') - dayNumber('2026-01-01'), 60);
  expect(around.filter((day) => !isWorkday(day).isWorkday)).toEqual([
    ...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ...['2026-02-21', '2026-02-22', '2026-02-23', '2026-03-01'],
  ]);
  expect(isWorkday('2026-02-14')).toEqual({ isWorkday: true, isProvisional: false });
  expect(isWorkday('2026-02-28')).toEqual({ isWorkday: true, isProvisional: false });
});

test('National Day 2026: seven days off, a Sunday in September and a Saturday after it are worked', () => {
  expect(['2026-09-20', '2026-09-30', '2026-10-08', '2026-10-10'].every((day) => isWorkday(day).isWorkday)).toBe(true);
  expect(['2026-10-01', '2026-10-07', '2026-10-11'].some((day) => isWorkday(day).isWorkday)).toBe(false);
});

// The days that the law gives in a year: 11 to 2024, 13 since. The notices move days, and give none.
test.each([
  [2024, 11, 251],
  [2025, 13, 248],
  [2026, 13, 248],
])('the notice for %i gives as many days off as the law, %i, and leaves %i working days', (year, byLaw, workdays) => {
  const notice = CHINA.years.find((row) => row.year === year);
  expect(notice?.work.every((day) => isWeekend(dayNumber(day)) && day.startsWith(`${year}-`))).toBe(true);
  expect(daysOff(year).length - (notice?.work.length ?? 0)).toBe(byLaw);
  expect(daysOf(year).filter((day) => isWorkday(day).isWorkday)).toHaveLength(workdays);
  expect(daysOf(year).some((day) => isWorkday(day).isProvisional)).toBe(false);
});

test('every feast that moves is a day off by the notice of its year', () => {
  for (const { year } of CHINA.years) {
    for (const feast of ['new-year', 'qingming', 'dragon-boat', 'mid-autumn'] as const) {
      const [day = ''] = feasts(feast, [year]);
      expect(isWorkday(day), `${feast} ${day}`).toEqual({ isWorkday: false, isProvisional: false });
    }
  }
});

test('a year without a notice has weekends and the days of the law, and is provisional', () => {
  expect(daysOff(2027)).toEqual([
    ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05'], // Spring Festival: Friday to Monday
    ...['2027-06-09', '2027-09-15', '2027-10-01'], // Labour Day and two days of October are on weekends
  ]);
  expect(daysOff(2030)).toEqual([
    ...['2030-01-01', '2030-02-04', '2030-02-05', '2030-04-05'],
    ...['2030-05-01', '2030-05-02', '2030-06-05', '2030-09-12', '2030-10-01', '2030-10-02', '2030-10-03'],
  ]);
  expect(isWorkday('2027-03-01')).toEqual({ isWorkday: true, isProvisional: true });
  expect(isWorkday('2027-03-06')).toEqual({ isWorkday: false, isProvisional: true });
});

test('before 2025 the law gave neither New Year’s Eve nor 2 May', () => {
  expect(daysOff(2023)).toEqual([
    ...['2023-01-23', '2023-01-24', '2023-04-05', '2023-05-01', '2023-06-22', '2023-09-29'],
    ...['2023-10-02', '2023-10-03'],
  ]);
});

test('the law of 2025 holds from its first year, notice or none', () => {
  const calendar: WorkCalendar = { ...CHINA, years: [] };
  expect(isWorkday('2025-01-28', calendar)).toEqual({ isWorkday: false, isProvisional: true });
  expect(isWorkday('2025-05-02', calendar).isWorkday).toBe(false);
  expect(isWorkday('2024-05-02', calendar).isWorkday).toBe(true);
});

test('the almanac comes before the engine’s reckoning, which is a day off in 2027 and 2030', () => {
  const years = [2027, 2028, 2029, 2030];
  expect(feasts('new-year', years)).toEqual(['2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03']);
  const byEngine = feasts('new-year', years, []);
  for (const [index, day] of feasts('new-year', years).entries()) {
    const off = dayNumber(byEngine[index] ?? '') - dayNumber(day ?? '');
    expect(Math.abs(off)).toBeLessThanOrEqual(1);
  }
  for (const feast of ['qingming', 'dragon-boat', 'mid-autumn'] as const) {
    expect(feasts(feast, years, []), feast).toEqual(feasts(feast, years));
  }
});

test('beyond the almanac feasts are reckoned, leap months left aside', () => {
  expect(feasts('new-year', [2023, 2025, 2031, 2032])).toEqual([
    '2023-01-22',
    '2025-01-29',
    '2031-01-23',
    '2032-02-11',
  ]);
  expect(feasts('dragon-boat', [2023, 2025])).toEqual(['2023-06-22', '2025-05-31']); // after a second leap month in 2023
  expect(feasts('mid-autumn', [2020, 2023, 2025, 2031])).toEqual([
    ...['2020-10-01', '2023-09-29', '2025-10-06', '2031-10-01'], // after the fourth, second and sixth leap months
  ]);
  expect(feasts('qingming', [2020, 2021, 2022, 2023])).toEqual([
    '2020-04-04',
    '2021-04-04',
    '2022-04-05',
    '2023-04-05',
  ]);
  for (let year = 2000; year < 2100; year += 1) {
    for (const feast of ['new-year', 'dragon-boat', 'mid-autumn'] as const)
      expect(feasts(feast, [year])[0]).toBeDefined();
  }
});

test('the Spring Festival is found from the earliest to the latest day that it can be', () => {
  expect(feasts('new-year', [1966, 1985])).toEqual(['1966-01-21', '1985-02-20']);
});

test('a notice may name days of the year before it', () => {
  const [row] = CHINA.years;
  const calendar: WorkCalendar = {
    ...CHINA,
    years:
      row === undefined
        ? []
        : [{ ...row, year: 2029, off: [{ name: '元旦', from: '2028-12-30', to: '2029-01-01' }], work: [] }],
  };
  expect(isWorkday('2028-12-29', calendar)).toEqual({ isWorkday: true, isProvisional: true });
  expect(isWorkday('2028-12-30', calendar)).toEqual({ isWorkday: false, isProvisional: false });
});

test('a calendar with nothing in it knows weekends', () => {
  const calendar: WorkCalendar = { years: [], laws: [], feasts: [] };
  expect(isWorkday('2026-10-01', calendar)).toEqual({ isWorkday: true, isProvisional: true });
  expect(isWorkday('2026-10-10', calendar)).toEqual({ isWorkday: false, isProvisional: true });
});

test('what is no day is refused', () => {
  expect(() => isWorkday('2026-02-30')).toThrow(RangeError);
});
