/** What the time is. Passed in `ctx`, so that a test can stop it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still. */
export function fixedClock(time: string): Clock {
  return { now: () => new Date(time) };
}
