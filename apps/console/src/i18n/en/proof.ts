import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/proof.ts';

export const en: SameWords<typeof zh> = {
  title: 'Please confirm that it is you',
  lead: 'This touches the safety of accounts, and you last confirmed it more than ten minutes ago.',
  password: 'Password',
  'password.missing': 'Enter your password',
  code: 'Code',
  'code.hint': 'The 6 digits of your authenticator app, or a recovery code.',
  'code.missing': 'Enter a code or a recovery code',
  submit: 'Confirm and go on',
  cancel: 'Cancel',
};
