import { useEffect } from 'react';

/** Whoever goes by keyboard is back where the dialog was opened once it is gone, or else at the page. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
      if (document.activeElement !== before) document.getElementById('main')?.focus();
    };
  }, []);
}
