import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/home.ts';

export const en: SameWords<typeof zh> = {
  title: 'Home',
  hello: 'Hello, {name}',
  person: 'Signed in as',
  organisation: 'Organisation',
  name: 'Name',
  code: 'Code',
  role: 'My role',
  none: 'You belong to no organisation yet. Ask an administrator of yours for an invitation.',
  rights: 'What I can do here',
  unnamed: 'Not named yet',
  'factor.advice':
    'We advise a second step for signing in: whoever learns your password still cannot use your account.',
  'factor.link': 'Set it up',
  'codes.few': 'You have {count} recovery codes left. Without them, and without your phone, you cannot sign in.',
  'codes.none': 'You have no recovery code left. Without your phone you cannot sign in.',
  'codes.link': 'Make new ones',
  'standing.pending': 'The organisation waits to be approved',
  'standing.pending.what':
    'Until then nothing is recorded or read. You have nothing to do; if it takes too long, ask the operator of this platform.',
  'standing.suspended': 'The organisation is suspended',
  'standing.suspended.what':
    'Its records are kept and may be read, but nothing is recorded or changed. To end this, ask the operator of this platform.',
  'standing.merged': 'The organisation was merged into another',
  'standing.merged.what':
    'Its records are kept and may be read. What is new is recorded in the other organisation: if you belong to it, switch at the top of the page; else ask an administrator of it for an invitation.',
  'standing.closed': 'The organisation is closed',
  'standing.closed.what':
    'Its records are kept and may be read, but nothing is recorded or changed. If this is a mistake, ask the operator of this platform.',
};
