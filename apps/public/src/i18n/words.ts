import type { Language, Name } from '@suyuan/api/public-page';
import { createContext, useContext } from 'react';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type WordKey = keyof typeof zh;

/** The words of one language. `say` fills `{name}` places; a place without a value stays as it is. */
export interface Words {
  readonly lang: Language;
  readonly say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
}

export function wordsOf(lang: Language): Words {
  const table: Readonly<Record<WordKey, string>> = lang === 'zh' ? zh : en;
  return {
    lang,
    say: (key, values) =>
      table[key].replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values?.[name];
        if (value === undefined) return place;
        return typeof value === 'number' ? groupDigits(value) : value;
      }),
  };
}

const WordsContext = createContext<Words>(wordsOf('zh'));
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  return useContext(WordsContext);
}

/** BCP 47 tag of a page language, for the `lang` attribute. */
export function tagOf(lang: Language): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

/** The name in the page's language, or in the other one with the language it is in; undefined where it has none. */
export function nameIn(name: Name | undefined, lang: Language): { text: string; lang: Language } | undefined {
  const other: Language = lang === 'zh' ? 'en' : 'zh';
  for (const candidate of [lang, other]) {
    const text = name?.[candidate]?.trim();
    if (text) return { text, lang: candidate };
  }
  return undefined;
}

function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
