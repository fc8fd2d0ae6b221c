/** Ant Design's own words: of the calendar, of tables, of empty lists. */

import type { Language } from '@suyuan/api';
import type { ConfigProviderProps } from 'antd';
import english from 'antd/es/locale/en_US.js';
import chinese from 'antd/es/locale/zh_CN.js';

type Locale = NonNullable<ConfigProviderProps['locale']>;

export const ANTD_LOCALES: Readonly<Record<Language, Locale>> = { zh: unwrapped(chinese), en: unwrapped(english) };

/** The files are ES modules in a package that does not say so: the type checker sees the module, the bundler its default. */
function unwrapped(loaded: Locale | { readonly default: Locale }): Locale {
  return 'default' in loaded ? loaded.default : loaded;
}
