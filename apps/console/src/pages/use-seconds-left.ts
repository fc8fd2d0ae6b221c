import { useEffect, useState } from 'react';

const SECOND_MS = 1000;

/** Whole seconds until `endsAt`, in milliseconds since 1970; drawn anew each second. */
export function useSecondsLeft(endsAt: number): number {
  const [left, setLeft] = useState(() => secondsUntil(endsAt));
  useEffect(() => {
    const tell = (): void => setLeft(secondsUntil(endsAt));
    tell();
    const timer = setInterval(tell, SECOND_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  return left;
}

/** By the clock: the timers of a page in the background are slowed down. */
const secondsUntil = (endsAt: number): number => Math.max(0, Math.ceil((endsAt - Date.now()) / SECOND_MS));
