import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/person-fields.ts';

export const en: SameWords<typeof zh> = {
  name: 'Name',
  'name.missing': 'Enter your name',
  loginName: 'Login name',
  'loginName.hint': 'What you sign in with: a name, a telephone or an e-mail.',
  'loginName.missing': 'Enter a login name',
  password: 'Password',
  'password.new': 'New password',
  'password.hint': 'Eight characters at least, a sentence is best; no name of yours or of your organisation.',
  'password.missing': 'Enter a password',
  'password.short': 'A password has eight characters at least',
};
