import { useSettings } from '../settings/use-settings.ts';

/** The words of a page in one language: a type error where a key of the Chinese ones is missing, or one too many. */
export type SameWords<Chinese> = Readonly<Record<keyof Chinese, string>>;

/** Gives the words by their key, with `{name}` places filled. */
export type Say<Key> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a page in the language of the moment; they are loaded with the page. */
export function useText<Key extends string>(text: {
  readonly zh: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}): Say<Key> {
  const [{ language }] = useSettings();
  const words: Readonly<Record<Key, string>> = text[language];
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
