/** Days as Excel counts them (§18.17.4): from 1900 with a 29 February that never was, or from 1904. */

const DAY_MS = 86_400_000;
/** 31 December 9999. */
const SERIAL_MAX = 2_958_465;
/** Of day 0 as seen from 1 March 1900 on; before that the days are one later. */
const [ZERO_1900, ZERO_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** `2026-01-05`, `2026-01-05T08:30:00`, `08:30:00` for less than a day; undefined where it is no day of Excel's. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < SERIAL_MAX + 1)) return undefined;
  const seconds = Math.round(serial * 86_400);
  const zero = from1904 ? ZERO_1904 : serial < 60 ? ZERO_1900 + DAY_MS : ZERO_1900;
  const [day = '', time = ''] = new Date(zero + seconds * 1_000).toISOString().slice(0, 19).split('T');
  if (serial < 1 && !from1904) return time;
  return seconds % 86_400 === 0 ? day : `${day}T${time}`;
}

/** Formats of numbers that every workbook knows and that are days or times (§18.8.30), those for Chinese among them. */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** Of a format by its number, with its code where the workbook has one of its own. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  // What stands in quotes, behind a backslash or in brackets is shown as it is, or is a colour or a language.
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  // `[h]` counts hours on beyond a day: that is a duration.
  if (/\[[hms]+\]/i.test(first)) return false;
  const bare = first.replace(/\[[^\]]*\]/g, '');
  return /[ymdhs年月日时]/i.test(bare) && !/^general$/i.test(bare) && !/[0#?]\s*E[+-]/i.test(bare);
}
