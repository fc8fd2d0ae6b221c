import { useNumber } from '../compliance/balances/use-number.ts';

/** As a person reads it; never nothing, since it took some time. */
export function useSeconds(): (ms: number) => string {
  const number = useNumber();
  return (ms) => number(Math.max(1, Math.round(ms / 10)) / 100);
}
