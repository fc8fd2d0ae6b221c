import { focusManager } from '@tanstack/react-query';

/** Whoever comes back to a window has what must not be old asked anew: from another tab, or from a window beside it. */
export function watchFocus(page: Window): void {
  focusManager.setEventListener((onFocus) => {
    const tell = (): void => onFocus();
    page.addEventListener('focus', tell);
    page.document.addEventListener('visibilitychange', tell);
    return () => {
      page.removeEventListener('focus', tell);
      page.document.removeEventListener('visibilitychange', tell);
    };
  });
}
