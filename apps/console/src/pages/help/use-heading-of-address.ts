import { type RefObject, useEffect } from 'react';
import { useHelpPlace } from './help-place.ts';

/** Goes to the heading that the place names, each time that a link to it is followed: by sight, and by the focus. */
export function useHeadingOfAddress(text: RefObject<HTMLElement | null>): void {
  const { hash, key } = useHelpPlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address followed again leads there again
  useEffect(() => {
    if (hash === '') return;
    // After the frame of the page has led to its beginning.
    const later = requestAnimationFrame(() => {
      const heading = text.current?.querySelector<HTMLElement>(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`);
      heading?.scrollIntoView();
      heading?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(later);
  }, [hash, key, text]);
}
