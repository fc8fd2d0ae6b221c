/** What a person chose for this browser: language and theme. Nothing else is kept in it. */
import type { Language } from '@suyuan/api';
import { languageOf } from './language.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
}

export interface SettingsStore {
  current(): Settings;
  change(change: Partial<Settings>): void;
  /** Gives back what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

const KEY = 'suyuan.console';

/** `kept` is the browser's storage, undefined where it refuses one; `preferred` its languages, best first. */
export function createSettings(kept: Storage | undefined, preferred: readonly string[]): SettingsStore {
  let settings: Settings = { ...parseSettings(kept?.getItem(KEY), languageOf(preferred)) };
  const listeners = new Set<() => void>();
  return {
    current: () => settings,
    change(change) {
      settings = { ...settings, ...change };
      try {
        kept?.setItem(KEY, JSON.stringify(settings));
      } catch {
        // A full or forbidden storage: the choice holds until the page is left.
      }
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}

function parseSettings(text: string | null | undefined, language: Language): Settings {
  const kept = parsed(text ?? '');
  return {
    language: kept.language === 'zh' || kept.language === 'en' ? kept.language : language,
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
  };
}

function parsed(text: string): { readonly language?: unknown; readonly theme?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
