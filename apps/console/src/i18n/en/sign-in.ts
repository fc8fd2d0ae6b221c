import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/sign-in.ts';

export const en: SameWords<typeof zh> = {
  title: 'Sign in',
  retry: 'Try again',
  lead: 'Use your login name and password.',
  name: 'Login name',
  'name.missing': 'Enter your login name',
  password: 'Password',
  'password.missing': 'Enter your password',
  submit: 'Sign in',
  forgot:
    'Forgot your password, or have no account yet? Ask an administrator of your organisation for a one-time link.',
  'code.title': 'Second step',
  'code.lead': 'Open your authenticator app and enter its 6 digits.',
  code: 'Code',
  'code.wrongForm': 'The code is 6 digits',
  'recovery.lead': 'Enter one of your recovery codes. Each works once.',
  recovery: 'Recovery code',
  'recovery.missing': 'Enter a recovery code',
  'code.submit': 'Verify and sign in',
  'code.useRecovery': 'Phone not at hand? Use a recovery code',
  'code.useCode': 'Use the authenticator app',
  back: 'Sign in with another account',
};
