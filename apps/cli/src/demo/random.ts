/** Chance that comes out the same each time: what the demonstration varies, and nothing else, is drawn from here. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** One of the list, which is not empty. */
  pick<T>(list: readonly T[]): T;
}

const SPREAD = 0x9e3779b9; // 2^32 over the golden ratio: neighbouring seeds start far apart

/** A generator of numbers for this seed and stream (mulberry32, period 2^32). */
export function randomOf(seed: number, stream: number): Random {
  let state = (Math.imul(seed + 1, SPREAD) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    pick: (list) => {
      const picked = list[integer(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
  };
}
