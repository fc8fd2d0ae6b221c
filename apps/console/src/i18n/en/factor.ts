import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/factor.ts';

export const en: SameWords<typeof zh> = {
  title: 'Set up the second step',
  enrol: 'Your organisation asks for a second step. Set it up first.',
  scan: '1. Scan this with the authenticator app on your phone.',
  apps: 'No such app? Look for “Authenticator” in the app store of your phone.',
  qr: 'QR code for the authenticator app',
  byHand: 'Cannot scan? Type this key into the app:',
  code: '2. Enter the 6 digits that the app shows',
  'code.wrongForm': 'The code is 6 digits',
  confirm: 'Confirm',
  'codes.title': 'Keep your recovery codes',
  'codes.lead':
    'When your phone is not at hand, one of these takes the place of the code. Each works once. They are shown this once.',
  copy: 'Copy',
  copied: 'Copied',
  'copy.failed': 'The browser does not allow copying: download or print them',
  print: 'Print',
  download: 'Download',
  kept: 'I have kept the recovery codes',
  done: 'Done',
  file: 'Suyuan recovery codes',
};
