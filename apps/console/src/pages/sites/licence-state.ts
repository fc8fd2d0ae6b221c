import type { LicenceBody } from '@suyuan/api';

export type LicenceState = 'valid' | 'future' | 'expiring' | 'expired' | 'ended';

const SOON_DAYS = 60; // time enough to ask for the next one
const DAY_MS = 24 * 60 * 60 * 1000;

/** How a licence stands on a day, YYYY-MM-DD; it is good on its last day. */
export function licenceState(
  { validFrom, validUntil, endedAt }: Pick<LicenceBody, 'validFrom' | 'validUntil' | 'endedAt'>,
  today: string,
): LicenceState {
  if (endedAt !== null) return 'ended';
  if (validFrom !== null && validFrom > today) return 'future';
  if (validUntil === null) return 'valid';
  if (validUntil < today) return 'expired';
  return Date.parse(validUntil) - Date.parse(today) <= SOON_DAYS * DAY_MS ? 'expiring' : 'valid';
}

/** The day that a moment is in, where whoever looks is. */
export function dayOf(moment: Date): string {
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}
