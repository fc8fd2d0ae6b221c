/** A link as a person asks for it. Pure. */
import type { NewShareBody } from '@suyuan/api';

export interface GivenShare {
  /** One a line. */
  readonly codes: string;
  readonly eventID: string;
  readonly note: string;
  readonly days: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const CLOCKS_APART_MS = 5 * 60 * 1000; // a clock that is ahead of the server's asks for no longer than is allowed

/** Each once; lines without any are passed over. */
export function codesOf(lines: string): readonly string[] {
  const codes = lines.split('\n').map((line) => line.trim());
  return [...new Set(codes)].filter((code) => code !== '');
}

/** What is sent, at a moment in milliseconds since 1970. */
export function shareOf({ codes, eventID, note, days }: GivenShare, now: number): NewShareBody {
  const event = eventID.trim();
  return {
    codes: codesOf(codes),
    ...(event === '' ? {} : { eventID: event }),
    note: note.trim(),
    until: new Date(now + days * DAY_MS - CLOCKS_APART_MS).toISOString(),
  };
}
