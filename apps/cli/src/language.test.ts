import { expect, test } from 'vitest';
import { language } from './language.ts';

test.each([
  ['zh', {}],
  ['zh', { LANG: 'zh_CN.UTF-8' }],
  ['zh', { LANG: 'zh' }],
  ['zh', { LANG: 'C.UTF-8' }],
  ['zh', { LC_ALL: 'POSIX' }],
  ['en', { LANG: 'en_GB.UTF-8' }],
  ['en', { LANG: 'de_DE@euro' }],
  ['zh', { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }],
  ['en', { LC_MESSAGES: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }],
  ['zh', { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.UTF-8' }],
])('%s is spoken where the locale is %o', (spoken, environment) => {
  expect(language(environment)).toBe(spoken);
});
