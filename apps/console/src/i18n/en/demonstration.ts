import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/demonstration.ts';

export const en: SameWords<typeof zh> = {
  title: 'Demonstration',
  lead: 'A second Suyuan, apart from yours, with invented firms: infant formula, biscuits, vegetables, a lift and gas cylinders. Look and try as you like; nothing of it touches your data. Leave it, and all of it is deleted.',
  begin: 'Begin the demonstration',
  'begin.text': 'The first time takes a quarter of a minute to a minute, 300 MB of disk and 300 MB of memory.',
  starting: 'The demonstration is starting …',
  loading: 'Invented firms and records are being loaded …',
  running: 'The demonstration is ready',
  'running.text': 'It opens in another window. Sign in with the name and password below, which are good there alone.',
  open: 'Open the demonstration',
  login: 'User name',
  password: 'Password',
  failed: 'The demonstration did not start',
  'failed.text': 'There may be too little memory or disk. Try again, or leave it.',
  again: 'Try again',
  leave: 'Leave the demonstration',
  'leave.text': 'The demonstration and all that was done in it is deleted, for good. Your data are not touched.',
  'not-offered':
    'There is no demonstration here: this installation has a database server of its own, or is a demonstration itself.',
  look: 'Rather look around first? See the demonstration',
  there: 'A demonstration is running',
  'there.link': 'Open or leave it',
  bar: 'This is a demonstration: firms, products and records are invented, and all that you do here is deleted when it is left.',
};
