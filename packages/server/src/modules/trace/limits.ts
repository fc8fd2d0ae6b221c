/** Bounds of one trace. A walk that meets one stops there and says so; it never looks complete. */

export interface TraceLimits {
  readonly UNITS_MAX: number;
  readonly EVENTS_MAX: number;
  readonly LEVELS_MAX: number;
  /** As whoever asks wants it: units further off are not looked for. */
  readonly HOPS_MAX: number;
  readonly LINKS_MAX: number;
  readonly ANOMALIES_MAX: number;
  readonly CUSTODY_MAX: number;
}
export type LimitName = keyof TraceLimits;

export const LIMITS: TraceLimits = {
  // Twice the 100,000 reached lots that a trace is required to answer within seconds.
  UNITS_MAX: 200_000,
  // All of them are held in memory at once, for one caller.
  EVENTS_MAX: 500_000,
  // Each level is up to four reads in a row. A chain of goods has tens of hops; an asset that is refilled daily for
  // a decade has a few thousand.
  LEVELS_MAX: 10_000,
  HOPS_MAX: Number.POSITIVE_INFINITY,
  // One transformation of 1,000 inputs into 1,000 outputs has a million pairs; nobody draws more.
  LINKS_MAX: 1_000_000,
  // Pairs of containers that hold one unit at once grow with the square of the containers.
  ANOMALIES_MAX: 100_000,
  // Each of 100,000 units in one ship goes where the ship goes: their custodies are the product of both.
  CUSTODY_MAX: 1_000_000,
};

/** Units named with a cut; the rest are counted. */
export const CUT_CODES_TOLD_MAX = 100;

/** Codes in one request: an address line of 8 kB holds about this many. */
export const START_MAX = 100;

/** `quantity-exceeded` tolerates 2 % more used than made: scales, filling losses, rounding on paper. */
export const QUANTITY_TOLERANCE_PERCENT = 102;

/** Bounds that the units of an upstream walk may have on average: a tank that is a source daily has one a day. */
export const BOUNDS_PER_UNIT_MAX = 10;
