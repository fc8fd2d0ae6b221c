import type { Language } from '@suyuan/api/public-page';

const MINUTE_MS = 60_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface ShownTime {
  /** `2026年3月5日` or `5 Mar 2026` */
  readonly date: string;
  /** `14:30` */
  readonly clock: string;
  /** `UTC+08:00` */
  readonly offset: string;
  /** RFC 3339 in the event's own offset, for the `datetime` attribute. */
  readonly machine: string;
}

/**
 * A moment as the clock on the wall showed it where the event happened.
 * @param time UTC, milliseconds
 * @param timeZoneOffset `+08:00`, `-03:30` or `Z`; one that cannot be read counts as UTC and is shown as UTC
 * @returns undefined for a number that is no time
 */
export function showTime(time: number, timeZoneOffset: string | undefined, lang: Language): ShownTime | undefined {
  const minutes = offsetMinutes(timeZoneOffset);
  const wall = new Date(time + minutes * MINUTE_MS);
  if (Number.isNaN(wall.getTime())) return undefined;
  const year = wall.getUTCFullYear();
  const month = wall.getUTCMonth();
  const day = wall.getUTCDate();
  const offset = spellOffset(minutes);
  return {
    date: lang === 'zh' ? `${year}年${month + 1}月${day}日` : `${day} ${MONTHS[month] ?? ''} ${year}`,
    clock: wall.toISOString().slice(-13, -8),
    offset: minutes === 0 ? 'UTC' : `UTC${offset}`,
    machine: wall.toISOString().replace(/\.\d{3}Z$/, minutes === 0 ? 'Z' : offset),
  };
}

function offsetMinutes(text: string | undefined): number {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text ?? '');
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

function spellOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
