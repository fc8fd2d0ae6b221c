import type { Language } from '@suyuan/api';

/**
 * The language of the terminal, for everything that is said in one: English where the locale names a language other
 * than Chinese, else Chinese. `C` and `POSIX` name none. The order of the variables is that of POSIX (XBD §8.2), where
 * an empty one counts as not set.
 */
export function language(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase();
  return /^(zh|c|posix)?([._@-]|$)/.test(locale) ? 'zh' : 'en';
}
