/**
 * How many times as long `work` takes when what it works on is four times as large: 4 where it is read once, 16 where
 * each part of it looks at all others. By the processor's time, and the least of several turns in alternation, since
 * whatever else the machine does only ever adds to it; a bound in seconds fails on a busy one.
 */
export function growth(work: (size: number) => void, size: number): number {
  const least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  work(size);
  for (let turn = 0; turn < TURNS; turn += 1) {
    least.small = Math.min(
      least.small,
      took(() => work(size)),
    );
    least.large = Math.min(
      least.large,
      took(() => work(4 * size)),
    );
  }
  return (least.large + CLOCK_MS) / (least.small + CLOCK_MS);
}

/** Between 4 and 16, in the middle of their logarithms. */
export const LINEAR_MAX = 8;

const TURNS = 6;
/** What is over within this time is as good as constant. */
const CLOCK_MS = 1;

function took(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
