import { type RefObject, useEffect, useRef } from 'react';

/** For what tells of a problem above a long form: whoever pressed the button at its end sees it. */
export function useProblemInView(error: Error | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null) place.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return place;
}
