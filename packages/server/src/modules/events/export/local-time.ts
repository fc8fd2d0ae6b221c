/** A time as the clock of its place showed it, with the offset of that clock: `2026-05-01 08:00:00.000 +08:00`. */

const OFFSET = /^([+-])(\d\d):(\d\d)$/;

/** @param ms since 1970 UTC @param offset `+08:00`; one of another form is told as it is, behind the time in UTC */
export function localTime(ms: number, offset: string): string {
  const [, sign, hours, minutes] = OFFSET.exec(offset) ?? [];
  if (sign === undefined) return `${clockText(ms)} UTC ${offset}`;
  const distanceMs = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${clockText(sign === '-' ? ms - distanceMs : ms + distanceMs)} ${offset}`;
}

function clockText(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
}
