import { useSyncExternalStore } from 'react';
import { useSettings } from './use-settings.ts';

const SYSTEM = '(prefers-color-scheme: dark)';

/** Whether to draw dark: as chosen, else as the system has it. */
export function useIsDark(): boolean {
  const [{ theme }] = useSettings();
  const isSystemDark = useSyncExternalStore(watchSystem, () => matchMedia(SYSTEM).matches);
  return theme === 'system' ? isSystemDark : theme === 'dark';
}

function watchSystem(onChange: () => void): () => void {
  const query = matchMedia(SYSTEM);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
