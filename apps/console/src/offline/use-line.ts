import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Line, LineStore } from './line.ts';

export const LineContext = createContext<LineStore | undefined>(undefined);

export function useLine(): Line {
  const line = useLineStore();
  return useSyncExternalStore(line.subscribe, line.current);
}

export function useLineStore(): LineStore {
  const line = useContext(LineContext);
  if (line === undefined) throw new Error('useLine outside of LineContext');
  return line;
}
