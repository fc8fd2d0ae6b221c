import { createContext, useContext, useSyncExternalStore } from 'react';
import { createSettings, type Settings, type SettingsStore } from './settings.ts';

export const SettingsContext = createContext<SettingsStore>(createSettings(undefined, []));

export function useSettings(): readonly [Settings, SettingsStore['change']] {
  const store = useContext(SettingsContext);
  return [useSyncExternalStore(store.subscribe, store.current), store.change];
}
